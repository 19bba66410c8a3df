import { auction } from "./auction/auction.ts";
import { type EarlierMatching, earlierBids } from "./earlier-bids.ts";
import { MatchingCancelled } from "../market/cancellation.ts";
import { canonicalForm, largestWeight, openPlaces } from "../market/canonical.ts";
import { type Market, MarketError, weightOf } from "../market/market.ts";
import { MatchingState } from "./matching-state.ts";
import { takeOver } from "./round-prices.ts";
import { LeastNotReachable, settle, type SettleCounts } from "./settle.ts";

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
  /** A matching of this or a similar market, with its prices, to begin with instead of an auction. The result is as exact; it is found sooner where little has changed. */
  readonly start?: EarlierMatching | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /**
   * Asked at the beginning of each stage and after every 500,000 candidate pairs looked at (milliseconds; preparing a market of 2 million pairs is one step of some
   * 300 ms). The solver stops with `MatchingCancelled` once it answers true.
   */
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
  /** What a place with each mentor costs: how much the others would gain if she had one place fewer to give away. 0 where a place is free, and below 0 where she has only as many mentees as she must have and one fewer would be a gain. */
  readonly prices: Float64Array;
  /** What each mentee gains: weight plus bonus, minus the price; 0 for the unmatched. For a locked mentee the whole weight plus bonus. */
  readonly profits: Float64Array;
  /** Profits plus prices of all places, minus what the pairs are worth. Less than 1 proves that no matching is better. */
  readonly gap: number;
  readonly stats: { readonly edges: number; readonly bids: number; readonly searches: number; readonly augmentations: number };
};

/**
 * The best matching of a market, exactly.
 *
 * An auction finds prices that are nearly right; shortest augmenting paths make them right. Weights, prices and profits are
 * integers, so the gap of the result is 0.
 * @throws {MatchingCancelled} when `cancelled` answers true
 * @throws {MarketError} `least-not-reachable` when mentors cannot all have as many mentees as they must have; `too-large` for
 *   `most-people` when weights are so large that counting would not be exact in 53 bits
 */
export function maximumWeightMatching(market: Market, options: MatchingOptions): MatchingResult {
  const { objective = "most-good", seed, start, onProgress, cancelled } = options;
  const bonus = objective === "most-people" ? bonusOf(market) : 0;
  requireExactSums(bonus);
  if (start) requireFit(market, start);
  const watch = startWatch(cancelled, onProgress);
  watch("preparing", 0, 1);

  const state = new MatchingState(canonicalForm(market, seed), -bonus);
  const { beginning, bids } = start
    ? { beginning: earlierBids(state.market, -bonus, start), bids: 0 }
    : auction(
        state.market,
        () => state.columns(),
        (work, round, rounds) => watch("bidding", round, rounds, work),
      );
  takeOver(beginning, state);
  let faults = 0;
  watch("settling", 0, 1);
  const counts = settled(market, state, (work, left) => {
    faults = Math.max(faults, left);
    watch("settling", faults - left, faults, work);
  });
  onProgress?.({ stage: "done", done: 1, of: 1 });
  return { objective, bonus, ...inMarketOrder(market, state, bonus), stats: { edges: market.col.length, bids, ...counts } };
}

function requireFit(market: Market, { assignment, prices }: EarlierMatching): void {
  if (assignment.length === market.menteeCount && prices.length === market.mentorCount) return;
  const message = `The matching to begin with has ${assignment.length} mentees and ${prices.length} prices, the market ${market.menteeCount} mentees and ${market.mentorCount} mentors. Give -1 for a new mentee, and a price of 0 for a new mentor.`;
  throw new MarketError("bad-start", message);
}

function settled(market: Market, state: MatchingState, pulse: (work: number, left: number) => void): SettleCounts {
  try {
    return settle(state, pulse);
  } catch (error) {
    if (error instanceof LeastNotReachable) throw leastNotReachable(market, state, error.mentors);
    throw error;
  }
}

