import { MatchingCancelled } from "../market/cancellation.ts";
import { openPlaces } from "../market/canonical.ts";
import type { Market, WeightedPair } from "../market/market.ts";
import type { Scoring } from "../scoring/rules.ts";
import type { ScoringOptions } from "../scoring/score.ts";
import { BestKeys } from "./best-keys.ts";
import { needFor, RowBounds } from "./row-bounds.ts";
import { keyOf, stepsOfKey } from "./tie-order.ts";

export type MissingOptions = ScoringOptions & {
  readonly excluded?: ((mentee: number, mentor: number) => boolean) | undefined;
  readonly margin?: number | undefined;
};

const MOST_EXCESS = 2 ** 30;

/** The prices of a best matching of the market, as `maximumWeightMatching` gives them. */
export type Priced = {
  readonly assignment: ArrayLike<number>;
  readonly bonus: number;
  readonly prices: ArrayLike<number>;
  readonly profits: ArrayLike<number>;
};

/**
 * Pairs that the rules allow and the market lacks, although they would be worth more than their prices say: by any of them the best
 * matching might become better. Where there are none, the best matching of the market is the best of all pairs that the rules allow
 * (dual feasibility; a search for them is the pricing step of column generation: Gilmore and Gomory 1961). A pair of an unmatched
 * mentee and a mentor with a free place counts as missing also where it weighs nothing.
 *
 * @param limit for each mentee no more pairs than so many: those whose worth exceeds profit and price most
 * @param options `excluded`: pairs that must stay out although the rules allow them (forbidden ones). `margin`: list also pairs that
 *   fall short of being missing by no more than this much weight, since when some are added the prices of others change.
 * @returns `count`: how many are missing in all (without the margin); `pairs`: the best of them, by mentee
 * @throws {MatchingCancelled} when `cancelled` answers true
 */
export function missingPairs(
  scoring: Scoring,
  market: Market,
  { assignment, bonus, prices, profits }: Priced,
  limit: number,
  options: MissingOptions = {},
): { readonly count: number; readonly pairs: readonly WeightedPair[] } {
  const { margin = 0, excluded } = options;
  const row = new RowBounds(
    scoring,
    Int32Array.from({ length: market.mentorCount }, (_, j) => j),
  );
  const free = openPlaces(market);
  for (const [mentee, mentor] of Array.from(assignment).entries()) if (mentor >= 0 && market.locked[mentee]! < 0) free[mentor]! -= 1;
  const open = openPlaces(market);
  const best = new BestKeys(1, limit);
  const weights = new Map<number, number>();
  const isIn = new Int32Array(market.mentorCount).fill(-1);
  const pairs: WeightedPair[] = [];
  let count = 0;
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    if (mentee % 256 === 0) {
      if (options.cancelled?.()) throw new MatchingCancelled();
      options.onProgress?.({ done: mentee, of: market.menteeCount });
    }
    if (market.locked[mentee]! >= 0) continue;
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) isIn[market.col[e]!] = mentee;
    const profit = profits[mentee]! - bonus;
    const isFree = assignment[mentee]! < 0;
    best.clear(0);
    weights.clear();
    row.turnTo(mentee);
    for (let k = 0; k < row.count; k++) {
      const mentor = row.open[k]!;
      const above = profit + prices[mentor]! + (isFree && free[mentor]! > 0 ? -1 : 0);
      // Stryker disable next-line ArithmeticOperator: speed (what weighs too little is left out once it is weighed)
      const need = needFor(above + 1 - margin);
      if (row.bounds[mentor]! < need || isIn[mentor] === mentee || open[mentor]! <= 0) continue;
      if (!row.keeps(mentor) || row.measured(mentor, need) < need || excluded?.(mentee, mentor)) continue;
      const weight = row.weigh(mentor);
      if (weight <= above - margin) continue;
      if (weight > above) count++;
      weights.set(mentor, weight);
      // With the bonus of most people more than a key can hold; those who would be matched by it all come first.
      best.offer(0, keyOf(Math.min(weight - above + margin, MOST_EXCESS), mentor));
    }
    for (const key of best.sorted(0)) pairs.push({ mentee, mentor: stepsOfKey(key), weight: weights.get(stepsOfKey(key))! });
  }
  options.onProgress?.({ done: market.menteeCount, of: market.menteeCount });
  return { count, pairs };
}
