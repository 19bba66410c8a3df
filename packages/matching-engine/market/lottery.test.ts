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

test("among others, equal draws change places and nobody else does", () => {
  const numbers = [122_788, 122_789, 122_782, 122_783, 339_192, 339_193, 339_198, 339_199];
  const keys = [...Array.from({ length: 40 }, (_, k) => `other ${k}`), ...numbers.map(String), "last"];
  const order = Array.from(lotteryOrder(keys.length, keys, 1, "mentees"), (person) => keys[person]!);
  expect(order.toSorted()).toEqual(keys.toSorted());
  const between = (first: string, second: string) => order.indexOf(second) - order.indexOf(first);
  expect(between("122789", "339192")).toBe(1);
  expect(between("339193", "122788")).toBe(1);
  expect(between("339198", "122783")).toBe(1);
  expect(between("122782", "339199")).toBe(1);
  // Alone, each of the two stands where both stand together.
  for (const left of ["339192", "339193", "339198", "339199"]) {
    const fewer = keys.filter((key) => key !== left);
    const again = Array.from(lotteryOrder(fewer.length, fewer, 1, "mentees"), (person) => fewer[person]!);
    expect(again).toEqual(order.filter((key) => key !== left));
  }
});
