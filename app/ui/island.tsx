/**
 * A part of the page that comes to life in the browser. The server renders it with the same
 * properties, so that the page is whole before (or without) any script.
 *
 *     <Island of={Board} module="app/matching/board/board.island.tsx" props={{ pairs }} />
 *
 * The module's default export is the component; the properties must survive JSON.
 */
import { h, type ComponentType } from "preact";
import { asset } from "./assets.ts";

interface IslandProps<P extends object> {
  of: ComponentType<P>;
  module: `${string}.island.tsx`;
  props: P;
}

export function Island<P extends object>({ of, module, props }: IslandProps<P>) {
  return h("island-root", { "data-module": asset(module), "data-props": JSON.stringify(props) }, h(of as ComponentType<object>, props));
}
