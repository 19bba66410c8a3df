import fc from "fast-check";
import { expect, test } from "vitest";
import { GrowingLists } from "./growing-lists.ts";

const acts = fc.array(
  fc.record({
    act: fc.constantFrom("add", "add", "add", "remove", "open", "clear"),
    list: fc.nat(20),
    weight: fc.nat(99),
    which: fc.nat(20),
  }),
  { maxLength: 120 },
);

test("lists grow and shrink without touching one another", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 4 }), acts, (lengths, done) => {
      const lists = new GrowingLists(lengths);
      const plain: [number, number][][] = lengths.map(() => []);
      let person = 0;
      for (const { act, list: wanted, weight, which } of done) {
        const list = wanted % Math.max(1, plain.length);
        const own = plain[list];
        if (act === "open") {
          expect(lists.open()).toBe(plain.length);
          plain.push([]);
        } else if (!own) continue;
        else if (act === "add") {
          lists.add(list, weight, person);
          own.push([weight, person++]);
        } else if (act === "clear") {
          lists.clear(list);
          own.length = 0;
        } else if (own.length > 0) {
          const at = which % own.length;
          const [worth, who] = own[at]!;
          expect(lists.weightOf(list, who)).toBe(worth);
          lists.remove(list, who);
          expect(lists.weightOf(list, who)).toBe(-1);
          // The last one moves into the gap.
          own[at] = own.at(-1)!;
          own.pop();
        }
        for (const [k, entries] of plain.entries()) {
          expect(lists.listOf(k)).toEqual(entries);
          expect(lists.length[k]).toBe(entries.length);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test("a list that is full gets twice the room, and what was promised is there from the beginning", () => {
  const lists = new GrowingLists([3, 0]);
  expect([...lists.begin, lists.data.length]).toEqual([0, 3, 6]);
  for (let k = 0; k < 3; k++) lists.add(0, k, k);
  expect(lists.begin[0]).toBe(0);
  lists.add(0, 3, 3);
  // Six places behind the three that it had.
  expect([lists.begin[0], lists.open()]).toEqual([3, 2]);
  expect(lists.begin[2]).toBe(9);
  lists.add(1, 7, 7);
  expect(lists.begin[1]).toBe(9);
  lists.open();
  expect(lists.begin[3]).toBe(13);
});
