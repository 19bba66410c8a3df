import { lotteryOrder } from "./lottery.ts";
import type { Market } from "./market.ts";

/**
 * The part of a market that is still open (nobody locked, no mentor without a place), with people numbered in the order of the
 * lottery and each mentee's candidates sorted by weight. Two markets that differ in nothing but the order of their lists have
 * the same canonical form, and so the same matching.
 */
export type Canonical = {
  readonly menteeCount: number;
  readonly mentorCount: number;
  readonly ptr: Int32Array;
  readonly col: Int32Array;
  readonly weight: Int32Array;
  /** Places that are not locked, but never more than one above the number of candidates: the rest stays free in any case. */
  readonly places: Int32Array;
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
  mentors.forEach((mentor, j) => (number[mentor] = j));

  const ptr = new Int32Array(mentees.length + 1);
  const col = new Int32Array(market.col.length);
  const weight = new Int32Array(market.col.length);
  const degree = new Int32Array(mentors.length);
  let n = 0;
  let maxWeight = 0;
  mentees.forEach((mentee, i) => {
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
      const j = number[market.col[e]!]!;
      if (j < 0) continue;
      const w = market.weight[e]!;
      if (w > maxWeight) maxWeight = w;
      degree[j]! += 1;
      col[n] = j;
      weight[n++] = w;
    }
    ptr[i + 1] = n;
  });
  const rows = { ptr, col: col.subarray(0, n), weight: weight.subarray(0, n) };
  sortRows(rows, maxWeight, mentors.length);
  const places = Int32Array.from(mentors, (mentor, j) => Math.min(open[mentor]!, degree[j]! + 1));
  return { menteeCount: mentees.length, mentorCount: mentors.length, ...rows, places, mentees, mentors, maxWeight };
}

/** Places of each mentor that no locked pair takes. */
export function openPlaces(market: Market): Int32Array {
  const open = market.capacity.slice();
  for (const mentor of market.locked) if (mentor >= 0) open[mentor]! -= 1;
  return open;
}

export type SortableRows = { readonly ptr: Int32Array; readonly col: Int32Array; readonly weight: Int32Array };

/** Sorts each row by falling weight, then by rising number. Weight and number are packed into one number: typed arrays sort fastest. */
export function sortRows({ ptr, col, weight }: SortableRows, maxWeight: number, columns: number): void {
  const base = Math.max(1, columns);
  const narrow = (maxWeight + 1) * base < 2 ** 31;
  const packed = narrow ? new Int32Array(col.length) : new Float64Array(col.length);
  for (let e = 0; e < col.length; e++) packed[e] = (maxWeight - weight[e]!) * base + col[e]!;
  for (let i = 0; i + 1 < ptr.length; i++) packed.subarray(ptr[i], ptr[i + 1]).sort();
  for (let e = 0; e < col.length; e++) {
    const above = Math.floor(packed[e]! / base);
    weight[e] = maxWeight - above;
    col[e] = packed[e]! - above * base;
  }
}
