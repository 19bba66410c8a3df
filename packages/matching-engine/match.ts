import { type Certificate, certificate } from "./assignment/certificate.ts";
import { maximumWeightMatching, type Progress } from "./assignment/maximum-weight.ts";
import { fairMatching, type FairMatching, type FairProof, type FairRule } from "./fair/fair-matching.ts";
import { keepPairs } from "./fair/kept-pairs.ts";
import type { Market } from "./market/market.ts";
import type { Preferences } from "./stable/preferences.ts";
import { type StableProgress, type StableResult, stableMatching } from "./stable/stable-matching.ts";

/** What a program wants from a matching. Plain data. */
export type MatchObjective =
  /** The largest total weight; among those, one with the most people. */
  | { readonly kind: "most-good" }
  /** The most people; among those, the largest total weight. */
  | { readonly kind: "most-people" }
  /**
   * No mentee and mentor would both rather have each other, by how they rank each other. The best for each single one of those who
   * propose (see `stableMatching` for what `ties` does to that); weights count for nothing.
   */
  | { readonly kind: "stable"; readonly proposing: "mentees" | "mentors"; readonly ties: "lottery" | "largest" }
  /** Fair between groups, or to each person, by one of several rules. */
  | ({ readonly kind: "fair" } & FairRule)
  /**
   * Whoever has ranked mentors gets one whom she ranked `choices` or better, or nobody; whoever has ranked none of her candidates
   * may get any of them. Among such matchings the largest total weight.
   */
  | { readonly kind: "top-choices"; readonly choices: number };

export type MatchOptions = {
  readonly objective: MatchObjective;
  /** Needed for `stable` and `top-choices`. */
  readonly preferences?: Preferences | undefined;
  /** The lottery that breaks ties. The same market, objective and seed always give the same matching. */
  readonly seed: string | number;
  readonly onProgress?: ((progress: Progress | StableProgress) => void) | undefined;
  readonly cancelled?: (() => boolean) | undefined;
};

/** What shows, without trust in the solver, that the matching is what the objective asks for. Plain data, one kind for each sort of argument. */
export type Proof =
  /** Prices and profits (duality): no matching of the pairs that the objective allows is better. */
  | { readonly kind: "prices"; readonly certificate: Certificate }
  /** No blocking pair. How high the pairs rank, and, where ties serve to match more people, what is known about the most. */
  | ({ readonly kind: "stability" } & Pick<StableResult, "ranks" | "largest">)
  | FairProof;

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
  /** For `fair`: how each group fares before and after, and what fairness costs. */
  readonly fairness: Pick<FairMatching, "groups" | "price"> | null;
};

/**
 * Matches a market as the objective asks. `checkOutcome` verifies what comes out.
 * @throws {MatchingCancelled} when `cancelled` answers true
 * @throws {RangeError} where the objective needs preferences and there are none that fit, or its number of choices is none
 * @throws {PreferencesError} for ranks that are none
 * @throws {MarketError} as the solvers do
 */
export function match(market: Market, options: MatchOptions): Outcome {
  const { objective, preferences, ...how } = options;
  switch (objective.kind) {
    case "most-good":
    case "most-people":
      return priced(objective, certificate(maximumWeightMatching(market, { ...how, objective: objective.kind })));
    case "stable": {
      const given = requirePreferences(market, preferences);
      const { assignment, total, matched, ranks, largest } = stableMatching(market, given, { ...objective, ...how });
      return { objective, assignment: [...assignment], total, matched, proof: { kind: "stability", ranks, largest }, fairness: null };
    }
    case "fair": {
      const plain = objective.groupOf ? { ...objective, groupOf: Array.from(objective.groupOf) } : objective;
      const { groups, price, ...fair } = fairMatching(market, { ...plain, ...how });
      return { objective: plain, ...fair, fairness: { groups, price } };
    }
    case "top-choices": {
      const allowed = topChoices(market, requirePreferences(market, preferences), objective.choices);
      return priced(objective, certificate(maximumWeightMatching(allowed, { ...how, objective: "most-good" })));
    }
  }
}

function priced(objective: MatchObjective, proven: Certificate): Outcome {
  const { assignment, total, matched } = proven;
  return { objective, assignment, total, matched, proof: { kind: "prices", certificate: proven }, fairness: null };
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
