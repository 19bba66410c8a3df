/**
 * A market: mentees who each want one place, mentors with a number of places, and the pairs that are possible.
 *
 * Pairs are kept as compressed rows: the candidates of mentee `i` are `col[ptr[i] .. ptr[i + 1])`, with `weight` beside them.
 * People are numbers from 0; keys (for example database ids) are optional and make a result independent of the order of the input.
 * Everything in a market is plain data, so that it can be posted to a worker.
 */
export type Market = {
  readonly menteeCount: number;
  readonly mentorCount: number;
  /** Places of each mentor, 0 and more. */
  readonly capacity: Int32Array;
  /** How many mentees each mentor must have at the least, locked ones included; left out where nobody must have any. */
  readonly least?: Int32Array;
  /** Where each mentee's candidates begin; length `menteeCount + 1`. */
  readonly ptr: Int32Array;
  /** The mentor of each candidate pair. */
  readonly col: Int32Array;
  /** What each candidate pair is worth: an integer from 0 to `MAX_WEIGHT`. */
  readonly weight: Int32Array;
  /** The mentor to whom each mentee is locked, or -1. A locked pair is always among the candidate pairs. */
  readonly locked: Int32Array;
  readonly menteeKeys: readonly string[] | null;
  readonly mentorKeys: readonly string[] | null;
};

export type Pair = { readonly mentee: number; readonly mentor: number };
export type WeightedPair = Pair & { readonly weight: number };
/** A pair that must be in the result. `weight` is used only where the pair is no candidate (0 if left out). */
export type LockedPair = Pair & { readonly weight?: number | undefined };

/** What both ways of making a market have in common. */
export type MarketTerms = {
  /** Places of each mentor; its length is the number of mentors. */
  readonly capacity: ArrayLike<number>;
  /** How many mentees each mentor must have at the least, locked ones included: one whole number each, from 0 to her capacity. */
  readonly least?: ArrayLike<number> | undefined;
  readonly locked?: Iterable<LockedPair> | undefined;
  /** Pairs that must not be in the result; a forbidden pair is simply no candidate. */
  readonly forbidden?: Iterable<Pair> | undefined;
  /** A unique key for each mentee, e.g. an id. With keys for both sides the result does not depend on the order of the input. */
  readonly menteeKeys?: readonly string[] | undefined;
  readonly mentorKeys?: readonly string[] | undefined;
};

/** The largest weight of a pair. Scoring yields 0 to 10,000; the engine itself is exact far beyond. */
export const MAX_WEIGHT = 1_000_000_000;

export type MarketProblem =
  | "bad-count"
  | "bad-capacity"
  | "bad-least"
  | "least-not-reachable"
  | "least-not-kept"
  | "not-pinned"
  | "bad-start"
  | "bad-stay"
  | "bad-rows"
  | "bad-weight"
  | "unknown-mentee"
  | "unknown-mentor"
  | "same-pair-twice"
  | "bad-keys"
  | "mentee-locked-twice"
  | "locked-and-forbidden"
  | "locked-beyond-capacity"
  | "too-large";

/** Why a market cannot be made: a `problem` for programs, the people concerned, and a sentence that says how to mend it. */
export class MarketError extends Error {
  readonly problem: MarketProblem;
  readonly mentee: number | null;
  readonly mentor: number | null;
  /** Where it is about several mentors together: all of them. */
  readonly mentors: readonly number[];

  constructor(problem: MarketProblem, message: string, who: { mentee?: number; mentor?: number; mentors?: readonly number[] } = {}) {
    super(message);
    this.name = "MarketError";
    this.problem = problem;
    this.mentee = who.mentee ?? null;
    this.mentor = who.mentor ?? who.mentors?.[0] ?? null;
    this.mentors = who.mentors ?? (this.mentor === null ? [] : [this.mentor]);
  }
}

/** What a candidate pair is worth, or -1 where the two are no candidates for each other. */
export function weightOf(market: Market, mentee: number, mentor: number): number {
  for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
    if (market.col[e] === mentor) return market.weight[e]!;
  }
  return -1;
}
