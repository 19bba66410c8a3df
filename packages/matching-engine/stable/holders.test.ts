import fc from "fast-check";
import { expect, test } from "vitest";
import { Holders, offer } from "./holders.ts";

const draws = Int32Array.from({ length: 200 }, (_, proposer) => (proposer * 83) % 200);

/** The same by sorting: who is held, and whom an offer turns away. */
class Sorted {
  held: { rank: number; proposer: number }[] = [];
  readonly places: number;
  constructor(places: number) {
    this.places = places;
  }
  offer(rank: number, proposer: number): number {
    this.held.push({ rank, proposer });
    this.held.sort((a, b) => a.rank - b.rank || draws[a.proposer]! - draws[b.proposer]!);
    return this.held.length > this.places ? this.held.pop()!.proposer : -1;
  }
  letGo(proposer: number): void {
    this.held = this.held.filter((one) => one.proposer !== proposer);
  }
}

test("of all offers the best are held, however many places there are, whoever leaves in between", () => {
  const steps = fc.array(fc.record({ receiver: fc.nat(3), rank: fc.nat(6), leaves: fc.nat(9) }), { minLength: 60, maxLength: 200 });
  fc.assert(
    fc.property(steps, (offers) => {
      const places = [1, 7, 8, 30];
      const holders = new Holders(Int32Array.from(places), () => draws);
      const expected = places.map((count) => new Sorted(count));
      offers.forEach(({ receiver, rank, leaves }, proposer) => {
        const address = holders.address[receiver]!;
        const other = expected[receiver]!;
        expect(holders.hasPlace(address)).toBe(other.held.length < other.places);
        expect(offer(holders.records, holders.lottery, address, rank, proposer)).toBe(other.offer(rank, proposer));
        const leaver = other.held[leaves]?.proposer;
        if (leaver === undefined || leaves > 2) return;
        holders.letGo(address, leaver);
        other.letGo(leaver);
      });
      const held = places.map((): number[] => []);
      holders.forEach((receiver, proposer) => held[receiver]!.push(proposer));
      expect(held.map((one) => new Set(one))).toEqual(expected.map((one) => new Set(one.held.map(({ proposer }) => proposer))));
      expect(held.map((one) => one.length)).toEqual(expected.map((one) => one.held.length));
    }),
    { numRuns: 300 },
  );
});

test("a place or seven, and a line is enough", () => {
  const holders = new Holders(Int32Array.of(1, 0, 2, 7, 8, 1), () => draws);
  expect([...holders.address]).toEqual([64, 68, 0, 16, 32, 72]);
  expect(holders.records).toHaveLength(76);
});
