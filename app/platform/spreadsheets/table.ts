import { cleanCell, isFormulaError } from "./clean-cell.ts";
import { findHeader, isBlank, nameColumns, type RawRow } from "./header.ts";
import type { SpreadsheetLimits } from "./limits.ts";
import { SpreadsheetRefused } from "./refusal.ts";
import type { RowProblem, SheetRow } from "./sheet-row.ts";

/** A row as a file gives it, CSV or XLSX. */
export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly quoteNotClosed?: boolean;
}

export interface Table {
  readonly headers: readonly string[];
  /** 0 when there is no header. */
  readonly headerLine: number;
  readonly sample: readonly SheetRow[];
  rows(): AsyncGenerator<SheetRow>;
}

const ROWS_TO_FIND_HEADER = 30;
const SAMPLE = 200;

const filledWidth = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell !== "") + 1;

async function first<T>(count: number, items: AsyncIterable<T>): Promise<T[]> {
  const taken: T[] = [];
  if (count > 0) {
    for await (const item of items) {
      taken.push(item);
      if (taken.length >= count) break;
    }
  }
  return taken;
}

/** Rows without the blank ones, their cells clean and within the limits. */
async function* cleanRows(source: AsyncIterable<SourceRow>, limits: SpreadsheetLimits): AsyncGenerator<SourceRow> {
  for await (const row of source) {
    const cells = row.cells.map(cleanCell);
    if (isBlank(cells)) continue;
    const tooLong = cells.findIndex((cell) => cell.length > limits.cellLength);
    if (tooLong !== -1)
      throw new SpreadsheetRefused({ reason: "cell-too-long", limit: limits.cellLength, line: row.line, column: tooLong });
    yield { ...row, cells };
  }
}

function shape(row: SourceRow, width: number): SheetRow {
  const problems: RowProblem[] = [];
  const given = filledWidth(row.cells);
  if (row.quoteNotClosed) problems.push({ reason: "quote-not-closed", line: row.line });
  if (given > width) problems.push({ reason: "row-long", cells: given, expected: width });
  if (row.cells.length < width) problems.push({ reason: "row-short", cells: row.cells.length, expected: width });
  const cells = Array.from({ length: width }, (_, column) => {
    const cell = row.cells[column] ?? "";
    if (isFormulaError(cell)) {
      problems.push({ reason: "formula-error", column, error: cell });
      return "";
    }
    if (cell.includes("\uFFFD")) problems.push({ reason: "unreadable-characters", column });
    return cell;
  });
  return { line: row.line, cells, problems };
}

function chooseHeader(rows: readonly RawRow[], wished: number | undefined): RawRow | undefined {
  if (wished === undefined) return findHeader(rows);
  return wished === 0 ? undefined : (rows.find((row) => row.line >= wished) ?? rows.at(-1));
}

/** Finds the header of a table and gives each row exactly its columns. `source` begins anew at each call. */
export async function readTable(
  source: () => AsyncIterable<SourceRow>,
  limits: SpreadsheetLimits,
  wishedHeaderLine?: number,
): Promise<Table> {
  const count = Math.max(ROWS_TO_FIND_HEADER, wishedHeaderLine ?? 0);
  const top = await first(count, cleanRows(source(), limits));
  if (top.length === 0) throw new SpreadsheetRefused({ reason: "empty" });

  const header = chooseHeader(top, wishedHeaderLine);
  const width = header ? filledWidth(header.cells) : Math.max(...top.map((row) => filledWidth(row.cells)));
  if (width > limits.columns) throw new SpreadsheetRefused({ reason: "too-many-columns", limit: limits.columns, columns: width });
  const headers = nameColumns(Array.from({ length: width }, (_, column) => header?.cells[column] ?? ""));
  const headerLine = header?.line ?? 0;

  async function* rows(): AsyncGenerator<SheetRow> {
    let read = 0;
    for await (const row of cleanRows(source(), limits)) {
      if (row.line <= headerLine) continue;
      read += 1;
      if (read > limits.rows) throw new SpreadsheetRefused({ reason: "too-many-rows", limit: limits.rows });
      yield shape(row, width);
    }
  }
  return { headers, headerLine, sample: await first(SAMPLE, rows()), rows };
}
