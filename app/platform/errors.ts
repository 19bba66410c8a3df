/**
 * Refusals: what the program says no to, in words for the person who asked.
 * Anything else that is thrown is a bug and reaches the log.
 */
import type { Language } from "./i18n.ts";

/** A sentence in whichever language it will be read: `(language) => sessionWords(language).overlap`. */
export type Sentence = (language: Language) => string;

abstract class Refusal extends Error {
  readonly sentence: Sentence;
  constructor(sentence: Sentence) {
    super(sentence("en"));
    this.sentence = sentence;
  }
}

/** The state of things does not allow it (any more): the reader can look and try otherwise. */
export class Conflict extends Refusal {
  override readonly name = "Conflict";
}

/** Too much in too short a time: the same is possible a little later. */
export class TooMuch extends Conflict {}

/** The reader sees the thing but lacks the right. */
export class NotAllowed extends Refusal {
  override readonly name = "NotAllowed";
}

/** What was typed cannot be used; each sentence belongs to its field. */
export class Invalid extends Error {
  override readonly name = "Invalid";
  readonly fields: Readonly<Record<string, Sentence>>;
  constructor(fields: Readonly<Record<string, Sentence>>) {
    super(
      Object.entries(fields)
        .map(([field, sentence]) => `${field}: ${sentence("en")}`)
        .join("; "),
    );
    this.fields = fields;
  }
}

/** It does not exist for the reader, whether or not it exists. */
export class NotFound extends Error {
  override readonly name = "NotFound";
}

/** What was asked for, or the answer that it does not exist. */
export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new NotFound();
  return value;
}

export const isConflictOrNotAllowed = (error: unknown): error is Conflict | NotAllowed => error instanceof Refusal;