/** Says which mentors must have more mentees together than want any of them. */
function leastNotReachable(market: Market, state: MatchingState, found: readonly number[]): MarketError {
  const { mentors, least } = state.market;
  const concerned = found.filter((j) => least[j]! > 0);
  const needed = concerned.reduce((sum, j) => sum + least[j]!, 0);
  const there = concerned.reduce((sum, j) => sum + state.taken[j]!, 0);
  const numbers = concerned.map((j) => mentors[j]!).toSorted((a, b) => a - b);
  const some = numbers.slice(0, 10).join(", ") + (numbers.length > 10 ? ", …" : "");
  const locked = market.locked.some((mentor) => mentor >= 0) ? " beside locked pairs" : "";
  const [who, they] = numbers.length === 1 ? ["Mentor", "her"] : ["Mentors", "any of them"];
  const message = `${who} ${some} must have ${needed} mentees${locked}, and only ${there} mentees have ${they} as a candidate. Ask for fewer, or let more mentees be candidates there.`;
  return new MarketError("least-not-reachable", message, { mentors: numbers });
}

/** More than any difference in weight, so that a person more always counts more; twice, so that a sum can be told apart again. */
function bonusOf(market: Market): number {
  let places = 0;
  for (const count of market.capacity) places += count;
  return 2 * largestWeight(market) * Math.min(market.menteeCount, places) + 1;
}

function requireExactSums(bonus: number): void {
  if (bonus <= LARGEST_BONUS) return;
  const message = `To count a person more than all weights, a pair would have to count for ${bonus}, beyond what stays exact in 53 bits. Use smaller weights.`;
  throw new MarketError("too-large", message);
}

/** Paths add up prices of about this size, a few of them at once. */
const LARGEST_BONUS = 2 ** 50;

/** Asks and tells at the beginning of each stage and after every so many candidate pairs, so that neither costs time. */
function startWatch(cancelled: MatchingOptions["cancelled"], onProgress: MatchingOptions["onProgress"]) {
  let since = 0;
  let last: Progress["stage"] | null = null;
  return (stage: Progress["stage"], done: number, of: number, work = 0): void => {
    since += work;
    if (since < PAIRS_BETWEEN_QUESTIONS && stage === last) return;
    since = 0;
    last = stage;
    if (cancelled?.()) throw new MatchingCancelled();
    onProgress?.({ stage, done, of });
  };
}

const PAIRS_BETWEEN_QUESTIONS = 500_000;

function inMarketOrder(market: Market, state: MatchingState, bonus: number) {
  const { mentees, mentors } = state.market;
  const assignment = market.locked.slice();
  const profits = new Float64Array(market.menteeCount);
  const prices = new Float64Array(market.mentorCount);
  for (let j = 0; j < mentors.length; j++) prices[mentors[j]!] = state.price[j]!;
  for (let i = 0; i < mentees.length; i++) {
    profits[mentees[i]!] = state.profit[i]! + bonus;
    if (state.mentorOf[i]! >= 0) assignment[mentees[i]!] = mentors[state.mentorOf[i]!]!;
  }
  const open = openPlaces(market);
  priceClosedMentors(market, open, profits, prices, bonus);

  let total = 0;
  let matched = 0;
  // Added up in small parts, which is exact where the sum of all prices would not be.
  let gap = 0;
  const free = market.capacity.slice();
  for (let mentee = 0; mentee < assignment.length; mentee++) {
    const mentor = assignment[mentee]!;
    if (mentor < 0) {
      gap += profits[mentee]!;
      continue;
    }
    const weight = weightOf(market, mentee, mentor);
    total += weight;
    matched++;
    free[mentor]! -= 1;
    if (market.locked[mentee]! >= 0) profits[mentee] = weight + bonus;
    else gap += profits[mentee]! + prices[mentor]! - weight - bonus;
  }
  // A price below 0 is only with mentors who have no mentee more than they must have: nothing is lost there.
  for (let mentor = 0; mentor < prices.length; mentor++) gap += free[mentor]! * Math.max(0, prices[mentor]!);
  return { assignment, total, matched, prices, profits, gap };
}

/** A mentor without an open place is not part of the solver's market; her price is what the first place would be worth to someone. */
function priceClosedMentors(market: Market, open: Int32Array, profits: Float64Array, prices: Float64Array, bonus: number): void {
  // Stryker disable next-line ConditionalExpression: speed (mostly there is no such mentor)
  if (!open.includes(0)) return;
  const { ptr, col, weight, locked, menteeCount } = market;
  for (let i = 0; i < menteeCount; i++) {
    if (locked[i]! >= 0) continue;
    for (let e = ptr[i]!, end = ptr[i + 1]!; e < end; e++) {
      const mentor = col[e]!;
      if (open[mentor] === 0) prices[mentor] = Math.max(prices[mentor]!, weight[e]! + bonus - profits[i]!);
    }
  }
}
