/** One participant as the matching sees her: what she answered, and for how many there is room. Plain data. */
import type { AnswerSource, ProfileField, ShownTo } from "./answer-source.ts";

export type AnswerValue = string | number | readonly string[] | readonly number[];

export interface MatchingPerson {
  /** The participant's id. */
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly timeZone: string | null;
  /** Only what was answered: nothing empty stands in it. */
  readonly answers: ReadonlyMap<AnswerSource, AnswerValue>;
  /** Who sees each field of her profile. */
  readonly visibility: Readonly<Partial<Record<ProfileField, ShownTo>>>;
}

export const answerOf = (person: MatchingPerson, source: AnswerSource): AnswerValue | undefined => person.answers.get(source);

export const wordsOf = (value: AnswerValue | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : typeof value === "number" ? [String(value)] : value.map(String);

/** The same word however it was typed: case, width and extra spaces aside. */
export const fold = (word: string): string =>
  // Plain letters with single spaces, which most words are, need no more than this.
  /^[!-~]+(?: [!-~]+)*$/.test(word) ? word.toLowerCase() : word.normalize("NFKC").trim().replaceAll(/\s+/gu, " ").toLocaleLowerCase("und");

/** A language without its region: who speaks the Spanish of Mexico speaks Spanish. */
export const languageOf = (code: string): string => code.trim().toLowerCase().split(/[-_]/u)[0]!;
