import { makeHarmless } from "./formula.ts";

export type CsvValue = string | number | boolean | null | undefined | Date;

// oxlint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
/** Outer spaces are quoted too: many programs take them off otherwise. */
const NEEDS_QUOTES = /[",;\t|\r\n]|^\s|\s$/;
/** Bytes that are collected before they are handed on. */
const PIECE = 64 * 1024;

function cellText(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  // A negative number begins with a minus and is no formula; the text «-1+1» may be one.
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value instanceof Date) return value.toISOString();
  return makeHarmless(value.replaceAll(UNSEEN, ""));
}

function cell(value: CsvValue): string {
  const text = cellText(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of a CSV file, with its line end (RFC 4180). */
export const csvLine = (cells: readonly CsvValue[]): string => `${cells.map(cell).join(",")}\r\n`;

/**
 * A CSV file that spreadsheet programs open as it is (with byte order mark), in pieces of about 64 kB; formulas are made
 * harmless with an apostrophe, which reading takes off again.
 */
export async function* csvFile(
  headers: readonly string[],
  rows: Iterable<readonly CsvValue[]> | AsyncIterable<readonly CsvValue[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = `\uFEFF${csvLine(headers)}`;
  for await (const row of rows) {
    text += csvLine(row);
    if (text.length >= PIECE) {
      yield encoder.encode(text);
      text = "";
    }
  }
  if (text !== "") yield encoder.encode(text);
}
