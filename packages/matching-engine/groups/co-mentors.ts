import { type MatchingResult, maximumWeightMatching } from "../assignment/maximum-weight.ts";
import { MatchingCancelled } from "../market/cancellation.ts";
import { lotteryOrder } from "../market/lottery.ts";
import type { Market } from "../market/market.ts";
import { refuseLeast } from "../market/refuse-least.ts";

/** How well two mentors complement each other for one mentee: a whole number from 0, in the units of weights. */
export type Complement = (one: number, other: number) => number;

export type CoMentorPlan = {
  /** Each mentee wants two different mentors; each of the two takes one place. Locked mentees keep theirs, and get a second one. */
  readonly market: Market;
  /** Symmetric, and the same each time it is asked. */
  readonly complement: Complement;
  readonly seed: string | number;
  readonly cancelled?: (() => boolean) | undefined;
};

export type CoMentors = {
  /** The two mentors of each mentee, -1 for none; a mentee may have one only. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Weights of all pairs, plus what the mentors of one mentee complement each other. */
  readonly total: number;
  /** No choice of mentors has a larger total. */
  readonly bound: number;
  /** What proves the bound: the best matching in which each mentee stands twice. `bound` is half its total. */
  readonly relaxed: { readonly market: Market; readonly result: MatchingResult };
};

/**
 * Gives each mentee two mentors who should complement each other. A good choice found by a heuristic, with a proven bound: with a worth for
 * each combination of two mentors this contains three-dimensional matching, which is NP-hard.
 *
 * - Bound: each mentee stands in an ordinary market twice. Once with all her candidates, once without the heaviest (of two different
 *   mentors at least one is not the heaviest, locks aside), each pair with its weight and half of the best that another of her
 *   candidates could complement it by. Nothing keeps the two from taking the same mentor there, so it is worth at least any choice.
 * - Start: what that matching says, the same mentor twice taken as once.
 * - Search: a place more, another mentor for one of the two, or two mentees who exchange a mentor, as long as the total rises.
 */
export function coMentorsHeuristic(plan: CoMentorPlan): CoMentors {
  const { market, seed, cancelled } = plan;
  refuseLeast(market, "a matching with co-mentors");
  const relaxed = relaxedMarket(plan);
  const result = maximumWeightMatching(relaxed, { seed, cancelled });
  const search = new Search(plan);
  for (let mentee = 0; mentee < market.menteeCount; mentee++) search.give(mentee, 0, result.assignment[mentee]!);
  for (let mentee = 0; mentee < market.menteeCount; mentee++) search.give(mentee, 1, result.assignment[market.menteeCount + mentee]!);
  search.run();
  const { first, second } = search;
  return { first, second, total: search.total(), bound: Math.floor(result.total / 2), relaxed: { market: relaxed, result } };
}

/** Mentees 0 to n − 1 with all candidates, n to 2n − 1 the same people without their heaviest one (or without their lock). */
function relaxedMarket({ market, complement }: CoMentorPlan): Market {
  const { menteeCount } = market;
  const ptr = new Int32Array(2 * menteeCount + 1);
  const col: number[] = [];
  const weight: number[] = [];
  for (const half of [0, 1]) {
    for (let mentee = 0; mentee < menteeCount; mentee++) {
      const row = rowOf(market, mentee);
      const apart = half === 0 ? -1 : heaviest(market, mentee);
      for (const { mentor, own } of row) {
        if (mentor === apart) continue;
        let most = 0;
        for (const other of row) if (other.mentor !== mentor) most = Math.max(most, complement(mentor, other.mentor));
        col.push(mentor);
        weight.push(2 * own + most);
      }
      ptr[half * menteeCount + mentee + 1] = col.length;
    }
  }
  const locked = new Int32Array(2 * menteeCount).fill(-1);
  locked.set(market.locked);
  const twice = (keys: readonly string[] | null) => keys && [...keys.map((key) => `1 ${key}`), ...keys.map((key) => `2 ${key}`)];
  return {
    ...market,
    menteeCount: 2 * menteeCount,
    ptr,
    col: Int32Array.from(col),
    weight: Int32Array.from(weight),
    locked,
    menteeKeys: twice(market.menteeKeys),
  };
}

function rowOf(market: Market, mentee: number): { readonly mentor: number; readonly own: number }[] {
  const row: { mentor: number; own: number }[] = [];
  for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) row.push({ mentor: market.col[e]!, own: market.weight[e]! });
  return row;
}

/** Whom the second half of a mentee need not have: her lock, which the first half has, or the heaviest of her candidates. */
function heaviest(market: Market, mentee: number): number {
  if (market.locked[mentee]! >= 0) return market.locked[mentee]!;
  let best = -1;
  let most = -1;
  for (const { mentor, own } of rowOf(market, mentee)) {
    if (own <= most) continue;
    most = own;
    best = mentor;
  }
  return best;
}

