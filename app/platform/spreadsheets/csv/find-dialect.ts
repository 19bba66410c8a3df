import type { CsvDelimiter } from "../spreadsheet.ts";
import { csvRecords, type CsvDialect, type CsvRecord } from "./csv-records.ts";

const DELIMITERS: readonly CsvDelimiter[] = [",", ";", "\t", "|"];
const RECORDS = 100;

/** Excel's own hint in the first line, as in «sep=;». */
export function delimiterLine(text: string): CsvDelimiter | undefined {
  const hint = /^"?sep=(.)"?[ \t]*(?:\n|$)/i.exec(text)?.[1];
  return DELIMITERS.find((delimiter) => delimiter === hint);
}

// oxlint-disable-next-line require-yield
async function* only(text: string): AsyncGenerator<string> {
  yield text;
}

async function firstRecords(text: string, dialect: CsvDialect): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const record of csvRecords(only(text), dialect, Math.max(text.length * 4, 1))) {
    if (record.cells.some((cell) => cell !== "")) records.push(record);
    if (records.length === RECORDS) break;
  }
  return records;
}

function mostCommon(numbers: readonly number[]): number {
  const counts = Map.groupBy(numbers, (number) => number);
  let best: { number: number; count: number } = { number: 0, count: 0 };
  for (const [number, { length: count }] of counts) if (count > best.count) best = { number, count };
  return best.number;
}

/** How much a text looks like a table when cut at this delimiter: 0 to about 1. */
function regularity(records: readonly CsvRecord[]): number {
  const widths = records.map(({ cells }) => cells.length);
  const usual = mostCommon(widths.filter((width) => width > 1));
  if (usual === 0) return 0;
  const share = widths.filter((width) => width === usual).length / widths.length;
  // A decimal comma makes regular rows too, but not in the header.
  const headerFits = widths[0] === usual ? 1 : 0.7;
  const wellFormed = 1 - records.filter(({ quotes }) => quotes !== "well-formed").length / records.length / 2;
  return share * headerFits * wellFormed + Math.min(usual, 50) / 1000;
}

/** Finds how cells and quotation marks are told apart, from the beginning of a text that ends with a whole line. */
export async function findDialect(text: string, name: string, chosen: CsvDelimiter | undefined): Promise<CsvDialect> {
  const fixed = chosen ?? delimiterLine(text);
  const usual: CsvDelimiter = /\.(?:tsv|tab)$/i.test(name) ? "\t" : ",";
  let best: { dialect: CsvDialect; score: number } = { dialect: { delimiter: fixed ?? usual, escape: '"' }, score: 0 };
  for (const delimiter of fixed ? [fixed] : DELIMITERS) {
    const dialect: CsvDialect = { delimiter, escape: '"' };
    const score = regularity(await firstRecords(text, dialect));
    if (score > best.score) best = { dialect, score };
  }
  if (text.includes('\\"')) {
    const dialect: CsvDialect = { delimiter: best.dialect.delimiter, escape: "\\" };
    if (regularity(await firstRecords(text, dialect)) > best.score) return dialect;
  }
  return best.dialect;
}
