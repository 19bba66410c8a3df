/** Why a file as a whole cannot be read. The words for each reason are in `spreadsheets.messages.ts`. */
export type Refusal =
  | { reason: "empty" }
  | { reason: "legacy-xls" }
  | { reason: "binary-workbook" }
  | { reason: "open-document" }
  | { reason: "apple-numbers" }
  | { reason: "pdf" }
  | { reason: "web-page" }
  | { reason: "xml-spreadsheet" }
  | { reason: "password" }
  | { reason: "other-document" }
  | { reason: "not-a-spreadsheet" }
  | { reason: "damaged" }
  | { reason: "suspicious-archive" }
  | { reason: "unpacks-too-large"; limitBytes: number }
  | { reason: "too-many-bytes"; limitBytes: number }
  | { reason: "too-many-rows"; limit: number }
  | { reason: "too-many-columns"; limit: number; columns: number }
  | { reason: "cell-too-long"; limit: number; line: number; column: number }
  | { reason: "row-too-long"; limit: number; line: number }
  | { reason: "too-slow"; seconds: number }
  | { reason: "too-much-memory" }
  | { reason: "no-such-sheet"; sheet: string; sheets: readonly string[] };

/** Thrown for a file that cannot be read; anything else that is thrown is a fault of ours or of the disk. */
export class SpreadsheetRefused extends Error {
  override readonly name = "SpreadsheetRefused";
  readonly refusal: Refusal;

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(`spreadsheet refused: ${JSON.stringify(refusal)}`, options);
    this.refusal = refusal;
  }
}
