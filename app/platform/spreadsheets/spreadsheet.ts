import type { SpreadsheetLimits } from "./limits.ts";
import type { SheetRow } from "./sheet-row.ts";

export type CsvEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1256";
export type CsvDelimiter = "," | ";" | "\t" | "|";

/** Opens a file from its beginning; may be called several times. */
export type ByteSource = () => AsyncIterable<Uint8Array>;

export interface SpreadsheetInput {
  /** Called several times: a first pass finds the encoding. */
  readonly source: ByteSource;
  /** As the person calls it; only breaks ties, the content decides. */
  readonly name: string;
  /** XLSX: the sheet to read; the first one that is not empty otherwise. */
  readonly sheet?: string;
  /** CSV: what the person chose where the guess was wrong. */
  readonly encoding?: CsvEncoding;
  readonly delimiter?: CsvDelimiter;
  /** The line of the header where the guess was wrong; 0 for a file without one. */
  readonly headerLine?: number;
  readonly limits?: Partial<SpreadsheetLimits>;
}

export interface Spreadsheet {
  readonly kind: "csv" | "xlsx";
  /** CSV only: how it was read. */
  readonly csv: { readonly encoding: CsvEncoding; readonly delimiter: CsvDelimiter } | null;
  /** XLSX only: the names of all sheets, and the one that is read. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** Unique and never empty: an unnamed column has its letter («C»), a second «Email» is «Email (2)». */
  readonly headers: readonly string[];
  /** 0 when the file begins with data and `headers` are letters. */
  readonly headerLine: number;
  /** The first rows of data (200 at most), to guess from and to show. */
  readonly sample: readonly SheetRow[];
  /** All rows of data, read as they are asked for; may be called again and again. Throws SpreadsheetRefused over a limit. */
  rows(): AsyncIterable<SheetRow>;
}
