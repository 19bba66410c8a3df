import { lotteryOrder } from "./lottery.ts";
import type { Market } from "./market.ts";
import { PairLists } from "./pair-lists.ts";

/**
 * The part of a market that is still open (nobody locked, no mentor without a place), with people numbered in the order of the
 * lottery and each mentee's candidates sorted by weight. Two markets that differ in nothing but the order of their lists have
 * the same canonical form, and so the same matching.
 */
export type Canonical = {
  readonly menteeCount: number;
  readonly mentorCount: number;
  /** The candidates of each mentee, by falling weight. */
  readonly rows: PairLists;
  /** Places that are not locked, but never more than one above the number of candidates: the rest stays free in any case. */
  readonly places: Int32Array;
  /** How many mentees each mentor must have beside those who are locked to her. */
  readonly least: Int32Array;
  /** How many mentees have each mentor as a candidate. */
  readonly degree: Int32Array;
  /** Canonical number → number in the market. */
  readonly mentees: Int32Array;
  readonly mentors: Int32Array;
  readonly maxWeight: number;
};

export function canonicalForm(market: Market, seed: string | number): Canonical {
  const open = openPlaces(market);
  const mentees = lotteryOrder(market.menteeCount, market.menteeKeys, seed, "mentees").filter((i) => market.locked[i]! < 0);
  const mentors = lotteryOrder(market.mentorCount, market.mentorKeys, seed, "mentors").filter((j) => open[j]! > 0);
  const number = new Int32Array(market.mentorCount).fill(-1);
  for (let j = 0; j < mentors.length; j++) number[mentors[j]!] = j;

  const maxWeight = largestWeight(market);
  const [ptr, degree] = countOpenPairs(market, mentees, number, mentors.length);
  const rows = new PairLists(ptr, ptr[mentees.length]!, mentors.length, maxWeight);
  for (let i = 0; i < mentees.length; i++) fillRow(rows, i, market, mentees[i]!, number);
  const places = new Int32Array(mentors.length);
  const least = new Int32Array(mentors.length);
  for (let j = 0; j < mentors.length; j++) {
    const mentor = mentors[j]!;
    places[j] = Math.min(open[mentor]!, degree[j]! + 1);
    if (market.least) least[j] = Math.max(0, market.least[mentor]! - (market.capacity[mentor]! - open[mentor]!));
  }
  return { menteeCount: mentees.length, mentorCount: mentors.length, rows, places, least, degree, mentees, mentors, maxWeight };
}

function countOpenPairs(market: Market, mentees: Int32Array, number: Int32Array, mentorCount: number): [Int32Array, Int32Array] {
  const { col, locked, menteeCount } = market;
  const length = new Int32Array(menteeCount);
  const degree = new Int32Array(mentorCount);
  for (let i = 0; i < menteeCount; i++) {
    if (locked[i]! >= 0) continue;
    let count = 0;
    for (let e = market.ptr[i]!, end = market.ptr[i + 1]!; e < end; e++) {
      const j = number[col[e]!]!;
      if (j < 0) continue;
      degree[j]! += 1;
      count++;
    }
    length[i] = count;
  }
  const ptr = new Int32Array(mentees.length + 1);
  for (let i = 0; i < mentees.length; i++) ptr[i + 1] = ptr[i]! + length[mentees[i]!]!;
  return [ptr, degree];
}

/** Copies the open pairs of a mentee and sorts them, unless they come sorted. */
function fillRow(rows: PairLists, i: number, market: Market, mentee: number, number: Int32Array): void {
  const { col, weight } = market;
  const begin = rows.ptr[i]!;
  let n = begin;
  let isSorted = true;
  let weightBefore = Infinity;
  let mentorBefore = Infinity;
  for (let e = market.ptr[mentee]!, end = market.ptr[mentee + 1]!; e < end; e++) {
    const j = number[col[e]!]!;
    if (j < 0) continue;
    const w = weight[e]!;
    if (w >= weightBefore && (w > weightBefore || j > mentorBefore)) isSorted = false;
    weightBefore = w;
    mentorBefore = j;
    rows.set(n++, w, j);
  }
  if (!isSorted) rows.sort(begin, n);
}

export function largestWeight({ weight }: Market): number {
  let most = 0;
  for (let e = 0; e < weight.length; e++) if (weight[e]! > most) most = weight[e]!;
  return most;
}

/** Places of each mentor that no locked pair takes. */
export function openPlaces(market: Market): Int32Array {
  const open = market.capacity.slice();
  for (const mentor of market.locked) if (mentor >= 0) open[mentor]! -= 1;
  return open;
}
