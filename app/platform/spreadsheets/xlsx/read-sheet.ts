import { Readable } from "node:stream";
import { readSheet, SheetNotFoundError } from "read-excel-file/node";
import type { SpreadsheetLimits } from "../limits.ts";
import { SpreadsheetRefused } from "../refusal.ts";
import type { SourceRow } from "../table.ts";
import { cellText, type SheetCell } from "./cell-text.ts";
import { errorsAsText } from "./error-cells.ts";
import { storedZip } from "./stored-zip.ts";
import { unpack, type Parts } from "./unpack.ts";
import { packRows, type XlsxAnswer } from "./xlsx-reading.ts";

const BATCH = 500;

const isSheet = (name: string): boolean => name.startsWith("xl/worksheets/");

const stream = (parts: Iterable<readonly [string, Uint8Array]>): Readable => Readable.from(storedZip(parts), { objectMode: false });

const damaged = (cause: unknown): SpreadsheetRefused => new SpreadsheetRefused({ reason: "damaged" }, { cause });

/** The names of the sheets, from the error for a sheet that no workbook has: the reader tells them in no other way without reading all cells. */
async function sheetNames(parts: Parts): Promise<string[]> {
  const frame = [...parts].filter(([name]) => !isSheet(name) && name !== "xl/sharedStrings.xml");
  try {
    await readSheet(stream(frame), Number.POSITIVE_INFINITY);
  } catch (error) {
    if (error instanceof SheetNotFoundError) return (error as SheetNotFoundError & { sheets: string[] }).sheets;
    throw damaged(error);
  }
  throw damaged(undefined);
}

async function sheetCells(parts: Parts, sheet: number): Promise<SheetCell[][]> {
  try {
    return (await readSheet(stream(parts), sheet)) as unknown as SheetCell[][];
  } catch (error) {
    throw damaged(error);
  }
}

function packSheet(cells: readonly SheetCell[][], limits: SpreadsheetLimits): Uint8Array<ArrayBuffer>[] {
  const batches: Uint8Array<ArrayBuffer>[] = [];
  let rows: SourceRow[] = [];
  let bytes = 0;
  const pack = (): void => {
    const batch = packRows(rows);
    // One long text of the workbook can stand in a million cells: what comes out is counted too.
    bytes += batch.length;
    if (bytes > limits.unpackedBytes) throw new SpreadsheetRefused({ reason: "unpacks-too-large", limitBytes: limits.unpackedBytes });
    batches.push(batch);
    rows = [];
  };
  for (const [index, row] of cells.entries()) {
    const texts = row.map(cellText);
    if (texts.every((text) => text === "")) continue;
    const tooLong = texts.findIndex((text) => text.length > limits.cellLength);
    if (tooLong !== -1)
      throw new SpreadsheetRefused({ reason: "cell-too-long", limit: limits.cellLength, line: index + 1, column: tooLong });
    rows.push({ line: index + 1, cells: texts });
    if (rows.length === BATCH) pack();
  }
  if (rows.length > 0) pack();
  return batches;
}

/** Reads one sheet of an XLSX file: the wished one, else the first that is not empty. */
export async function readXlsx(
  file: Buffer,
  wished: string | undefined,
  limits: SpreadsheetLimits,
): Promise<Exclude<XlsxAnswer, { refusal: unknown }>> {
  const parts = await unpack(file, limits);
  for (const [name, content] of parts) if (isSheet(name)) parts.set(name, errorsAsText(content));
  const sheets = await sheetNames(parts);
  if (wished !== undefined && !sheets.includes(wished)) throw new SpreadsheetRefused({ reason: "no-such-sheet", sheet: wished, sheets });
  for (const [index, sheet] of sheets.entries()) {
    if (wished !== undefined && sheet !== wished) continue;
    const batches = packSheet(await sheetCells(parts, index + 1), limits);
    if (batches.length > 0) return { sheets, sheet, batches };
  }
  throw new SpreadsheetRefused({ reason: "empty" });
}
