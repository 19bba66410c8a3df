import { type MatchingResult, maximumWeightMatching, type Progress } from "../assignment/maximum-weight.ts";
import { type Market, MAX_WEIGHT, weightOf } from "../market/market.ts";
import { GroupCounts } from "./group-counts.ts";
import { type CountPlan, GroupFlow } from "./group-flow.ts";
import { type Groups, readGroups } from "./groups.ts";
import { nearSubsidies, type SubsidyTrial } from "./near-subsidies.ts";
import { type OpenMarket, openMarket, wholeAssignment } from "./open-market.ts";

export type FairOptions = {
  readonly seed: string | number;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly cancelled?: (() => boolean) | undefined;
};

/** A matching with what proves that it is the best for the numbers it matches of each group. Plain data. */
export type PricedMatching = {
  /** The mentor of each mentee, or -1. */
  readonly assignment: readonly number[];
  /** What a place with each mentor costs. */
  readonly prices: readonly number[];
  /** What each mentee gains: weight plus the subsidy of her group, minus the price. 0 for the unmatched and the locked. */
  readonly profits: readonly number[];
  /** What a pair counts for beside its weight, by group. What matching one more of the group would cost, compared with the others. */
  readonly subsidies: readonly number[];
};

/** What all fair matchings of a market begin from: the best matching without regard to groups, and the fair number of each group. */
export class FairGround {
  readonly market: Market;
  readonly groups: Groups;
  readonly open: OpenMarket;
  /** The best matching of the open part. */
  readonly best: MatchingResult;
  readonly bestAssignment: Int32Array;
  /** How many of each group could be matched if it were alone, and for each mentee the mentor she would have then. */
  readonly attainable: Int32Array;
  readonly alone: Int32Array;
  /** What each group's number is compared with: `attainable`, or its size. */
  readonly claims: Int32Array;
  /** The fair (leximin) number of each group; their sum is the largest number that can be matched. */
  readonly fair: Int32Array;
  /** The best of the fairest matchings. */
  readonly fairest: GroupFlow;
  readonly mostMatched: number;
  readonly bestTotal: number;
  readonly #groupOf: Int32Array;
  readonly #counting: GroupCounts;
  readonly #seed: string | number;
  readonly #cancelled: (() => boolean) | undefined;
  readonly #largestSubsidy: number;

  constructor(market: Market, groupOf: ArrayLike<number>, shareOf: "attainable" | "people", options: FairOptions) {
    const { seed, onProgress, cancelled } = options;
    this.market = market;
    this.groups = readGroups(market, groupOf);
    this.open = openMarket(market, seed);
    this.#seed = seed;
    this.#cancelled = cancelled;
    const heaviest = market.weight.reduce((most, weight) => Math.max(most, weight), 0);
    this.#largestSubsidy = Math.min(heaviest, MAX_WEIGHT - heaviest);
    this.best = maximumWeightMatching(this.open.market, { seed, onProgress, cancelled });
    this.bestAssignment = wholeAssignment(market, this.open, this.best.assignment);
    this.#groupOf = this.open.mentees.map((mentee) => this.groups.of[mentee]!);
    this.#counting = new GroupCounts(this.open.market, this.#groupOf, this.groups.locked, cancelled);
    const { counts, alone } = this.#counting.attainable();
    this.attainable = counts;
    this.alone = wholeAssignment(market, this.open, alone);
    this.claims = shareOf === "people" ? this.groups.size : counts;
    this.#counting.leximin(this.claims);
    this.fair = this.#counting.matched.slice();
    this.fairest = this.#fairest();
    // Of equally fair numbers those with the largest total.
    this.fair = this.countsOf(this.fairest);
    this.mostMatched = this.fair.reduce((sum, count) => sum + count, 0);
    this.bestTotal = market.locked.reduce(
      (sum, mentor, mentee) => (mentor >= 0 ? sum + weightOf(market, mentee, mentor) : sum),
      this.best.total,
    );
  }

  /** The best matching with at least so many of each group (each at most its fair number, so that there is one). */
  #withAtLeast(least: Int32Array): GroupFlow {
    const unlocked = this.#unlocked(least);
    const first = this.#trial(this.best, new Float64Array(this.groups.count), unlocked);
    const isLargest = least.every((count, g) => count === this.fair[g]);
    const found = nearSubsidies(first, {
      attempt: (subsidy) => this.#trial(this.#solveWith(subsidy), subsidy, unlocked),
      // With the largest numbers nobody can be left over at the end. With others a subsidized group must not begin with too many.
      isRight: ({ subsidy, lacking }) => isLargest || lacking.every((people, g) => people >= 0 || subsidy[g] === 0),
      largest: this.#largestSubsidy,
    });
    const flow = new GroupFlow(this.open.market, this.#groupOf, { ...found.start, subsidy: found.subsidy }, this.#cancelled);
    flow.follow({ least: unlocked, most: least.map(() => 0), pool: least.map(() => -1) });
    return flow;
  }

