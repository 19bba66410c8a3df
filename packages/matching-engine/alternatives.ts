import type { Market } from "./market.ts";
import type { MatchingResult } from "./maximum-weight.ts";

/** One mentee going elsewhere; -1 stands for unmatched. */
export type Move = { readonly mentee: number; readonly from: number; readonly to: number };

/** A pair that was not chosen, and what choosing it would cost. */
export type Alternative = {
  readonly mentee: number;
  readonly mentor: number;
  readonly weight: number;
  /** Exactly how much the best total falls when these two are paired. (With `most-people` it can be negative where `fewerPeople` is above 0.) */
  readonly cost: number;
  /** How many people fewer are matched in the cheapest way to do it (negative: more). */
  readonly fewerPeople: number;
  /** The cheapest way to do it, the pair itself included: who would move where. */
  readonly moves: readonly Move[];
};

export type UnmatchedReason =
  /** No mentor passed the must rules. */
  | { readonly reason: "no-candidates" }
  /** There are candidates, but none has a place that is not locked. */
  | { readonly reason: "no-places"; readonly mentors: readonly number[] }
  /** Each candidate's places went to pairs for whom more would be lost. Cheapest first. */
  | { readonly reason: "taken"; readonly mentors: readonly TakenMentor[] };

export type TakenMentor = {
  readonly mentor: number;
  readonly weight: number;
  /** What the total loses if this mentee takes a place here nevertheless. */
  readonly cost: number;
  readonly fewerPeople: number;
  /** Who has her places. */
  readonly heldBy: readonly number[];
};

export type Alternatives = {
  /** The cheapest other mentors for a mentee, cheapest first (then by weight). Empty for a locked mentee. */
  forMentee(mentee: number, limit: number): Alternative[];
  /** The cheapest other mentees for a mentor, cheapest first (then by weight). Locked mentees and mentors without an unlocked place: none. */
  forMentor(mentor: number, limit: number): Alternative[];
  /** What one pair would cost; null where they are no candidates, the mentee is locked elsewhere, or the mentor has no unlocked place. */
  ofPair(mentee: number, mentor: number): Alternative | null;
  /** Why a mentee is unmatched; null if she is matched. */
  whyUnmatched(mentee: number, limit: number): UnmatchedReason | null;
};

/**
 * Opens a matching for questions. Each answer is one shortest-path search over the market from the result's prices, and exact:
 * the same as solving again with the pair locked.
 */
export function alternatives(_market: Market, _result: MatchingResult): Alternatives {
  throw new Error("follows");
}
