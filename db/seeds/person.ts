/** How the people of the demo are written down: cards in plain words. `app/home/demo` turns them into rows. */
import type { Place } from "./places.ts";

export interface SeedPerson {
  /** What stands before the @ of her address, and what other cards call her. */
  readonly key: string;
  readonly name: string;
  readonly pronouns?: string;
  /** In which of our languages she reads, and writes about herself. */
  readonly writes: "en" | "es" | "ar";
  readonly lives: Place;
  /** Codes, BCP 47: "en ar". */
  readonly speaks: string;
  readonly headline?: string;
  readonly story?: string;
  /** "choir, long walks" */
  readonly likes?: string;
  /** Each with how well, 1 to 5: "negotiation 4, budgeting 3". */
  readonly gives?: string;
  /** The same; without a number she does not say how far she is. */
  readonly hopes?: string;
  readonly canGive?: string;
  readonly hopesFor?: string;
  /** On her own clock: "Mon Wed 18-21, Sat 9-12". */
  readonly free?: string;
  /** She takes a break for so many days from now. */
  readonly pausedDays?: number;
}

/** What she does with an offer; left out: she says yes, within a day or two. */
export type Answering =
  | { readonly does: "waits" } // never answers, and the offer runs out
  | { readonly does: "looks" } // has not made up her mind yet, when the demo begins
  | { readonly does: "declines"; readonly reason: "not-now" | "enough-people" | "not-my-field" | "hours" | "other"; readonly note?: string }
  | { readonly does: "asks"; readonly question: string };

export interface SeedParticipant extends SeedPerson {
  /** Name of a question in the program's file → her answer. */
  readonly answers?: Readonly<Record<string, string | number | readonly string[]>>;
  readonly capacity?: number;
  /** How far she has come; left out: she has answered everything that is required. Who is "joined" still lacks an answer. */
  readonly stage?: "added" | "invited" | "joined" | "withdrawn";
  /** Came when the first round was already out. */
  readonly isLate?: boolean;
  readonly answering?: Answering;
  /** What she answers when she is asked something before the other says yes. */
  readonly replies?: string;
}

/** Somebody of the staff. */
export interface SeedStaff extends SeedPerson {
  readonly role: "owner" | "administrator" | "member";
}
