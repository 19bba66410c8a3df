import fc from "fast-check";
import { expect, test } from "vitest";
import { marketFromPairs } from "../../index.ts";
import { canonicalForm } from "../../market/canonical.ts";
import { Bids } from "./bids.ts";

const mentees = 20;
const capacity = [1, 2, 3, 5, 7, 0];
const acts = fc.array(fc.record({ mentee: fc.nat(mentees - 1), mentor: fc.nat(4), amount: fc.nat(30) }), { maxLength: 90 });

test("a place goes to who bids more than the least; the price is the least bid while no place is free", () => {
  const pairs = Array.from({ length: mentees }, (_, mentee) => capacity.map((_places, mentor) => ({ mentee, mentor, weight: 1 }))).flat();
  const canonical = canonicalForm(marketFromPairs({ menteeCount: mentees, capacity, pairs }), 1);
  expect([...canonical.places].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 5, 7]);
  fc.assert(
    fc.property(acts, (done) => {
      const bids = new Bids(canonical, 0);
      const plain = Array.from(canonical.places, () => new Map<number, number>());
      const price = Array.from(canonical.places, () => 0);
      for (const { mentee, mentor, amount: more } of done) {
        const places = canonical.places[mentor]!;
        const held = plain.findIndex((there) => there.has(mentee));
        if (held >= 0) {
          // Her place stays for sale at the price of her mentor.
          bids.withdraw(mentee);
          plain[held]!.delete(mentee);
          expect(bids.mentorOf[mentee]).toBe(-1);
        } else {
          // Nobody bids less than the price of a full mentor.
          const there = plain[mentor]!;
          const amount = there.size === places ? price[mentor]! + more : more;
          const least = Math.min(...there.values());
          const loser = bids.accept(mentor, mentee, amount + 3, amount);
          if (there.size < places) expect(loser).toBe(-1);
          else {
            expect(there.get(loser)).toBe(least);
            expect(bids.mentorOf[loser]).toBe(-1);
            there.delete(loser);
          }
          there.set(mentee, amount);
          if (there.size === places) price[mentor] = Math.min(...there.values());
          expect([bids.mentorOf[mentee], bids.worthOf[mentee]]).toEqual([mentor, amount + 3]);
        }
        expect([...bids.price]).toEqual(price);
        for (const [j, there] of plain.entries()) {
          const from = bids.base[j]!;
          expect(bids.taken[j]).toBe(there.size);
          expect(bids.hasFreePlace(j)).toBe(there.size < canonical.places[j]!);
          const slots = Array.from(there.keys(), (_, k) => from + k);
          expect(slots.map((slot) => [bids.owner[slot]!, bids.bid[slot]!]).toSorted((a, b) => a[0]! - b[0]!)).toEqual(
            [...there].toSorted((a, b) => a[0] - b[0]),
          );
          if (there.size > 0) expect(bids.bid[from]).toBe(Math.min(...there.values()));
        }
      }
    }),
    { numRuns: 200 },
  );
});
