/** What an import of people is, and how it goes from a file to people. Pure. */
import type { CsvDelimiter, CsvEncoding, Refusal, RowProblem, ValueProblem } from "../../platform/spreadsheets/index.ts";

export const roles = ["mentor", "mentee"] as const;
export type Role = (typeof roles)[number];
export const otherRole = (role: Role): Role => (role === "mentor" ? "mentee" : "mentor");
export const askedOf = (role: Role): "mentors" | "mentees" => (role === "mentor" ? "mentors" : "mentees");

/**
 * reading: the file is looked over · mapping: a person says what each column means · checking: the dry run ·
 * checked: its result waits for a yes · running: people are made · then done, and perhaps undoing and undone.
 * failed: the file turned out to be unreadable.
 */
export type ImportState = "reading" | "mapping" | "checking" | "checked" | "running" | "done" | "failed" | "undoing" | "undone";
/** How the file is to be read where the guess was wrong. */
export interface Reading {
  readonly encoding?: CsvEncoding;
  readonly delimiter?: CsvDelimiter;
  readonly headerLine?: number;
}

/** make: a new participant · merged: a further line of somebody · skip: cannot be read. */
export type Outcome = "make" | "change" | "same" | "merged" | "skip";

/** What came, or would come, of the rows. */
export interface Counts {
  readonly make?: number;
  readonly change?: number;
  readonly same?: number;
  readonly merged?: number;
  readonly skip?: number;
  /** People who wrote something themselves that the file would have overwritten. */
  readonly kept?: number;
  /** Parts in the other role. */
  readonly others?: number;
  /** Cells left out. */
  readonly cells?: number;
  /** Field → how many people it changes for. */
  readonly changes?: Readonly<Record<string, number>>;
}

export type Loses = "row" | "cell" | "nothing";
/** What there is to say about one row, beside what the reader of spreadsheets says. */
export type OwnReason =
  | { readonly reason: "email-missing" }
  | { readonly reason: "name-from-email"; readonly name: string }
  | { readonly reason: "twice-in-file"; readonly line: number }
  | { readonly reason: "has-left" }
  | { readonly reason: "too-many-items"; readonly limit: number }
  | { readonly reason: "item-too-long"; readonly limit: number; readonly text: string };
export type RowReason = OwnReason | RowProblem | ValueProblem;

/** Why an import came to nothing. */
export type ImportProblem =
  | { readonly reason: "refused"; readonly refusal: Refusal }
  | { readonly reason: "cancelled" }
  | { readonly reason: "questions-changed" };

export const megabyte = 1_000_000;
/** The most that is taken in, packed as it comes. */
export const uploadLimits = { csv: 100 * megabyte, xlsx: 20 * megabyte } as const;
/** A file with other people's data is kept no longer than it can be of use. */
export const keepFileDays = 30;
