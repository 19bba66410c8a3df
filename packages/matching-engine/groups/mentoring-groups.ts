import { type MatchingResult, maximumWeightMatching } from "../assignment/maximum-weight.ts";
import { lotteryOrder } from "../market/lottery.ts";
import type { Market } from "../market/market.ts";
import { refuseLeast } from "../market/refuse-least.ts";
import { MatchingCancelled } from "../market/cancellation.ts";

/** How well two mentees fit into one group: a whole number, in the units of weights; negative where they should rather not. */
export type Fit = (one: number, other: number) => number;

export type GroupPlan = {
  /** `capacity` is the most that a mentor's group may have. */
  readonly market: Market;
  /** The least that a mentor's group may have, for each mentor; a mentor may always have no group at all. */
  readonly least: ArrayLike<number>;
  /** Symmetric, and the same each time it is asked. Asked for mentees who have a mentor in common. */
  readonly fit: Fit;
  readonly seed: string | number;
  readonly cancelled?: (() => boolean) | undefined;
};

export type Grouping = {
  /** The mentor of each mentee, or -1. */
  readonly assignment: Int32Array;
  /** Weights of the pairs plus the fits of all who share a group. */
  readonly total: number;
  readonly matched: number;
  /** No grouping has a larger total. */
  readonly bound: number;
  /** What proves the bound: the best matching where each mentee counts her best possible company in full. `bound` is half its total. */
  readonly relaxed: { readonly market: Market; readonly result: MatchingResult };
};

/**
 * Forms groups: one mentor with several mentees who should fit each other. A good grouping found by a heuristic, with a proven
 * bound; to find the best is NP-hard (it contains the partition of a graph into cliques).
 *
 * - Bound: the fit of two members is counted half with each. No mentee can have more company than her best `capacity − 1` others
 *   among those who share this mentor, so an ordinary matching with `weight + half of that` is worth at least any grouping.
 * - Start: that very matching, or the one by weights alone, whichever leads further.
 * - Search: people join, move and change places between groups as long as the total rises (local search over moves and swaps); a
 *   group that is below its least is filled from those without a group or dissolved, whatever is better.
 *
 * Repeatable from the seed; with keys in the market independent of the order of its lists.
 */
export function mentoringGroupsHeuristic(plan: GroupPlan): Grouping {
  const { market, seed, cancelled } = plan;
  refuseLeast(market, "groups, which begin with `least` of the plan or not at all,");
  const relaxed = relaxedMarket(plan);
  const upper = maximumWeightMatching(relaxed, { seed, cancelled });
  const plain = maximumWeightMatching(market, { seed, cancelled });
  const found = [upper, plain].map(({ assignment }) => {
    const groups = new Groups(plan, assignment);
    groups.search();
    groups.settleSizes();
    groups.search();
    return groups;
  });
  const best = found[1]!.total() > found[0]!.total() ? found[1]! : found[0]!;
  const { assignment } = best;
  const matched = assignment.reduce((sum, mentor) => sum + Number(mentor >= 0), 0);
  return { assignment, total: best.total(), matched, bound: Math.floor(upper.total / 2), relaxed: { market: relaxed, result: upper } };
}

/** Twice the weight of each pair, plus the fits with the best company that the mentee could have there. */
function relaxedMarket({ market, fit }: GroupPlan): Market {
  const sharing: number[][] = Array.from({ length: market.mentorCount }, () => []);
  for (let i = 0; i < market.menteeCount; i++) {
    for (let e = market.ptr[i]!; e < market.ptr[i + 1]!; e++) {
      const mentor = market.col[e]!;
      if (market.locked[i]! < 0 || market.locked[i] === mentor) sharing[mentor]!.push(i);
    }
  }
  const weight = market.weight.slice();
  for (let i = 0; i < market.menteeCount; i++) {
    for (let e = market.ptr[i]!; e < market.ptr[i + 1]!; e++) {
      const mentor = market.col[e]!;
      const company = sharing[mentor]!.filter((other) => other !== i).map((other) => Math.max(0, fit(i, other)));
      company.sort((a, b) => b - a);
      const most = company.slice(0, Math.max(0, market.capacity[mentor]! - 1)).reduce((sum, one) => sum + one, 0);
      weight[e] = 2 * weight[e]! + most;
    }
  }
  return { ...market, weight };
}

/** A grouping in the making. */
class Groups {
  readonly assignment: Int32Array;
  readonly #plan: GroupPlan;
  readonly #members: number[][];
  /** Mentees in the order of the lottery, those who are locked left out. */
  readonly #free: readonly number[];
  /** Mentors in the order of the lottery. */
  readonly #mentors: Int32Array;
  readonly #weights: readonly ReadonlyMap<number, number>[];

