/**
 * Reads spreadsheets as people really have them, and writes CSV.
 * Knows no database and no room: bytes in; rows, values and typed reasons out.
 *
 *     const sheet = await openSpreadsheet({ name: "mentors.csv", source: () => createReadStream(path) });
 *     const cells = sheet.sample.map((row) => row.cells);
 *     const guesses = guessColumns(sheet.headers, cells, targets);
 *     const read = cellReader({ kind: "languages" }, cells.map((row) => row[3] ?? ""));
 *     for await (const { line, cells, problems } of sheet.rows()) read(cells[3] ?? "");
 *     catch (error) if (error instanceof SpreadsheetRefused) tell(spreadsheetWords(reader).refused, error.refusal)
 */
export { openSpreadsheet } from "./open-spreadsheet.ts";
export type { CsvDelimiter, CsvEncoding, Spreadsheet } from "./spreadsheet.ts";
export type { RowProblem, SheetRow } from "./sheet-row.ts";
export { SpreadsheetRefused, type Refusal } from "./refusal.ts";
export { spreadsheetWords, tell } from "./spreadsheets.messages.ts";

export { guessColumns, type ColumnTarget } from "./columns/guess-columns.ts";
export type { KnownField } from "./columns/known-fields.ts";

export { cellReader, type CellKind, type CellTarget, type CellValue } from "./values/cell-reader.ts";
export type { Parsed } from "./values/parsed.ts";
export type { ValueProblem } from "./values/value-problem.ts";
export type { Option } from "./values/choice.ts";
export { emailKey, localPart } from "./values/email.ts";
export { parseLanguages } from "./values/language.ts";

export { csvFile, type CsvValue } from "./write-csv.ts";
