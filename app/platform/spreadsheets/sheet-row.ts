/** What is wrong with the shape of one row; its cells are given all the same. Columns count from 0. */
export type RowProblem =
  | { reason: "row-short"; cells: number; expected: number }
  | { reason: "row-long"; cells: number; expected: number }
  /** A quotation mark opens in this line and does not close where a cell ends: the line was read by itself. */
  | { reason: "quote-not-closed"; line: number }
  | { reason: "formula-error"; column: number; error: string }
  | { reason: "unreadable-characters"; column: number };

/** One row of data: exactly as many cells as there are headers, each without control characters and outer spaces. */
export interface SheetRow {
  /** The line of the file (a cell may hold several) or the row of the sheet on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
}
