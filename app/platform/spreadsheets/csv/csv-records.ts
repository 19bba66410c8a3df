import { parse, type CsvError, type Options, type Parser } from "csv-parse";
import { parse as parseAtOnce } from "csv-parse/sync";
import { SpreadsheetRefused } from "../refusal.ts";
import type { CsvDelimiter } from "../spreadsheet.ts";

export interface CsvDialect {
  readonly delimiter: CsvDelimiter;
  /** What stands before a quotation mark inside a quoted cell. */
  readonly escape: '"' | "\\";
}

export interface CsvRecord {
  /** The line on which it begins, from 1. */
  readonly line: number;
  readonly cells: string[];
  /** "loose": quotation marks in odd places were read as they stand; "open": one of them never closes where a cell ends. */
  readonly quotes: "well-formed" | "loose" | "open";
}

interface Found {
  cells: string[];
  /** Bytes and lines of the input up to the end of this record. */
  bytes: number;
  lines: number;
}

function optionsOf(dialect: CsvDialect): Options {
  return {
    delimiter: dialect.delimiter,
    escape: dialect.escape,
    record_delimiter: "\n",
    relax_column_count: true,
    trim: true,
  };
}

function startParser(dialect: CsvDialect, rowBytes: number): { parser: Parser; found: Found[] } {
  const found: Found[] = [];
  const parser = parse({
    ...optionsOf(dialect),
    max_record_size: rowBytes,
    // Collected here and not read from the stream, which drops what it holds when it meets an error.
    on_record: (cells: string[], info) => {
      found.push({ cells, bytes: info.bytes, lines: info.lines });
      return null;
    },
  });
  parser.on("error", () => {}); // told to the callback of the write
  return { parser, found };
}

const write = (parser: Parser, bytes: Uint8Array): Promise<CsvError | undefined> =>
  new Promise((resolve) => {
    parser.write(bytes, (error) => resolve((error as CsvError | null | undefined) ?? undefined));
  });

const end = (parser: Parser): Promise<CsvError | undefined> =>
  new Promise((resolve) => {
    parser.once("error", resolve).once("finish", () => resolve(undefined));
    parser.end();
  });

/** One line by itself, its quotation marks taken as leniently as need be. */
function readLoosely(text: string, dialect: CsvDialect): Pick<CsvRecord, "cells" | "quotes"> {
  const options = { ...optionsOf(dialect), to: 1 };
  try {
    return { cells: parseAtOnce(text, { ...options, relax_quotes: true })[0] ?? [""], quotes: "loose" };
  } catch {
    return { cells: parseAtOnce(text, { ...options, quote: null, escape: null })[0] ?? [""], quotes: "open" };
  }
}

/**
 * The records of a CSV text (line ends «\n»), each with the line on which it begins; blank lines are
 * records of one empty cell. Where a quotation mark makes no sense (one that never closes would swallow
 * the rest of the file), the line on which that record began is read by itself and reading goes on with
 * the next line. Holds one piece of text and one record at a time.
 */
export async function* csvRecords(text: AsyncIterable<string>, dialect: CsvDialect, rowBytes: number): AsyncGenerator<CsvRecord> {
  let current = startParser(dialect, rowBytes);
  /** What is not yet part of a record, and the number of its first line. */
  let pending: Buffer = Buffer.alloc(0);
  let line = 1;
  /** Of the current parser's input: bytes and lines before `pending`. */
  let bytesTaken = 0;
  let firstLine = 1;
  let fault: CsvError | undefined;

  const takeFound = (): CsvRecord[] =>
    current.found.splice(0).map(({ cells, bytes, lines }) => {
      const record: CsvRecord = { line, cells, quotes: "well-formed" };
      pending = pending.subarray(bytes - bytesTaken);
      bytesTaken = bytes;
      line = firstLine + lines;
      return record;
    });

  /** After a fault: the first pending line, once all of it is here. */
  const takeFaultyLine = (isEnd: boolean): CsvRecord | undefined => {
    const lineEnd = pending.indexOf("\n");
    const length = lineEnd === -1 ? pending.length : lineEnd;
    if (length > rowBytes) throw new SpreadsheetRefused({ reason: "row-too-long", limit: rowBytes, line });
    if (lineEnd === -1 && !isEnd) return undefined;
    const record = { line, ...readLoosely(pending.subarray(0, length).toString(), dialect) };
    pending = pending.subarray(lineEnd === -1 ? length : length + 1);
    line += 1;
    current = startParser(dialect, rowBytes);
    bytesTaken = 0;
    firstLine = line;
    fault = undefined;
    return record;
  };

  for await (const piece of text) {
    const bytes = Buffer.from(piece);
    pending = pending.length === 0 ? bytes : Buffer.concat([pending, bytes]);
    let toRead: Buffer = bytes;
    do {
      if (fault) {
        const record = takeFaultyLine(false);
        if (!record) break;
        yield record;
        toRead = pending;
      }
      fault = await write(current.parser, toRead);
      yield* takeFound();
    } while (fault);
  }
  for (;;) {
    fault ??= await end(current.parser);
    yield* takeFound();
    if (!fault) return;
    const record = takeFaultyLine(true);
    if (record) yield record;
    fault = await write(current.parser, pending);
    yield* takeFound();
  }
}
