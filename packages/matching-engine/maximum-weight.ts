import type { Market } from "./market.ts";

/**
 * What is maximized.
 * - `most-good`: the total weight; among the matchings with the largest total, one with the most people. So a pair of weight 0 is
 *   matched wherever that costs nothing.
 * - `most-people`: the number of people matched; among those, the total weight.
 */
export type Objective = "most-good" | "most-people";

export type Progress = { readonly stage: "preparing" | "bidding" | "settling" | "done"; readonly done: number; readonly of: number };

export type MatchingOptions = {
  readonly objective?: Objective | undefined;
  /** The lottery that breaks ties between equally good matchings. The same seed always gives the same matching. */
  readonly seed: string | number;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Asked every few milliseconds; the solver stops with `MatchingCancelled` once it answers true. */
  readonly cancelled?: (() => boolean) | undefined;
};

/** A matching with the prices that prove it. Plain data, can be posted between threads. */
export type MatchingResult = {
  readonly objective: Objective;
  /** The mentor of each mentee, or -1. */
  readonly assignment: Int32Array;
  /** Sum of the weights of the pairs. */
  readonly total: number;
  /** Number of pairs. */
  readonly matched: number;
  /** What each pair counts for beside its weight: 0 for `most-good`; more than all weights together for `most-people`. */
  readonly bonus: number;
  /** What a place with each mentor costs: how much the others would gain if she had one place fewer to give away. 0 where a place is free. */
  readonly prices: Float64Array;
  /** What each mentee gains: weight plus bonus, minus the price; 0 for the unmatched. For a locked mentee the whole weight plus bonus. */
  readonly profits: Float64Array;
  /** Profits plus prices of all places, minus what the pairs are worth. Less than 1 proves that no matching is better. */
  readonly gap: number;
  readonly stats: { readonly edges: number; readonly bids: number; readonly searches: number; readonly augmentations: number };
};

/** The caller asked to stop. */
export class MatchingCancelled extends Error {
  constructor() {
    super("The matching was cancelled before it was complete.");
    this.name = "MatchingCancelled";
  }
}

/**
 * The best matching of a market, exactly.
 * @throws {MatchingCancelled} when `cancelled` answers true
 * @throws {MarketError} `too-large` when the sums would not be exact in 53 bits
 */
export function maximumWeightMatching(_market: Market, _options: MatchingOptions): MatchingResult {
  throw new Error("follows");
}
