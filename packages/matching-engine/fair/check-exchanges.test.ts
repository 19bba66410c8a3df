import { expect, test } from "vitest";
import { marketFromPairs } from "../index.ts";
import { attainableBy, exchangesOf } from "./check-exchanges.ts";

const pair = (mentee: number, mentor: number) => ({ mentee, mentor, weight: 1 });

test("who goes may be followed by an unmatched one of her own group, who takes the place of somebody else", () => {
  // One of the first group would have the place of one of the second, another of whom would have that of the third.
  const pairs = [pair(0, 0), pair(1, 0), pair(2, 1), pair(3, 1)];
  const market = marketFromPairs({ menteeCount: 4, capacity: [1, 1], pairs });
  expect(exchangesOf(market, [0, 1, 1, 2], 3, [-1, 0, -1, 1])).toEqual({
    freePlace: [false, false, false],
    possible: [
      [false, true, true],
      [false, false, true],
      [false, false, false],
    ],
  });
});

test("a free place at the end of a chain is found; who is locked moves for nobody", () => {
  const pairs = [pair(0, 0), pair(1, 0), pair(1, 1)];
  const terms = { menteeCount: 2, capacity: [1, 1], pairs };
  const open = marketFromPairs(terms);
  expect(exchangesOf(open, [0, 1], 2, [-1, 0])).toEqual({
    freePlace: [true, false],
    possible: [
      [false, true],
      [false, false],
    ],
  });
  const locked = marketFromPairs({ ...terms, locked: [{ mentee: 1, mentor: 0 }] });
  expect(exchangesOf(locked, [0, 1], 2, [-1, 0])).toEqual({
    freePlace: [false, false],
    possible: [
      [false, false],
      [false, false],
    ],
  });
});

test("how many of a group there could be alone is shown by a largest matching that keeps every rule", () => {
  const pairs = [pair(0, 0), pair(1, 0), pair(1, 1), pair(2, 1)];
  const market = marketFromPairs({ menteeCount: 3, capacity: [1, 1], pairs, locked: [{ mentee: 2, mentor: 1 }] });
  const counts = (alone: number[]) => {
    const found = attainableBy(market, [0, 0, 1], 2, alone);
    return found && [...found];
  };
  expect(counts([0, -1, 1])).toEqual([1, 1]);
  expect(counts([-1, 0, 1])).toEqual([1, 1]);
  // Not the largest; beyond the places; beside a locked one; no candidate; somebody who is locked elsewhere; somebody too few.
  for (const alone of [
    [-1, -1, 1],
    [0, 0, 1],
    [0, 1, 1],
    [1, -1, 1],
    [0, -1, -1],
    [0, -1],
  ])
    expect(counts(alone)).toBeNull();
});
