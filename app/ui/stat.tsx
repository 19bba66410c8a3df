/**
 * A number with what it counts, one click from the list behind it.
 *
 *     <Stats>
 *       <Stat value={31} label="offered" href="?state=offered" note="4 run out tomorrow" attention />
 *     </Stats>
 */
import type { ComponentChildren } from "preact";
import { formatNumber } from "./formats.ts";
import { useReader } from "./reader.ts";

export interface StatProps {
  value: number | string;
  label: string;
  href?: string;
  note?: ComponentChildren;
  /** The one that wants to be looked at; say why in the note. */
  attention?: boolean;
}

export function Stat({ value, label, href, note, attention }: StatProps) {
  const { language } = useReader();
  const figure = typeof value === "number" ? formatNumber(language, value) : value;
  const words = (
    <>
      <span class="stat-value">{figure}</span> <span class="stat-label">{label}</span>
    </>
  );
  return (
    <li class={attention ? "stat attention" : "stat"}>
      {href ? <a href={href}>{words}</a> : words}
      {note !== undefined && <span class="stat-note">{note}</span>}
    </li>
  );
}

export function Stats({ children, label }: { children: ComponentChildren; label?: string }) {
  return (
    <ul class="stats" aria-label={label}>
      {children}
    </ul>
  );
}