class Search {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly #plan: CoMentorPlan;
  readonly #left: Int32Array;
  readonly #weights: readonly ReadonlyMap<number, number>[];
  /** Who has each mentor. */
  readonly #mentees: readonly Set<number>[];
  readonly #order: Int32Array;

  constructor(plan: CoMentorPlan) {
    const { market, seed } = plan;
    this.#plan = plan;
    this.first = new Int32Array(market.menteeCount).fill(-1);
    this.second = new Int32Array(market.menteeCount).fill(-1);
    this.#left = market.capacity.slice();
    this.#mentees = Array.from({ length: market.mentorCount }, () => new Set<number>());
    this.#order = lotteryOrder(market.menteeCount, market.menteeKeys, seed, "mentees");
    const place = new Int32Array(market.mentorCount);
    lotteryOrder(market.mentorCount, market.mentorKeys, seed, "mentors").forEach((mentor, k) => (place[mentor] = k));
    this.#weights = Array.from({ length: market.menteeCount }, (_, mentee) => {
      const row = rowOf(market, mentee).toSorted((a, b) => place[a.mentor]! - place[b.mentor]!);
      return new Map(row.map(({ mentor, own }) => [mentor, own]));
    });
  }

  /** Gives a mentee a mentor as her first (0) or second (1), where she has not that one already. */
  give(mentee: number, half: 0 | 1, mentor: number): void {
    if (mentor < 0 || this.first[mentee] === mentor) return;
    (half === 0 ? this.first : this.second)[mentee] = mentor;
    this.#left[mentor]! -= 1;
    this.#mentees[mentor]!.add(mentee);
  }

  total(): number {
    let total = 0;
    for (const mentee of this.first.keys()) total += this.#worth(mentee, this.first[mentee]!, this.second[mentee]!);
    return total;
  }

  run(): void {
    for (let isBetter = true; isBetter;) {
      if (this.#plan.cancelled?.()) throw new MatchingCancelled();
      isBetter = false;
      for (const mentee of this.#order) {
        for (const half of [0, 1] as const) {
          if (half === 0 && this.#plan.market.locked[mentee]! >= 0) continue;
          for (const mentor of this.#weights[mentee]!.keys()) if (this.#take(mentee, half, mentor)) isBetter = true;
        }
      }
    }
  }

  #worth(mentee: number, one: number, other: number): number {
    const weights = this.#weights[mentee]!;
    const both = one >= 0 && other >= 0 ? this.#plan.complement(one, other) : 0;
    return (one < 0 ? 0 : weights.get(one)!) + (other < 0 ? 0 : weights.get(other)!) + both;
  }

  /** What she has if one of her two is another. */
  #worthWith(mentee: number, half: 0 | 1, mentor: number): number {
    return half === 0 ? this.#worth(mentee, mentor, this.second[mentee]!) : this.#worth(mentee, this.first[mentee]!, mentor);
  }

  #has(mentee: number, mentor: number): boolean {
    return this.first[mentee] === mentor || this.second[mentee] === mentor;
  }

  #set(mentee: number, half: 0 | 1, mentor: number): void {
    const side = half === 0 ? this.first : this.second;
    if (side[mentee]! >= 0) {
      this.#left[side[mentee]!]! += 1;
      this.#mentees[side[mentee]!]!.delete(mentee);
    }
    side[mentee] = -1;
    this.give(mentee, half, mentor);
  }

  /** Takes this mentor in place of one of her two: a free place, or that of somebody who takes hers in exchange or goes without. */
  #take(mentee: number, half: 0 | 1, mentor: number): boolean {
    if (this.#has(mentee, mentor)) return false;
    const side = half === 0 ? this.first : this.second;
    const now = this.#worth(mentee, this.first[mentee]!, this.second[mentee]!);
    const gain = this.#worthWith(mentee, half, mentor) - now;
    if (this.#left[mentor]! > 0) {
      if (!(gain > 0 || (gain === 0 && side[mentee]! < 0))) return false;
      this.#set(mentee, half, mentor);
      return true;
    }
    const own = side[mentee]!;
    let most = 0;
    let chosen: { readonly other: number; readonly half: 0 | 1; readonly gets: number } | undefined;
    for (const other of this.#mentees[mentor]!) {
      const theirs = this.first[other] === mentor ? 0 : 1;
      if (theirs === 0 && this.#plan.market.locked[other]! >= 0) continue;
      const before = this.#worth(other, this.first[other]!, this.second[other]!);
      const canExchange = own >= 0 && this.#weights[other]!.has(own) && !this.#has(other, own);
      for (const gets of canExchange ? [own, -1] : [-1]) {
        const sum = gain + this.#worthWith(other, theirs, gets) - before;
        if (sum <= most) continue;
        most = sum;
        chosen = { other, half: theirs, gets };
      }
    }
    if (!chosen) return false;
    this.#set(chosen.other, chosen.half, -1);
    this.#set(mentee, half, mentor);
    this.#set(chosen.other, chosen.half, chosen.gets);
    return true;
  }
}
