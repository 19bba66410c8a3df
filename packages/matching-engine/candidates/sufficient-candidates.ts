import { maximumWeightMatching, type Objective } from "../assignment/maximum-weight.ts";
import { marketFromRows } from "../market/make-market.ts";
import type { Market, MarketTerms, WeightedPair } from "../market/market.ts";
import type { Scoring } from "../scoring/rules.ts";
import type { ScoredPairs } from "../scoring/score.ts";
import type { CandidateOptions } from "./candidates-of-range.ts";
import { missingPairs } from "./missing-pairs.ts";
import { topCandidates } from "./top-candidates.ts";

export type SufficientOptions = Omit<CandidateOptions, "seed" | "menteeKeys" | "mentorKeys" | "onProgress"> & {
  readonly objective: Objective;
  /** Rows to begin with, for instance from several threads, in place of `topCandidates`. */
  readonly begin?: ScoredPairs | undefined;
  /** The seed with which the market will be matched. */
  readonly seed: string | number;
  /** `round` counts the searches for pairs: the first for the best of each, every other for what is missing. */
  readonly onProgress?: ((progress: { readonly round: number; readonly done: number; readonly of: number }) => void) | undefined;
};

/** For each mentee no more than so many pairs are added at once. */
const ADDED_AT_ONCE = 10;
/** And these go a little beyond what is missing: on 20,000 by 5,000 people that saves seven of ten rounds. */
const MARGIN = 200;

/**
 * A market with few of all pairs whose best matching is the best of all pairs that the rules allow: `topCandidates` first, then
 * again and again what `missingPairs` finds by the prices of the best matching so far, until nothing is missing. So nobody is left
 * unmatched beside a mentor with a free place who would be possible for her, however many are cut off.
 *
 * That holds for `most-good` and `most-people` and no other objective.
 * @param terms places, locks, forbidden pairs and keys, as for `marketFromRows`. Give locks their weight: a pair that was cut off has none.
 * @throws {ScoringError | MarketError | MatchingCancelled} as the functions that it uses
 */
export function sufficientCandidates(scoring: Scoring, terms: MarketTerms, options: SufficientOptions): Market {
  const { objective, seed, cancelled, onProgress } = options;
  const { menteeKeys, mentorKeys } = terms;
  const told = (round: number) => (progress: { done: number; of: number }) => onProgress?.({ round, ...progress });
  const forbidden = new Set(Array.from(terms.forbidden ?? [], ({ mentee, mentor }) => `${mentee} ${mentor}`));
  const excluded = forbidden.size > 0 ? (mentee: number, mentor: number) => forbidden.has(`${mentee} ${mentor}`) : undefined;
  const fixed = { ...terms, locked: [...(terms.locked ?? [])], forbidden: [...(terms.forbidden ?? [])] };
  let rows = options.begin ?? topCandidates(scoring, { ...options, menteeKeys, mentorKeys, onProgress: told(0) });
  for (let round = 1; ; round++) {
    // A market takes over the rows that it is made from.
    const market = marketFromRows({ ...rows, ...fixed });
    const result = maximumWeightMatching(market, { seed, objective, cancelled });
    const missing = missingPairs(scoring, market, result, ADDED_AT_ONCE, {
      cancelled,
      excluded,
      margin: MARGIN,
      onProgress: told(round),
    });
    if (missing.count === 0) return market;
    rows = withPairs(rows, missing.pairs);
  }
}

/** Rows with more pairs, still sorted by falling weight. `added` is sorted by mentee. */
function withPairs({ ptr, col, weight }: ScoredPairs, added: readonly WeightedPair[]): ScoredPairs {
  const all = {
    ptr: new Int32Array(ptr.length),
    col: new Int32Array(col.length + added.length),
    weight: new Int32Array(col.length + added.length),
  };
  let [n, next] = [0, 0];
  for (let mentee = 0; mentee + 1 < ptr.length; mentee++) {
    const first = next;
    while (next < added.length && added[next]!.mentee === mentee) next++;
    const own = added.slice(first, next).toSorted((a, b) => b.weight - a.weight);
    let k = 0;
    const put = (mentor: number, worth: number) => {
      all.col[n] = mentor;
      all.weight[n++] = worth;
    };
    for (let e = ptr[mentee]!; e < ptr[mentee + 1]!; e++) {
      for (; k < own.length && own[k]!.weight > weight[e]!; k++) put(own[k]!.mentor, own[k]!.weight);
      put(col[e]!, weight[e]!);
    }
    for (; k < own.length; k++) put(own[k]!.mentor, own[k]!.weight);
    all.ptr[mentee + 1] = n;
  }
  return all;
}