  #trial(start: MatchingResult, subsidy: Float64Array, least: Int32Array): SubsidyTrial<MatchingResult> {
    const lacking = Float64Array.from(least);
    start.assignment.forEach((mentor, i) => {
      if (mentor >= 0) lacking[this.#groupOf[i]!]! -= 1;
    });
    return { subsidy, lacking, start };
  }

  #solveWith(subsidy: Float64Array): MatchingResult {
    const { market } = this.open;
    const weight = market.weight.slice();
    for (let i = 0; i < market.menteeCount; i++) {
      for (let e = market.ptr[i]!; e < market.ptr[i + 1]!; e++) weight[e]! += subsidy[this.#groupOf[i]!]!;
    }
    return maximumWeightMatching({ ...market, weight }, { seed: this.#seed, cancelled: this.#cancelled });
  }

  /** First for the fair numbers found, then for those that are just as fair. */
  #fairest(): GroupFlow {
    const flow = this.#withAtLeast(this.fair);
    const plan = this.#equallyFair();
    if (plan.pool.length > 0) flow.follow(plan);
    return flow;
  }

  /** The best matching in which each group has at least this share (0 to 1) of its claim, or its fair number where that is less. */
  withCoverage(share: number): GroupFlow {
    const least = this.#leastFor(share);
    return least.every((count, g) => count === this.fair[g]) ? this.fairest : this.#withAtLeast(least);
  }

  #leastFor(share: number): Int32Array {
    return this.fair.map((count, g) => Math.max(this.groups.locked[g]!, Math.min(count, sharedUp(this.claims[g]!, share))));
  }

  /** Changes the fairest matching to the best with from `least` to `most` of each group and as many people altogether. */
  widen(least: Int32Array, most: Int32Array): GroupFlow {
    this.fairest.follow({ least: this.#unlocked(least), most: this.#unlocked(most), pool: least.map(() => 0) });
    return this.fairest;
  }

  /** How many of each group a flow matches, locked ones included. */
  countsOf(flow: GroupFlow): Int32Array {
    return flow.count.map((count, g) => count + this.groups.locked[g]!);
  }

  assignmentOf(flow: GroupFlow): Int32Array {
    return wholeAssignment(this.market, this.open, flow.seats.mentorOf);
  }

  priced(flow: GroupFlow): PricedMatching {
    const { menteeCount, mentorCount } = this.market;
    const prices = Array.from({ length: mentorCount }, () => 0);
    const profits = Array.from({ length: menteeCount }, () => 0);
    this.open.mentors.forEach((mentor, j) => (prices[mentor] = flow.price[j]!));
    this.open.mentees.forEach((mentee, i) => (profits[mentee] = flow.profitOf(i)));
    return { assignment: [...this.assignmentOf(flow)], prices, profits, subsidies: [...flow.subsidy] };
  }

  #unlocked(counts: Int32Array): Int32Array {
    return counts.map((count, g) => count - this.groups.locked[g]!);
  }

  /**
   * Where several numbers are equally fair: groups with the same claim that can exchange one person, so that the one then has as many
   * as the other had. Which of them has one more is then open. (These are the bases of a matroid; groups that can exchange are its
   * connected components, whichever base one looks at.)
   */
  #equallyFair(): CountPlan {
    const { claims, fair } = this;
    const pool = claims.map((_, group) => group);
    const isTied = (more: number, less: number) => claims[more] === claims[less] && fair[less] === fair[more]! - 1;
    let tied = false;
    for (let less = 0; less < claims.length; less++) {
      if (!claims.some((_, more) => isTied(more, less))) continue;
      this.#counting.within(less).forEach((can, more) => {
        if (!can || !isTied(more, less)) return;
        const [from, to] = [pool[more]!, pool[less]!];
        pool.forEach((of, g) => of === from && (pool[g] = to));
        tied = true;
      });
    }
    const fewest = claims.map((_, p) => Math.min(...fair.filter((_count, g) => pool[g] === p)));
    const single = (group: number): boolean => pool.filter((of) => of === pool[group]).length === 1;
    if (!tied) return { least: [], most: [], pool: [] };
    const least = claims.map((_, g) => (single(g) ? fair[g]! : fewest[pool[g]!]!));
    const most = claims.map((_, g) => (single(g) ? fair[g]! : least[g]! + 1));
    return { least: this.#unlocked(least), most: this.#unlocked(most), pool: pool.map((of, g) => (single(g) ? -1 : of)) };
  }
}

/** The least number of people that is at least this share of them. A share such as 0.1 has no exact double: 0.1 of 30 are three, not four. */
function sharedUp(people: number, share: number): number {
  return Math.ceil(people * share - 1e-9);
}

/** How many of each group could be matched if it were alone. */
export function attainableCounts(market: Market, groups: Groups, { seed, cancelled }: FairOptions): Int32Array {
  const open = openMarket(market, seed);
  const groupOf = open.mentees.map((mentee) => groups.of[mentee]!);
  return new GroupCounts(open.market, groupOf, groups.locked, cancelled).attainable().counts;
}
