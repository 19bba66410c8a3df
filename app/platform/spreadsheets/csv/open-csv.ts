import type { SpreadsheetLimits } from "../limits.ts";
import { SpreadsheetRefused } from "../refusal.ts";
import type { Spreadsheet, SpreadsheetInput } from "../spreadsheet.ts";
import { readTable, type SourceRow } from "../table.ts";
import { csvRecords } from "./csv-records.ts";
import { decodeText } from "./decode.ts";
import { nameEncoding, Utf8Tally } from "./encoding.ts";
import { delimiterLine, findDialect } from "./find-dialect.ts";

/** Enough for the widest header and dozens of rows. */
const SAMPLE_CHARACTERS = 64 * 1024;

/** The first pass: is it UTF-8 to the end, and is it small enough? */
async function scan(input: SpreadsheetInput, limits: SpreadsheetLimits): Promise<Utf8Tally> {
  const tally = new Utf8Tally();
  let bytes = 0;
  for await (const chunk of input.source()) {
    bytes += chunk.length;
    if (bytes > limits.csvBytes) throw new SpreadsheetRefused({ reason: "too-many-bytes", limitBytes: limits.csvBytes });
    tally.add(chunk);
  }
  tally.end();
  return tally;
}

/** The beginning of the text, up to the last whole line. */
async function beginning(text: AsyncIterable<string>): Promise<string> {
  let start = "";
  for await (const piece of text) {
    start += piece;
    if (start.length >= SAMPLE_CHARACTERS) {
      const lastLineEnd = start.lastIndexOf("\n", SAMPLE_CHARACTERS);
      return start.slice(0, lastLineEnd === -1 ? SAMPLE_CHARACTERS : lastLineEnd + 1);
    }
  }
  return start;
}

// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000E-\u0019\u001B-\u001F]/g;

/** A picture or a program read as text is full of control characters; a stray one in a real table is dropped later. */
const isBinary = (text: string): boolean => (text.match(CONTROLS)?.length ?? 0) > Math.max(4, text.length / 50);

/** Opens delimited text. `head` is the beginning of the file. */
export async function openCsv(input: SpreadsheetInput, head: Uint8Array, limits: SpreadsheetLimits): Promise<Spreadsheet> {
  const tally = await scan(input, limits);
  const encoding = input.encoding ?? nameEncoding(head, tally);
  const text = (): AsyncGenerator<string> => decodeText(input.source(), encoding);
  const start = await beginning(text());
  if (isBinary(start)) throw new SpreadsheetRefused({ reason: "not-a-spreadsheet" });

  const hasDelimiterLine = delimiterLine(start) !== undefined;
  const dialect = await findDialect(start, input.name, input.delimiter);
  async function* source(): AsyncGenerator<SourceRow> {
    for await (const { line, cells, quotes } of csvRecords(text(), dialect, limits.rowBytes)) {
      if (hasDelimiterLine && line === 1) continue;
      yield quotes === "open" ? { line, cells, quoteNotClosed: true } : { line, cells };
    }
  }
  const table = await readTable(source, limits, input.headerLine);
  return { kind: "csv", csv: { encoding, delimiter: dialect.delimiter }, sheets: [], sheet: null, ...table };
}
