import { sortByRank } from "./sort-by-rank.ts";
import type { Sides } from "./sides.ts";

/** What decides between two whom somebody likes equally: the lower number goes first. Asked only where there is a tie. */
export type Lottery = () => Int32Array;

/**
 * Everyone's acceptable partners, best first, ties broken: two numbers each, because they are always read together. A list ends with
 * a partner of -1, one for each place of the proposer, so that each of them finds an end.
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
  let most = receiver.length;
  for (let p = 0; p < proposers; p++) most += proposerPlaces[p]!;
  const start = new Int32Array(proposers);
  const entries = new Int32Array(2 * most);
  const beginsRank = markTies ? new Uint8Array(most) : null;
  const nameOrNone = nameOf.map((name, r) => (receiverPlaces[r]! > 0 ? name : -1));
  const ranks = new Int32Array(longest(ptr));
  const pairs = new Int32Array(ranks.length);
  const drawOf = (e: number): number => lottery()[receiver[e]!]!;

  /** Writes a list that has ties or larger ranks, and returns where it ends. */
  const writeSorted = (from: number, to: number, begin: number): number => {
    let count = 0;
    for (let e = from; e < to; e++) {
      if (rank[e] === 0 || rankOfProposer[e] === 0 || nameOrNone[receiver[e]!]! < 0) continue;
      ranks[count] = rank[e]!;
      pairs[count++] = e;
    }
    sortByRank(ranks, pairs, count, drawOf);
    for (let k = 0; k < count; k++) {
      const at = begin + 2 * k;
      const e = pairs[k]!;
      if (beginsRank && (k === 0 || ranks[k] !== ranks[k - 1])) beginsRank[at / 2] = 1;
      entries[at] = nameOrNone[receiver[e]!]!;
      entries[at + 1] = rankOfProposer[e]!;
    }
    return begin + 2 * count;
  };

  let end = 0;
  for (let p = 0; p < proposers; p++) {
    start[p] = end;
    if (proposerPlaces[p] === 0) continue;
    const from = ptr[p]!;
    const to = ptr[p + 1]!;
    const placed = placeByRank(sides, from, to, nameOrNone, entries, end);
    if (placed < 0) {
      end = writeSorted(from, to, end);
    } else {
      beginsRank?.fill(1, end / 2, placed / 2);
      end = placed;
    }
    if (beginsRank) beginsRank[end / 2] = 1;
    for (let k = proposerPlaces[p]!; k > 0; k--, end += 2) entries[end] = -1;
    watch(to - from);
  }
  return { start, entries: entries.subarray(0, end), beginsRank };
}

/**
 * Writes each entry of a list straight to where its rank says, as most lists are: first, second, third. Returns where the list ends,
 * or -1 where two are liked equally or a rank is larger than the list is long; what was written then counts for nothing.
 */
function placeByRank(sides: Sides, from: number, to: number, nameOrNone: Int32Array, entries: Int32Array, begin: number): number {
  const { receiver, rank, rankOfProposer } = sides;
  const last = Math.min(to - from, LAST_PLACED);
  const beforeFirst = begin - 2;
  /** A bit for each rank that somebody has. */
  let seen = 0;
  let end = begin;
  for (let e = from; e < to; e++) {
    const own = rank[e]!;
    const theirs = rankOfProposer[e]!;
    const name = nameOrNone[receiver[e]!]!;
    if (own === 0 || theirs === 0 || name < 0) continue;
    const bit = 1 << own;
    if (own > last || (seen & bit) !== 0) return -1;
    seen |= bit;
    end += 2;
    entries[beforeFirst + 2 * own] = name;
    entries[beforeFirst + 2 * own + 1] = theirs;
  }
  // Stryker disable next-line all: speed (a list without gaps is already what it should be)
  if ((seen & (seen + 2)) === 0) return end;
  for (let at = beforeFirst, closed = begin; closed < end; seen >>= 1, at += 2) {
    if ((seen & 1) === 0) continue;
    entries[closed] = entries[at]!;
    entries[closed + 1] = entries[at + 1]!;
    closed += 2;
  }
  return end;
}

/** So many ranks have a bit in a number, with one to spare. */
const LAST_PLACED = 30;

function longest(ptr: Int32Array): number {
  let most = 0;
  for (let p = 0; p + 1 < ptr.length; p++) most = Math.max(most, ptr[p + 1]! - ptr[p]!);
  return most;
}
