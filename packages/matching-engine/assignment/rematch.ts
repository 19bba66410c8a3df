import { type Market, MarketError, MAX_WEIGHT } from "../market/market.ts";
import { type MatchingOptions, type MatchingResult, maximumWeightMatching } from "./maximum-weight.ts";

export type RematchOptions = Omit<MatchingOptions, "start"> & {
  /** The mentor of each mentee of this market in the earlier matching, or -1. Pairs that are no candidates any more cannot be kept. */
  readonly previous: Int32Array;
  /** How much weight more each kept pair counts: a whole number from 0 up. Above the largest weight, most changes are not worth it. */
  readonly stay: number;
  /** The prices of the earlier matching, for the mentors of this market (0 for new ones): a head start. */
  readonly prices?: Float64Array | undefined;
};

export type Rematch = {
  /** The market with `stay` added to the pairs that could be kept: what `result` is the best matching of, and is to be checked against. */
  readonly market: Market;
  readonly result: MatchingResult;
  /** Sum of the weights of the pairs, without what was added for staying. */
  readonly total: number;
  /** What was added for staying: `total + stayTotal` is `result.total`. */
  readonly stayTotal: number;
  /** How many pairs were kept. */
  readonly kept: number;
};

/**
 * Matches again with few changes: each pair of the earlier matching that is kept counts `stay` more. The result is the best by
 * these weights, exactly, and its certificate is about them: `checkCertificate(rematch.market, rematch.result)`.
 *
 * With `prices` it begins at the earlier matching, and takes as long as there is to change; without, as long as any matching.
 * @throws {MarketError} `bad-stay` for a stay that is no whole number or makes weights too large, `bad-start` for a `previous` or
 *   `prices` of another length than the market's
 */
export function rematch(market: Market, { previous, stay, prices, ...how }: RematchOptions): Rematch {
  if (previous.length !== market.menteeCount) {
    const message = `previous has ${previous.length} mentors for ${market.menteeCount} mentees. Give one each, -1 for nobody.`;
    throw new MarketError("bad-start", message);
  }
  if (!(Number.isInteger(stay) && stay >= 0)) {
    throw new MarketError("bad-stay", `stay is ${stay}. Give a whole number from 0 up.`);
  }
  const weight = market.weight.slice();
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
      if (market.col[e] !== previous[mentee]) continue;
      if (weight[e]! + stay > MAX_WEIGHT) {
        const message = `With ${stay} more for staying, the pair of mentee ${mentee} and mentor ${market.col[e]} would count ${weight[e]! + stay}; the most is ${MAX_WEIGHT}. Give less.`;
        throw new MarketError("bad-stay", message, { mentee, mentor: market.col[e]! });
      }
      weight[e]! += stay;
    }
  }
  const adjusted = { ...market, weight };
  const start = prices && { assignment: previous, prices };
  const result = maximumWeightMatching(adjusted, { ...how, start });
  let kept = 0;
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    if (result.assignment[mentee]! >= 0 && result.assignment[mentee] === previous[mentee]) kept++;
  }
  const stayTotal = kept * stay;
  return { market: adjusted, result, total: result.total - stayTotal, stayTotal, kept };
}
