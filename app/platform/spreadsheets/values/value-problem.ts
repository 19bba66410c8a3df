/** Why a cell cannot be taken as it is. The words for each reason are in `spreadsheets.messages.ts`. */
export type ValueProblem =
  | { reason: "text-too-long"; limit: number; length: number }
  | { reason: "email-several"; addresses: readonly string[] }
  | { reason: "email-no-at"; text: string }
  | { reason: "email-no-domain"; text: string }
  | { reason: "email-space"; text: string }
  | { reason: "email-invalid"; text: string }
  | { reason: "not-yes-or-no"; text: string }
  | { reason: "not-a-number"; text: string }
  | { reason: "number-range"; text: string }
  | { reason: "number-not-whole"; text: string }
  | { reason: "number-too-small"; limit: number; text: string }
  | { reason: "number-too-large"; limit: number; text: string }
  | { reason: "not-a-date"; text: string }
  | { reason: "date-ambiguous"; text: string; readings: readonly [string, string] }
  | { reason: "date-impossible"; text: string }
  | { reason: "choice-unknown"; items: readonly UnknownItem[] }
  | { reason: "choice-several"; text: string }
  | { reason: "language-unknown"; items: readonly UnknownItem[] }
  | { reason: "country-unknown"; items: readonly UnknownItem[] }
  | { reason: "time-zone-unknown"; text: string; suggestions: readonly string[] }
  | { reason: "availability-unknown"; text: string; word: string }
  | { reason: "availability-backward"; text: string };

/** A word of the cell that matches no option, and the option that it most resembles, if any. */
export interface UnknownItem {
  readonly text: string;
  readonly suggestion?: string;
}
