/** What a changed question does to the answers that are there already. Pure. */
import { type AskedOf, isAskedOf, type Question } from "./question.ts";

/** How often a question was answered, and how often each option was chosen. */
export interface AnswerUse {
  readonly mentors: number;
  readonly mentees: number;
  readonly options: ReadonlyMap<string, number>;
}

/** An option that people chose and that is no longer offered. */
export interface VanishedOption {
  readonly option: string;
  readonly answers: number;
  /** The field of the form in which it is said what becomes of those answers. */
  readonly field: string;
  /** The new words in its line, where they look like the same option in other words. */
  readonly suggestion: string | undefined;
}

/** In what is said about a vanished option: its answers become this option's, or go. */
export const becomes = (option: string): string => `to:${option}`;
export const goes = "go";

export function vanishedOptions(before: readonly string[], after: readonly string[], use: AnswerUse): VanishedOption[] {
  return before.flatMap((option, index) => {
    const answers = use.options.get(option) ?? 0;
    if (answers === 0 || after.includes(option)) return [];
    const inItsLine = before.length === after.length ? after[index] : undefined;
    const suggestion = inItsLine !== undefined && !before.includes(inItsLine) ? inItsLine : undefined;
    return [{ option, answers, field: `became-${index}`, suggestion }];
  });
}

/** What was said about an option: the option that it became, null where its answers go, undefined where nothing usable was said. */
export function fateOf(said: string | undefined, after: readonly string[]): string | null | undefined {
  if (said === goes) return null;
  return after.find((option) => said === becomes(option));
}

/** How many answers belong to people who are no longer asked. */
export const strandedAnswers = (after: AskedOf, use: AnswerUse): number =>
  (isAskedOf({ askedOf: after }, "mentor") ? 0 : use.mentors) + (isAskedOf({ askedOf: after }, "mentee") ? 0 : use.mentees);

/** The kinds that a question may change to and keep its answers: of one option, ordered or not. */
export const kindsLike = (kind: Question["kind"]): Question["kind"][] =>
  kind === "choice" || kind === "scale" ? ["choice", "scale"] : [kind];
