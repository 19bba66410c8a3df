import type { Market } from "../market/market.ts";

/**
 * How people rank each other, aligned with the candidate pairs of a market: entry `e` is about the pair `e` of `market.col`.
 * A rank is a whole number from 1 (liked best); equal numbers of one person are ties; 0 says that this person would rather have
 * nobody. A pair is acceptable when both ranks are above 0. Ranks need not be without gaps.
 */
export type Preferences = {
  /** The rank of the mentor on the mentee's list. */
  readonly menteeRank: Int32Array;
  /** The rank of the mentee on the mentor's list. */
  readonly mentorRank: Int32Array;
};

/** The largest rank that may be given: twice that still fits into 32 bits. */
export const MAX_RANK = 1_000_000_000;

export type PreferencesProblem = "wrong-length" | "bad-rank";

/** Why preferences do not fit their market, with a sentence that says how to mend it. */
export class PreferencesError extends Error {
  readonly problem: PreferencesProblem;
  /** The candidate pair concerned, or null. */
  readonly pair: number | null;

  constructor(problem: PreferencesProblem, message: string, pair: number | null = null) {
    super(message);
    this.name = "PreferencesError";
    this.problem = problem;
    this.pair = pair;
  }
}

/** @throws {PreferencesError} for lists of another length than the market's, or ranks that are none */
export function requirePreferences(market: Market, preferences: Preferences): void {
  for (const side of ["menteeRank", "mentorRank"] as const) {
    const ranks = preferences[side];
    if (ranks.length !== market.col.length) {
      const message = `${side} has ${ranks.length} ranks for ${market.col.length} candidate pairs. Give one for each, 0 where there is none.`;
      throw new PreferencesError("wrong-length", message);
    }
    // What none of the bits of all exceeds, no rank does: then there is nothing to look for.
    let bits = 0;
    for (let e = 0; e < ranks.length; e++) bits |= ranks[e]!;
    // Stryker disable next-line all: speed (it saves comparing each rank)
    if (bits >>> 0 <= MAX_RANK) continue;
    for (let e = 0; e < ranks.length; e++) {
      // As an unsigned number what is below 0 is far above.
      if (ranks[e]! >>> 0 <= MAX_RANK) continue;
      const message = `${side} of candidate pair ${e} is ${ranks[e]}. Give a whole number from 1 to ${MAX_RANK}, or 0 for not acceptable.`;
      throw new PreferencesError("bad-rank", message, e);
    }
  }
}

/** Preferences by weight alone: both sides like the heavier pair more, equal weights equally, and everyone is acceptable. */
export function preferencesFromWeights(market: Market): Preferences {
  const none = new Int32Array(market.col.length);
  return completePreferences(market, { menteeRank: none, mentorRank: none });
}

/**
 * Puts the candidates whom somebody has not ranked behind those whom she has, by falling weight, equal weights as ties: for programs
 * in which few people rank. Nobody is refused after that; a pair that must not be is a forbidden pair of the market.
 * @param whose `everyone` (default), or `who-ranked-nobody`: those who have ranked somebody then keep their lists as they are, and
 *   refuse the others.
 * @throws {PreferencesError} as `requirePreferences` does
 */
export function completePreferences(
  market: Market,
  preferences: Preferences,
  whose: "everyone" | "who-ranked-nobody" = "everyone",
): Preferences {
  requirePreferences(market, preferences);
  const menteeRank = preferences.menteeRank.slice();
  const mentorRank = preferences.mentorRank.slice();
  const completeOne = (rank: Int32Array, pairs: Int32Array): void => {
    let last = 0;
    for (const e of pairs) last = Math.max(last, rank[e]!);
    if (last > 0 && whose === "who-ranked-nobody") return;
    const unranked = pairs.filter((e) => rank[e] === 0).toSorted((a, b) => market.weight[b]! - market.weight[a]!);
    let above = -1;
    for (const e of unranked) {
      if (market.weight[e] !== above) last++;
      above = market.weight[e]!;
      rank[e] = last;
    }
  };
  const pairs = Int32Array.from(market.col, (_, e) => e);
  for (let i = 0; i < market.menteeCount; i++) completeOne(menteeRank, pairs.subarray(market.ptr[i], market.ptr[i + 1]));
  const { ptr, pair } = pairsByMentor(market);
  for (let j = 0; j < market.mentorCount; j++) completeOne(mentorRank, pair.subarray(ptr[j], ptr[j + 1]));
  const completed = { menteeRank, mentorRank };
  // Behind a rank of nearly MAX_RANK there may be no room for the others.
  requirePreferences(market, completed);
  return completed;
}

/** The candidate pairs seen from the mentors: those of mentor `j` are `pair[ptr[j] .. ptr[j + 1])`, each the index of a pair. */
export function pairsByMentor({ mentorCount, col }: Market): { readonly ptr: Int32Array; readonly pair: Int32Array } {
  const ptr = new Int32Array(mentorCount + 1);
  for (const j of col) ptr[j + 1]! += 1;
  for (let j = 0; j < mentorCount; j++) ptr[j + 1]! += ptr[j]!;
  const next = ptr.slice();
  const pair = new Int32Array(col.length);
  for (let e = 0; e < col.length; e++) pair[next[col[e]!]!++] = e;
  return { ptr, pair };
}
