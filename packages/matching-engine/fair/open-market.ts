import { lotteryOrder } from "../market/lottery.ts";
import type { Market } from "../market/market.ts";

/** The part of a market that locks leave open, with people numbered in the order of the lottery, so that the order of lists does not matter. */
export type OpenMarket = {
  /** Nobody is locked, every mentor has a place, rows are sorted by falling weight. */
  readonly market: Market;
  /** Number here → number in the whole market. */
  readonly mentees: Int32Array;
  readonly mentors: Int32Array;
};

export function openMarket(whole: Market, seed: string | number): OpenMarket {
  const open = whole.capacity.slice();
  for (const mentor of whole.locked) if (mentor >= 0) open[mentor]! -= 1;
  const mentees = lotteryOrder(whole.menteeCount, whole.menteeKeys, seed, "mentees").filter((i) => whole.locked[i]! < 0);
  const mentors = lotteryOrder(whole.mentorCount, whole.mentorKeys, seed, "mentors").filter((j) => open[j]! > 0);
  const number = new Int32Array(whole.mentorCount).fill(-1);
  mentors.forEach((mentor, j) => (number[mentor] = j));

  const ptr = new Int32Array(mentees.length + 1);
  const degree = new Int32Array(mentors.length);
  // Falling weight, then rising number, as one number for each pair: typed arrays sort fastest.
  const packed = new Float64Array(whole.col.length);
  const most = whole.weight.reduce((a, b) => Math.max(a, b), 0);
  const base = Math.max(1, mentors.length);
  let n = 0;
  mentees.forEach((mentee, i) => {
    for (let e = whole.ptr[mentee]!; e < whole.ptr[mentee + 1]!; e++) {
      const j = number[whole.col[e]!]!;
      if (j < 0) continue;
      degree[j]! += 1;
      packed[n++] = (most - whole.weight[e]!) * base + j;
    }
    packed.subarray(ptr[i], n).sort();
    ptr[i + 1] = n;
  });
  const col = Int32Array.from(packed.subarray(0, n), (both) => both % base);
  const weight = Int32Array.from(packed.subarray(0, n), (both) => most - Math.floor(both / base));
  // One place more than candidates: it stays free in any case, and says that places here have no price.
  const capacity = Int32Array.from(mentors, (mentor, j) => Math.min(open[mentor]!, degree[j]! + 1));
  const market = {
    menteeCount: mentees.length,
    mentorCount: mentors.length,
    capacity,
    ptr,
    col,
    weight,
    locked: new Int32Array(mentees.length).fill(-1),
    menteeKeys: null,
    mentorKeys: null,
  };
  return { market, mentees, mentors };
}

/** The whole market's assignment: locked pairs and those of the open part. */
export function wholeAssignment(whole: Market, open: OpenMarket, mentorOf: ArrayLike<number>): Int32Array {
  const assignment = whole.locked.slice();
  open.mentees.forEach((mentee, i) => {
    if (mentorOf[i]! >= 0) assignment[mentee] = open.mentors[mentorOf[i]!]!;
  });
  return assignment;
}
