import { cellReader, type CellKind } from "../values/cell-reader.ts";
import { fold } from "../values/fold.ts";
import { guessListSeparator, splitList } from "../values/list.ts";
import type { ColumnTarget } from "./guess-columns.ts";

/** How surely cells alone tell that a column is of this kind: almost everything is a text, and a 3 may be anything. */
const TELLING: Partial<Record<CellKind, number>> = {
  email: 0.85,
  "time-zone": 0.8,
  availability: 0.65,
  languages: 0.6,
  country: 0.6,
  choice: 0.7,
  choices: 0.7,
  scale: 0.7,
};
/** Kinds in which nearly any cell is good: what they hold says nothing against the header. */
const ANYTHING = new Set<CellKind>(["text", "long-text", "given-name", "family-name", "full-name", "list"]);

const FIRST_LOOK = 12;

/** The share of the items of a column that are options. */
function optionRate(cells: readonly string[], options: readonly string[], several: boolean): number {
  const known = new Set(options.map(fold));
  const separator = guessListSeparator(cells, options);
  const items = cells.flatMap((cell) => (!several || known.has(fold(cell)) ? [cell] : splitList(cell, separator)));
  const found = items.filter((item) => known.has(fold(item)));
  // One single value, as «yes» all the way down, fits any question that has it.
  return new Set(found.map(fold)).size > 1 ? found.length / items.length : found.length / items.length / 2;
}

export interface ContentScore {
  /** The share of cells that fit, 0 to 1. */
  readonly fit: number;
  /** How sure one can be without a header. */
  readonly telling: number;
}

/** What the cells of a column say for or against a target; undefined where they say nothing. */
export function contentScore(cells: readonly string[], target: ColumnTarget): ContentScore | undefined {
  const { kind, options = [] } = target;
  if (cells.length === 0 || ANYTHING.has(kind)) return undefined;
  const telling = TELLING[kind] ?? 0;
  if (kind === "choice" || kind === "choices" || kind === "scale")
    return options.length === 0 ? undefined : { fit: optionRate(cells, options, kind === "choices"), telling };
  const read = cellReader({ kind }, cells);
  const fits = (cell: string): boolean => {
    const result = read(cell);
    // A place in a column of time zones is meant as one, though it must still be chosen.
    return result.ok || (result.problem.reason === "time-zone-unknown" && result.problem.suggestions.length > 0);
  };
  const rate = (some: readonly string[]): number => some.filter(fits).length / some.length;
  // Most columns are of another kind, which a few cells tell; looking for what each of them resembles takes its time.
  const atFirst = rate(cells.slice(0, FIRST_LOOK));
  return { fit: atFirst < 0.5 ? atFirst : rate(cells), telling };
}
