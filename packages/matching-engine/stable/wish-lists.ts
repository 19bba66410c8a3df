import { sortByRank } from "./sort-by-rank.ts";
import type { Sides } from "./sides.ts";

/** What decides between two whom somebody likes equally: the lower number goes first. Asked only where there is a tie. */
export type Lottery = () => Int32Array;

/**
 * Everyone's acceptable partners, best first, ties broken: two numbers each, because they are always read together. A list ends with
 * a partner of -1.
 */
export type WishLists = {
  /** Where the list of each proposer begins in `entries`. */
  readonly start: Int32Array;
  /** `entries[at]` is the partner (or what `nameOf` says for her), `entries[at + 1]` the rank that she gives the proposer. */
  readonly entries: Int32Array;
  /** 1 at `at / 2` where the entry, or the end of the list, is not tied with the entry before; null where nobody wants to know. */
  readonly beginsRank: Uint8Array | null;
};

/**
 * The lists of those who propose. A pair is on them when both like it better than nobody and both have a place.
 * @param nameOf what to write for each receiver
 */
export function wishLists(sides: Sides, nameOf: Int32Array, lottery: Lottery, watch: (work: number) => void, markTies = false): WishLists {
  const { proposers, ptr, receiver, rank, rankOfProposer, proposerPlaces, receiverPlaces } = sides;
  const start = new Int32Array(proposers);
  const entries = new Int32Array(2 * (receiver.length + proposers));
  const beginsRank = markTies ? new Uint8Array(receiver.length + proposers) : null;
  const nameOrNone = nameOf.map((name, r) => (receiverPlaces[r]! > 0 ? name : -1));
  const ranks = new Int32Array(longest(ptr));
  const pairs = new Int32Array(ranks.length);
  const drawOf = (e: number): number => lottery()[receiver[e]!]!;
  let end = 0;
  for (let p = 0; p < proposers; p++) {
    start[p] = end;
    let count = 0;
    if (proposerPlaces[p]! > 0) {
      for (let e = ptr[p]!; e < ptr[p + 1]!; e++) {
        if (rank[e] === 0 || rankOfProposer[e] === 0 || nameOrNone[receiver[e]!]! < 0) continue;
        ranks[count] = rank[e]!;
        pairs[count++] = e;
      }
    }
    sortByRank(ranks, pairs, count, drawOf);
    for (let k = 0; k < count; k++) {
      const e = pairs[k]!;
      if (beginsRank && (k === 0 || ranks[k] !== ranks[k - 1])) beginsRank[end / 2] = 1;
      entries[end] = nameOrNone[receiver[e]!]!;
      entries[end + 1] = rankOfProposer[e]!;
      end += 2;
    }
    if (beginsRank) beginsRank[end / 2] = 1;
    entries[end] = -1;
    end += 2;
    watch(ptr[p + 1]! - ptr[p]!);
  }
  return { start, entries: entries.subarray(0, end), beginsRank };
}

function longest(ptr: Int32Array): number {
  let most = 0;
  for (let p = 0; p + 1 < ptr.length; p++) most = Math.max(most, ptr[p + 1]! - ptr[p]!);
  return most;
}
