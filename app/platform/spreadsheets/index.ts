/**
 * Reads spreadsheets as people really have them, and writes CSV.
 * Knows no database and no room: bytes in; rows, values and typed reasons out.
 *
 *   const sheet = await openSpreadsheet({ name: "mentors.csv", source: () => createReadStream(path) });
 *   const guesses = guessColumns(sheet.headers, sheet.sample.map((row) => row.cells), targets);
 *   for await (const { line, cells, problems } of sheet.rows()) …
 */
import type { Parsed } from "./values/parsed.ts";

export { SpreadsheetRefused, type Refusal } from "./refusal.ts";
export { spreadsheetLimits, type SpreadsheetLimits } from "./limits.ts";
export type { RowProblem, SheetRow } from "./sheet-row.ts";
export type { Parsed } from "./values/parsed.ts";
export type { UnknownItem, ValueProblem } from "./values/value-problem.ts";

export { openSpreadsheet } from "./open-spreadsheet.ts";
export type { ByteSource, CsvDelimiter, CsvEncoding, Spreadsheet, SpreadsheetInput } from "./spreadsheet.ts";

// ---- columns/guess-columns.ts

export type CellKind =
  | "text"
  | "email"
  | "given-name"
  | "family-name"
  | "full-name"
  | "yes-no"
  | "number"
  | "date"
  | "choice"
  | "choices"
  | "scale"
  | "list"
  | "languages"
  | "country"
  | "time-zone"
  | "capacity"
  | "availability";

/** Something that a column can be mapped to: a field of the profile or a question of the program. */
export interface ColumnTarget {
  readonly id: string;
  readonly label: string;
  readonly kind: CellKind;
  /** Other names that a header may have, in any language. */
  readonly synonyms?: readonly string[];
  /** A known field: brings its synonyms in English, Spanish and Arabic along. */
  readonly field?: KnownField;
  /** Labels of the options of a choice, choices or scale, in their order. */
  readonly options?: readonly string[];
}

export type KnownField =
  | "email"
  | "given-name"
  | "family-name"
  | "full-name"
  | "pronouns"
  | "headline"
  | "story"
  | "languages"
  | "time-zone"
  | "place"
  | "country"
  | "organization"
  | "skills-offered"
  | "skills-wanted"
  | "interests"
  | "capacity"
  | "availability"
  | "both-roles";

export interface ColumnGuess {
  /** From 0. */
  readonly column: number;
  readonly targetId: string;
  /** 0 to 1; from 0.75 on it can be taken without asking. */
  readonly confidence: number;
  readonly because: "header" | "content" | "both";
}

/** The best assignment of columns to targets, one to one; columns that resemble nothing are left out. */
export declare function guessColumns(
  headers: readonly string[],
  sampleRows: readonly (readonly string[])[],
  targets: readonly ColumnTarget[],
): ColumnGuess[];

// ---- values/

/** An option of a choice: what is stored and what people read. */
export interface Option {
  readonly id: string;
  readonly label: string;
}

export declare function parseText(cell: string, limits?: { maxLength?: number; multiline?: boolean }): Parsed<string>;
/** The address as people write it, with a lower-case domain. */
export declare function parseEmail(cell: string): Parsed<string>;
/** Equal for two spellings of one address. */
export declare function emailKey(email: string): string;
export interface PersonName {
  readonly given: string;
  readonly family: string;
}
export declare function parsePersonName(parts: { given?: string; family?: string; full?: string }): Parsed<PersonName>;
export declare function parseYesNo(cell: string): Parsed<boolean>;
export type DecimalMark = "." | ",";
export declare function guessDecimalMark(column: readonly string[]): DecimalMark;
export declare function parseNumber(
  cell: string,
  options?: { decimalMark?: DecimalMark; whole?: boolean; min?: number; max?: number },
): Parsed<number>;
export type DateOrder = "day-first" | "month-first" | "unknown";
export declare function guessDateOrder(column: readonly string[]): DateOrder;
/** An ISO date, yyyy-mm-dd. */
export declare function parseDate(cell: string, order: DateOrder): Parsed<string>;
export type ListSeparator = ";" | "," | "|" | "\n";
/** The separator that fits the options best; without options, the one that people use most in this column. */
export declare function guessListSeparator(column: readonly string[], options?: readonly string[]): ListSeparator;
export declare function parseList(cell: string, separator: ListSeparator): Parsed<string[]>;
/** The id of the option; near misses are suggested in the problem, not taken. */
export declare function parseChoice(cell: string, options: readonly Option[]): Parsed<string>;
export declare function parseChoices(cell: string, options: readonly Option[], separator: ListSeparator): Parsed<string[]>;
/** As parseChoice; «3» also finds «3 – confident». */
export declare function parseScale(cell: string, options: readonly Option[]): Parsed<string>;
/** BCP 47 codes, in the order of the cell. */
export declare function parseLanguages(cell: string): Parsed<string[]>;
/** ISO 3166 alpha-2. */
export declare function parseCountry(cell: string): Parsed<string>;
/** An IANA name. */
export declare function parseTimeZone(cell: string): Parsed<string>;
/** 0 to 50 people. */
export declare function parseCapacity(cell: string): Parsed<number>;
/** Hours of the week, 0 = Monday 00:00 to 167 = Sunday 23:00, sorted. */
export declare function parseAvailability(cell: string): Parsed<number[]>;

export type CellValue = string | number | boolean | readonly string[] | readonly number[];
/** The reader for one column: decides once, from a sample of it, what is ambiguous in a single cell. */
export declare function cellReader(
  target: { kind: CellKind; options?: readonly Option[]; min?: number; max?: number; whole?: boolean },
  columnSample: readonly string[],
): (cell: string) => Parsed<CellValue>;

// ---- write-csv.ts

export type CsvValue = string | number | boolean | null | undefined | Date;
/** A CSV file that Excel opens as it is (BOM, CRLF), in pieces; formulas are made harmless with an apostrophe, which reading takes off again. */
export declare function csvFile(
  headers: readonly string[],
  rows: Iterable<readonly CsvValue[]> | AsyncIterable<readonly CsvValue[]>,
): AsyncIterable<Uint8Array>;
/** One line of a CSV file, with its line end. */
export declare function csvLine(cells: readonly CsvValue[]): string;

// ---- spreadsheets.messages.ts: `spreadsheetsMessages.en.refused["empty"]({ reason: "empty" })`
