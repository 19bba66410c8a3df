import { type Certificate, certificate } from "./assignment/certificate.ts";
import { maximumWeightMatching, type Progress } from "./assignment/maximum-weight.ts";
import { keepPairs } from "./fair/kept-pairs.ts";
import type { Market } from "./market/market.ts";

/** What a program wants from a matching. Plain data. */
export type MatchObjective =
  /** The largest total weight; among those, one with the most people. */
  | { readonly kind: "most-good" }
  /** The most people; among those, the largest total weight. */
  | { readonly kind: "most-people" }
  /**
   * Whoever has ranked mentors gets one whom she ranked `choices` or better, or nobody; whoever has ranked none of her candidates
   * may get any of them. Among such matchings the largest total weight.
   */
  | { readonly kind: "top-choices"; readonly choices: number };

/** Who likes whom, beside `market.col`: ranks from 1, equal numbers are ties, 0 is not ranked. */
export type Preferences = {
  /** The rank of the pair's mentor on the mentee's list. */
  readonly menteeRank: Int32Array;
  /** The rank of the pair's mentee on the mentor's list. */
  readonly mentorRank: Int32Array;
};

export type MatchOptions = {
  readonly objective: MatchObjective;
  /** Needed for `top-choices`. */
  readonly preferences?: Preferences | undefined;
  /** The lottery that breaks ties. The same market, objective and seed always give the same matching. */
  readonly seed: string | number;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly cancelled?: (() => boolean) | undefined;
};

/** What shows, without trust in the solver, that the matching is what the objective asks for. Plain data, one kind for each sort of argument. */
export type Proof = {
  /** Prices and profits (duality): no matching of the pairs that the objective allows is better. */
  readonly kind: "prices";
  readonly certificate: Certificate;
};

/** A matching with its proof: plain data, can be posted between threads and written as JSON. */
export type Outcome = {
  readonly objective: MatchObjective;
  /** The mentor of each mentee, or -1. */
  readonly assignment: readonly number[];
  /** Sum of the weights of the pairs. */
  readonly total: number;
  /** Number of pairs. */
  readonly matched: number;
  readonly proof: Proof;
};

/**
 * Matches a market as the objective asks. `checkOutcome` verifies what comes out.
 * @throws {MatchingCancelled} when `cancelled` answers true
 * @throws {RangeError} where the objective needs preferences and there are none that fit, or its number of choices is none
 * @throws {MarketError} as the solvers do
 */
export function match(market: Market, options: MatchOptions): Outcome {
  const { objective, preferences, ...how } = options;
  switch (objective.kind) {
    case "most-good":
    case "most-people":
      return priced(objective, certificate(maximumWeightMatching(market, { ...how, objective: objective.kind })));
    case "top-choices": {
      const allowed = topChoices(market, requirePreferences(market, preferences), objective.choices);
      return priced(objective, certificate(maximumWeightMatching(allowed, { ...how, objective: "most-good" })));
    }
  }
}

function priced(objective: MatchObjective, proven: Certificate): Outcome {
  const { assignment, total, matched } = proven;
  return { objective, assignment, total, matched, proof: { kind: "prices", certificate: proven } };
}

/** The market without the pairs beyond each mentee's first `choices`; mentors of the same rank are the same choice. */
function topChoices(market: Market, { menteeRank }: Preferences, choices: number): Market {
  if (!(Number.isInteger(choices) && choices >= 1)) {
    throw new RangeError(`The number of choices is ${choices}. Give a whole number from 1 up.`);
  }
  const hasRanked = new Uint8Array(market.menteeCount);
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) if (menteeRank[e]! > 0) hasRanked[mentee] = 1;
  }
  return keepPairs(market, (e, mentee) => hasRanked[mentee] === 0 || (menteeRank[e]! > 0 && menteeRank[e]! <= choices));
}

function requirePreferences(market: Market, preferences: Preferences | undefined): Preferences {
  if (!preferences) throw new RangeError("This objective goes by preferences. Give `preferences`, with a rank beside each candidate pair.");
  const { length } = market.col;
  if (preferences.menteeRank.length === length && preferences.mentorRank.length === length) return preferences;
  throw new RangeError(`The market has ${length} candidate pairs. Give as many ranks of mentees and of mentors, 0 for not ranked.`);
}
