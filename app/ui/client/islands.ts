/** Brings the islands of a page to life, each from its own module, with the properties the server used. */
import { h, hydrate, type ComponentType } from "preact";

async function hydrateIsland(element: HTMLElement): Promise<void> {
  const { default: component } = (await import(element.dataset["module"]!)) as { default: ComponentType<object> };
  hydrate(h(component, JSON.parse(element.dataset["props"]!) as object), element);
  element.dataset["ready"] = "";
}

/** One island that fails leaves the others, and its own server-rendered HTML, as they are. */
export async function hydrateIslands(): Promise<void> {
  const outcomes = await Promise.allSettled([...document.querySelectorAll<HTMLElement>("island-root")].map(hydrateIsland));
  for (const outcome of outcomes) if (outcome.status === "rejected") console.error("an island did not start:", outcome.reason);
}
