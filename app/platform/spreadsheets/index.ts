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
export type { ByteSource, CsvDelimiter, CsvEncoding, Spreadsheet, SpreadsheetInput } from "./spreadsheet.ts";
export type { RowProblem, SheetRow } from "./sheet-row.ts";
export { SpreadsheetRefused, type Refusal } from "./refusal.ts";
export { spreadsheetLimits, type SpreadsheetLimits } from "./limits.ts";
export { spreadsheetWords, tell } from "./spreadsheets.messages.ts";

export { guessColumns, type ColumnGuess, type ColumnTarget } from "./columns/guess-columns.ts";
export type { KnownField } from "./columns/known-fields.ts";

export { cellReader, type CellKind, type CellTarget, type CellValue } from "./values/cell-reader.ts";
export type { Parsed } from "./values/parsed.ts";
export type { UnknownItem, ValueProblem } from "./values/value-problem.ts";
export { parseAvailability } from "./values/availability.ts";
export { parseChoice, parseChoices, parseScale, type Option } from "./values/choice.ts";
export { parseCountry } from "./values/country.ts";
export { guessDateOrder, parseDate, type DateOrder } from "./values/date.ts";
export { emailKey, localPart, parseEmail } from "./values/email.ts";
export { parseLanguages } from "./values/language.ts";
export { guessListSeparator, parseList, type ListSeparator } from "./values/list.ts";
export { guessDecimalMark, parseCapacity, parseNumber, type DecimalMark, type NumberOptions } from "./values/number.ts";
export { parsePersonName, type PersonName } from "./values/person-name.ts";
export { parseText } from "./values/text.ts";
export { parseTimeZone } from "./values/time-zone.ts";
export { parseYesNo } from "./values/yes-no.ts";

export { csvFile, csvLine, type CsvValue } from "./write-csv.ts";