  constructor(plan: GroupPlan, assignment: Int32Array) {
    const { market, seed } = plan;
    this.#plan = plan;
    this.assignment = assignment.slice();
    this.#members = Array.from({ length: market.mentorCount }, () => []);
    const order = lotteryOrder(market.menteeCount, market.menteeKeys, seed, "mentees");
    for (const mentee of order) if (assignment[mentee]! >= 0) this.#members[assignment[mentee]!]!.push(mentee);
    this.#free = [...order].filter((mentee) => market.locked[mentee]! < 0);
    this.#mentors = lotteryOrder(market.mentorCount, market.mentorKeys, seed, "mentors");
    const place = new Int32Array(market.mentorCount);
    this.#mentors.forEach((mentor, k) => (place[mentor] = k));
    this.#weights = Array.from({ length: market.menteeCount }, (_, mentee) => {
      const row = Array.from({ length: market.ptr[mentee + 1]! - market.ptr[mentee]! }, (__, k) => market.ptr[mentee]! + k);
      row.sort((a, b) => place[market.col[a]!]! - place[market.col[b]!]!);
      return new Map(row.map((e) => [market.col[e]!, market.weight[e]!]));
    });
  }

  total(): number {
    let total = 0;
    for (const [mentee, mentor] of this.assignment.entries()) if (mentor >= 0) total += this.#weights[mentee]!.get(mentor)!;
    for (const group of this.#members) total += fitOf(group, this.#plan.fit);
    return total;
  }

  /** People leave, join, move and change places as long as that gains; nobody leaves a group that is at its least. */
  search(): void {
    const { market, cancelled } = this.#plan;
    for (let isBetter = true; isBetter;) {
      if (cancelled?.()) throw new MatchingCancelled();
      isBetter = false;
      for (const mentee of this.#free) {
        if (this.#leave(mentee)) isBetter = true;
        for (const [mentor] of this.#weights[mentee]!) {
          const from = this.assignment[mentee]!;
          if (mentor === from) continue;
          const isFull = this.#members[mentor]!.length >= market.capacity[mentor]!;
          if (isFull ? this.#swap(mentee, mentor) : this.#move(mentee, mentor)) isBetter = true;
        }
      }
    }
  }

  /**
   * Groups below their least are filled from those without a group, best first; empty ones are tried too. What is still too small, or
   * worth less than nothing, is dissolved. Groups with locked people stay: they are filled only by whom they gain from.
   */
  settleSizes(): void {
    for (const mentor of this.#mentors) {
      const group = this.#members[mentor]!;
      const least = Math.max(1, this.#plan.least[mentor]!);
      const isLocked = this.#hasLocked(mentor);
      while (group.length < Math.min(least, this.#plan.market.capacity[mentor]!)) {
        const next = this.#bestToJoin(mentor);
        if (next === undefined || (isLocked && next.gain < 0)) break;
        this.#place(next.mentee, mentor);
      }
      if (isLocked || (group.length >= least && this.#worthOf(mentor) >= 0)) continue;
      for (const mentee of group.slice()) this.#release(mentee);
    }
  }

  #hasLocked(mentor: number): boolean {
    return this.#members[mentor]!.some((mentee) => this.#plan.market.locked[mentee]! >= 0);
  }

  #bestToJoin(mentor: number): { readonly mentee: number; readonly gain: number } | undefined {
    let best: { mentee: number; gain: number } | undefined;
    for (const mentee of this.#free) {
      if (this.assignment[mentee]! >= 0 || !this.#weights[mentee]!.has(mentor)) continue;
      const gain = this.#gainOfJoining(mentee, mentor);
      if (best === undefined || gain > best.gain) best = { mentee, gain };
    }
    return best;
  }

  #worthOf(mentor: number): number {
    const group = this.#members[mentor]!;
    return group.reduce((sum, mentee) => sum + this.#weights[mentee]!.get(mentor)!, fitOf(group, this.#plan.fit));
  }

  #gainOfJoining(mentee: number, mentor: number, without = -1): number {
    let gain = this.#weights[mentee]!.get(mentor)!;
    for (const other of this.#members[mentor]!) if (other !== without && other !== mentee) gain += this.#plan.fit(mentee, other);
    return gain;
  }

  /** Whoever costs her group more than she brings leaves it, where it is large enough. */
  #leave(mentee: number): boolean {
    const from = this.assignment[mentee]!;
    if (from < 0 || this.#members[from]!.length <= this.#plan.least[from]! || this.#gainOfJoining(mentee, from) >= 0) return false;
    this.#release(mentee);
    return true;
  }

  #move(mentee: number, mentor: number): boolean {
    const { least } = this.#plan;
    const from = this.assignment[mentee]!;
    if (from >= 0 && this.#members[from]!.length <= least[from]!) return false;
    // To open a group again is for `settleSizes`: one alone would be below the least. Where somebody is locked it stays in any case.
    if (this.#members[mentor]!.length + 1 < least[mentor]! && !this.#hasLocked(mentor)) return false;
    const gain = this.#gainOfJoining(mentee, mentor) - (from < 0 ? 0 : this.#gainOfJoining(mentee, from));
    if (!(gain > 0 || (gain === 0 && from < 0))) return false;
    if (from >= 0) this.#release(mentee);
    this.#place(mentee, mentor);
    return true;
  }

  /** She takes the place of the member with whom the exchange gains most; that one goes where she was. */
  #swap(mentee: number, mentor: number): boolean {
    const from = this.assignment[mentee]!;
    let most = 0;
    let chosen = -1;
    for (const other of this.#members[mentor]!) {
      if (this.#plan.market.locked[other]! >= 0 || (from >= 0 && !this.#weights[other]!.has(from))) continue;
      let gain = this.#gainOfJoining(mentee, mentor, other) - this.#gainOfJoining(other, mentor);
      if (from >= 0) gain += this.#gainOfJoining(other, from, mentee) - this.#gainOfJoining(mentee, from);
      if (gain <= most) continue;
      most = gain;
      chosen = other;
    }
    if (chosen < 0) return false;
    this.#release(chosen);
    if (from >= 0) {
      this.#release(mentee);
      this.#place(chosen, from);
    }
    this.#place(mentee, mentor);
    return true;
  }

  #place(mentee: number, mentor: number): void {
    this.#members[mentor]!.push(mentee);
    this.assignment[mentee] = mentor;
  }

  #release(mentee: number): void {
    const group = this.#members[this.assignment[mentee]!]!;
    group.splice(group.indexOf(mentee), 1);
    this.assignment[mentee] = -1;
  }
}

function fitOf(group: readonly number[], fit: Fit): number {
  let sum = 0;
  for (const [k, one] of group.entries()) for (const other of group.slice(k + 1)) sum += fit(one, other);
  return sum;
}
