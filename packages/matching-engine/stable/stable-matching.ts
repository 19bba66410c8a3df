import { maximumWeightMatching } from "../assignment/maximum-weight.ts";
import { MatchingCancelled } from "../market/cancellation.ts";
import { lotteryOrder } from "../market/lottery.ts";
import type { Market } from "../market/market.ts";
import { refuseLeast } from "../market/refuse-least.ts";
import { deferredAcceptance } from "./deferred-acceptance.ts";
import { largeStableMatching } from "./largest-stable.ts";
import { type Preferences, requirePreferences } from "./preferences.ts";
import { describePairs, type RankDistribution } from "./rank-distribution.ts";
import { sidesOf } from "./sides.ts";
import type { Lottery } from "./wish-lists.ts";

export type StableProgress = { readonly stage: "sorting" | "proposing" | "done"; readonly done: number; readonly of: number };

export type StableOptions = {
  /**
   * Who asks. With ties broken by the lottery the result is the best stable matching for each single one of those who ask, and the
   * worst for each of the others (Gale and Shapley 1962). Where mentees ask, none of them can gain by stating other preferences than
   * her own (Dubins and Freedman 1981); mentors with several places can, whoever asks (Roth 1985).
   */
  readonly proposing: "mentees" | "mentors";
  /**
   * `lottery`: whom somebody likes equally she ranks in the order drawn from the seed, the same for everyone. `largest`: ties serve to
   * match more people, by a heuristic; neither is then promised what `proposing` says of the best and of stating other preferences.
   */
  readonly ties: "lottery" | "largest";
  /** The lottery. The same market, preferences and seed always give the same matching. */
  readonly seed: string | number;
  readonly onProgress?: ((progress: StableProgress) => void) | undefined;
  /** Asked after every 500,000 pairs or proposals; the matching stops with `MatchingCancelled` once it answers true. */
  readonly cancelled?: (() => boolean) | undefined;
};

/** A stable matching. Plain data; `checkStability` verifies its assignment. */
export type StableResult = {
  readonly proposing: "mentees" | "mentors";
  readonly ties: "lottery" | "largest";
  /** The mentor of each mentee, or -1. */
  readonly assignment: Int32Array;
  /** Sum of the weights of the pairs; nothing that a stable matching looks at. */
  readonly total: number;
  /** Number of pairs, locked ones included. */
  readonly matched: number;
  readonly ranks: { readonly mentees: RankDistribution; readonly mentors: RankDistribution };
  readonly proposals: number;
  /** Only with `ties: "largest"`. */
  readonly largest: LargestBound | null;
};

/** What is known about a large stable matching, which was found by a heuristic. */
export type LargestBound = {
  /** No stable matching has more pairs than this: the most pairs that any matching of acceptable pairs has, or what `share` allows. */
  readonly atMost: number;
  /** The share of the pairs of the largest stable matching, locked ones apart, that the method reaches at least (Király 2013). */
  readonly share: number;
};

/**
 * A stable matching: nobody has someone whom she does not accept, and no mentee and mentor would both rather have each other, she over
 * the mentor she has or nobody, the mentor over one of her mentees or a free place. Locked pairs stand outside: their mentor has one
 * place fewer, and they do not count as acceptable or not.
 * @throws {PreferencesError} for preferences that do not fit the market
 * @throws {MarketError} `least-not-kept` for a market in which mentors are to have mentees at the least
 * @throws {MatchingCancelled} when `cancelled` answers true
 */
export function stableMatching(market: Market, preferences: Preferences, options: StableOptions): StableResult {
  const { proposing, ties, seed, onProgress, cancelled } = options;
  refuseLeast(market, "a stable matching");
  requirePreferences(market, preferences);
  const watch = startWatch(onProgress, cancelled);
  watch("sorting", 0, 0, market.col.length);

  const sides = sidesOf(market, preferences, proposing);
  const mentees = lotteryOf(market.menteeCount, market.menteeKeys, seed, "mentees");
  const mentors = lotteryOf(market.mentorCount, market.mentorKeys, seed, "mentors");
  const lotteries = proposing === "mentees" ? { proposers: mentees, receivers: mentors } : { proposers: mentors, receivers: mentees };
  const assignment = market.locked.slice();
  const keep = (receiver: number, proposer: number): void => {
    if (proposing === "mentees") assignment[proposer] = receiver;
    else assignment[receiver] = proposer;
  };
  let proposals: number;
  if (ties === "lottery") {
    const found = deferredAcceptance(sides, lotteries, watch);
    found.holders.forEach(keep);
    proposals = found.proposals;
  } else {
    const found = largeStableMatching(sides, lotteries, watch);
    found.holders.forEach((receiver, place) => keep(receiver, found.ownerOf[place]!));
    proposals = found.proposals;
  }
  const described = describePairs(market, preferences, assignment);
  const largest = ties === "largest" ? boundOf(market, preferences, described.matched, cancelled) : null;
  onProgress?.({ stage: "done", done: 1, of: 1 });
  return { proposing, ties, assignment, ...described, proposals, largest };
}

function boundOf(
  market: Market,
  { menteeRank, mentorRank }: Preferences,
  matched: number,
  cancelled: StableOptions["cancelled"],
): LargestBound {
  const ptr = new Int32Array(market.ptr.length);
  const col = new Int32Array(market.col.length);
  let count = 0;
  let locked = 0;
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    if (market.locked[mentee]! >= 0) locked++;
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
      const mentor = market.col[e]!;
      if ((menteeRank[e]! > 0 && mentorRank[e]! > 0) || market.locked[mentee] === mentor) col[count++] = mentor;
    }
    ptr[mentee + 1] = count;
  }
  // With every pair worth 1 the best matching is a largest one.
  const acceptable = { ...market, ptr, col: col.subarray(0, count), weight: new Int32Array(count).fill(1) };
  const most = maximumWeightMatching(acceptable, { seed: 0, cancelled }).matched;
  return { atMost: Math.min(most, locked + Math.floor((3 * (matched - locked)) / 2)), share: 2 / 3 };
}

/** Drawn when it is first needed: where nobody likes two people equally there is nothing to draw. */
function lotteryOf(count: number, keys: readonly string[] | null, seed: string | number, side: "mentees" | "mentors"): Lottery {
  let draws: Int32Array | null = null;
  return () => {
    if (draws) return draws;
    draws = new Int32Array(count);
    const order = lotteryOrder(count, keys, seed, side);
    for (let turn = 0; turn < count; turn++) draws[order[turn]!] = turn;
    return draws;
  };
}

/** Asks and tells after every so many pairs, so that neither costs time. */
function startWatch(onProgress: StableOptions["onProgress"], cancelled: StableOptions["cancelled"]) {
  // As if so much had been done, so that the first call asks.
  let since = WORK_BETWEEN_QUESTIONS;
  return (stage: StableProgress["stage"], work: number, done: number, of: number): void => {
    since += work;
    if (since < WORK_BETWEEN_QUESTIONS) return;
    since = 0;
    if (cancelled?.()) throw new MatchingCancelled();
    onProgress?.({ stage, done, of });
  };
}

const WORK_BETWEEN_QUESTIONS = 500_000;
