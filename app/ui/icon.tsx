/**
 * Small line drawings, 24 units square, drawn in the color of the text around them.
 * Always beside words (or with a label on the control), so hidden from screen readers.
 */
const drawings = {
  back: "M15 5l-7 7 7 7",
  forward: "M9 5l7 7-7 7",
  down: "M5 9l7 7 7-7",
  up: "M5 15l7-7 7 7",
  check: "M4 13l5 5L20 6",
  close: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  menu: "M4 7h16M4 12h16M4 17h16",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  notice: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5v.01",
  warning: "M12 4L2.5 20h19zM12 10v4.5M12 17.2v.01",
  danger: "M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2zM12 7.5v5.5M12 16.4v.01",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5.2l3.4 2",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  download: "M12 4v11M7 10.5l5 5 5-5M4.5 20h15",
  leaf: "M5 19C5 10 10 5 20 4.5 20 14.5 15 19 8.5 18.5M5 21c1.5-5 4.5-8 8.5-10.5",
  letter: "M3 6h18v13H3zM3.5 6.5L12 13l8.5-6.5",
  swap: "M4 9h15M15 5l4 4-4 4M20 16H5M9 12l-4 4 4 4",
} as const;

export type IconName = keyof typeof drawings;
/** Those that point along the line of reading turn around with it. */
const mirrored: ReadonlySet<IconName> = new Set(["back", "forward"]);

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={mirrored.has(name) ? "icon mirrored" : "icon"} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
