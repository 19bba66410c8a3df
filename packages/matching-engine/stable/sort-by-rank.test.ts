import fc from "fast-check";
import { expect, test } from "vitest";
import { sortByRank } from "./sort-by-rank.ts";

test("by rank, then by draw, in short lists and long ones", () => {
  const lists = fc.record({ size: fc.integer({ min: 0, max: 120 }), ties: fc.constantFrom(1, 3, 1_000_000_000), seed: fc.nat() });
  fc.assert(
    fc.property(lists, ({ size, ties, seed }) => {
      const ranks = Int32Array.from({ length: size + 3 }, (_, k) => 1 + ((k * 7_919 + seed) % ties));
      const items = Int32Array.from({ length: size + 3 }, (_, k) => 1_000 + k);
      // Every item has another draw.
      const drawOf = (item: number) => (item * 48_271) % 65_537;
      const expected = Array.from({ length: size }, (_, k) => [ranks[k]!, items[k]!] as const).toSorted(
        ([a, one], [b, other]) => a - b || drawOf(one) - drawOf(other),
      );
      sortByRank(ranks, items, size, drawOf);
      expect(Array.from({ length: size }, (_, k) => [ranks[k], items[k]])).toEqual(expected);
      expect([...items.subarray(size)]).toEqual([1_000 + size, 1_001 + size, 1_002 + size]);
    }),
  );
});

test("nothing is drawn where nobody likes two equally", () => {
  const none = (): number => {
    throw new Error("A lot was drawn.");
  };
  for (const size of [10, 100]) {
    const ranks = Int32Array.from({ length: size }, (_, k) => size - k);
    const items = Int32Array.from({ length: size }, (_, k) => k);
    sortByRank(ranks, items, size, none);
    expect([...items]).toEqual(Array.from({ length: size }, (_, k) => size - 1 - k));
  }
});
