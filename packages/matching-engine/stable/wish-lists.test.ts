import fc from "fast-check";
import { expect, test } from "vitest";
import type { Sides } from "./sides.ts";
import { wishLists } from "./wish-lists.ts";

type Pair = { readonly receiver: number; readonly rank: number; readonly rankOfProposer: number };

const draws = Int32Array.from({ length: 50 }, (_, receiver) => (receiver * 7) % 50);
const nameOf = Int32Array.from({ length: 50 }, (_, receiver) => 4 * receiver);
/** Receiver 49 has no place. */
const receiverPlaces = new Int32Array(50).fill(1).fill(0, 49);

function sidesOf(lists: readonly (readonly Pair[])[], proposerPlaces: readonly number[]): Sides {
  const pairs = lists.flat();
  const ptr = new Int32Array(lists.length + 1);
  lists.forEach((list, p) => (ptr[p + 1] = ptr[p]! + list.length));
  return {
    proposers: lists.length,
    receivers: 50,
    proposerPlaces: Int32Array.from(proposerPlaces),
    receiverPlaces,
    ptr,
    receiver: Int32Array.from(pairs, ({ receiver }) => receiver),
    rank: Int32Array.from(pairs, ({ rank }) => rank),
    rankOfProposer: Int32Array.from(pairs, ({ rankOfProposer }) => rankOfProposer),
  };
}

/** The same by sorting: names and ranks, ends, and where a tie ends. */
function bySorting(list: readonly Pair[], places: number): { entries: number[]; begins: number[] } {
  const wanted = list.filter((pair) => places > 0 && pair.rank > 0 && pair.rankOfProposer > 0 && pair.receiver !== 49);
  const sorted = wanted.toSorted((a, b) => a.rank - b.rank || draws[a.receiver]! - draws[b.receiver]!);
  const ends = Array.from({ length: places }, () => -1);
  return {
    entries: [...sorted.flatMap(({ receiver, rankOfProposer }) => [nameOf[receiver]!, rankOfProposer]), ...ends.flatMap((end) => [end, 0])],
    begins: [...sorted.map(({ rank }, k) => (rank === sorted[k - 1]?.rank ? 0 : 1)), ...ends.map((_, k) => (k === 0 ? 1 : 0))],
  };
}

const listOf = (rank: (place: number) => number, refused: number) =>
  fc.record({ size: fc.integer({ min: 0, max: 50 }), seed: fc.nat(1_000) }).map(({ size, seed }) =>
    Array.from({ length: size }, (_, k): Pair => {
      const place = (k * 7 + seed) % 50;
      return {
        receiver: (k + seed) % 50,
        rank: (k + seed) % 11 < refused ? 0 : rank(place),
        rankOfProposer: (k * seed) % 13 === 5 ? 0 : 1 + k,
      };
    }),
  );
const lists = fc.array(
  fc.oneof(
    listOf((place) => place + 1, 0),
    listOf((place) => place + 1, 2),
    listOf((place) => 1 + (place % 3), 1),
    listOf((place) => 10 * place + 1, 1),
    fc
      .integer({ min: 0, max: 35 })
      .map((size) => Array.from({ length: size }, (_, k) => ({ receiver: k, rank: size - k, rankOfProposer: 9 }))),
  ),
  { minLength: 1, maxLength: 5 },
);

test("the lists are what one gets by sorting, with an end for each place", () => {
  fc.assert(
    fc.property(lists, fc.array(fc.nat(3), { minLength: 5, maxLength: 5 }), (drawn, places) => {
      const expected = drawn.map((list, p) => bySorting(list, places[p]!));
      const found = wishLists(
        sidesOf(drawn, places.slice(0, drawn.length)),
        nameOf,
        () => draws,
        () => {},
        true,
      );
      const starts = expected.map((_, p) => expected.slice(0, p).reduce((sum, { entries }) => sum + entries.length, 0));
      expect([...found.start]).toEqual(starts);
      const names = (entries: readonly number[]) => entries.filter((_, at) => at % 2 === 0);
      const all = expected.flatMap(({ entries }) => entries);
      expect(names([...found.entries])).toEqual(names(all));
      // What stands beside an end counts for nothing.
      expect([...found.entries].map((one, at) => (at % 2 === 1 && all[at - 1] === -1 ? 0 : one))).toEqual(all);
      expect([...found.beginsRank!.subarray(0, all.length / 2)]).toEqual(expected.flatMap(({ begins }) => begins));
    }),
    { numRuns: 500 },
  );
});

test("nothing is drawn where nobody likes two equally, and nobody marks ties who does not want to know", () => {
  const none = (): never => {
    throw new Error("A lot was drawn.");
  };
  const list = [3, 1, 2].map((rank) => ({ receiver: rank, rank, rankOfProposer: 10 + rank }));
  const { entries, beginsRank } = wishLists(sidesOf([list], [1]), nameOf, none, () => {});
  expect([...entries].slice(0, 7)).toEqual([4, 11, 8, 12, 12, 13, -1]);
  expect(beginsRank).toBeNull();
});
