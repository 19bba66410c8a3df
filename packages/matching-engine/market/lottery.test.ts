import { expect, test } from "vitest";
import { lotteryOrder } from "./lottery.ts";

test.each<[number, readonly string[] | null, string | number, "mentees" | "mentors", number[]]>([
  [8, null, "spring", "mentees", [4, 7, 2, 3, 6, 0, 5, 1]],
  [8, null, "spring", "mentors", [1, 6, 5, 3, 4, 7, 0, 2]],
  [8, null, "autumn", "mentees", [4, 2, 6, 0, 1, 3, 7, 5]],
  [8, null, 7, "mentees", [1, 7, 5, 3, 0, 4, 2, 6]],
  [8, null, "7", "mentees", [3, 2, 1, 0, 4, 6, 5, 7]],
  [4, ["ada", "bea", "cleo", "ädä"], 1, "mentees", [3, 1, 2, 0]],
  [0, [], 1, "mentees", []],
])("an order that was drawn once can be drawn again: %i, %j, %j, %s", (count, keys, seed, side, order) => {
  expect([...lotteryOrder(count, keys, seed, side)]).toEqual(order);
});

// Two pairs of keys that draw the same number from this seed; in the first pair the second draw is equal too.
const [alike, almost] = [
  ["122789", "339192"],
  ["122788", "339193"],
];

test.each([
  [alike, ["122789", "339192"]],
  [alike.toReversed(), ["122789", "339192"]],
  [almost, ["339193", "122788"]],
  [almost.toReversed(), ["339193", "122788"]],
  [
    ["122783", "339198"],
    ["339198", "122783"],
  ],
  [
    ["122782", "339199"],
    ["122782", "339199"],
  ],
])("equal draws are drawn again, and then the keys decide: %j", (keys, order) => {
  const drawn = lotteryOrder(2, keys, 1, "mentees");
  expect(Array.from(drawn, (person) => keys[person])).toEqual(order);
});

test("among many people, equal draws change places and nobody else does", () => {
  const count = 340_000;
  const order = lotteryOrder(count, null, 1, "mentees");
  const placeOf = (person: number) => order.indexOf(person);
  expect(new Set(order).size).toBe(count);
  expect(placeOf(339_192) - placeOf(122_789)).toBe(1);
  expect(placeOf(122_788) - placeOf(339_193)).toBe(1);
  expect(placeOf(122_783) - placeOf(339_198)).toBe(1);
  expect(placeOf(339_199) - placeOf(122_782)).toBe(1);
});
