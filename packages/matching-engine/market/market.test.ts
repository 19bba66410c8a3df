import { expect, test } from "vitest";
import { MarketError, type MarketProblem, marketFromPairs, marketFromRows, weightOf } from "../index.ts";

const two = {
  menteeCount: 2,
  capacity: [1, 2],
  pairs: [
    { mentee: 1, mentor: 1, weight: 7 },
    { mentee: 0, mentor: 1, weight: 5 },
    { mentee: 0, mentor: 0, weight: 4 },
  ],
};

function problemOf(make: () => unknown): MarketError {
  try {
    make();
  } catch (error) {
    if (error instanceof MarketError) return error;
    throw error;
  }
  throw new Error("The market was made although it should have been refused.");
}

test("pairs in any order become rows", () => {
  const market = marketFromPairs(two);
  expect([[...market.ptr], [...market.col], [...market.weight]]).toEqual([
    [0, 2, 3],
    [1, 0, 1],
    [5, 4, 7],
  ]);
  expect([weightOf(market, 0, 0), weightOf(market, 1, 0)]).toEqual([4, -1]);
});

test("a forbidden pair is no candidate, a locked pair always is one", () => {
  const market = marketFromPairs({ ...two, forbidden: [{ mentee: 0, mentor: 1 }], locked: [{ mentee: 1, mentor: 0, weight: 3 }] });
  expect([[...market.ptr], [...market.col], [...market.weight], [...market.locked]]).toEqual([
    [0, 1, 3],
    [0, 1, 0],
    [4, 7, 3],
    [-1, 0],
  ]);
});

test("a lock keeps the weight of a pair that is a candidate, and may be listed twice", () => {
  const lock = { mentee: 1, mentor: 1, weight: 100 };
  const market = marketFromPairs({ ...two, locked: [lock, lock] });
  expect(weightOf(market, 1, 1)).toBe(7);
});

test.each<[MarketProblem, string, () => unknown]>([
  [
    "mentee-locked-twice",
    "Mentee 0 is locked to mentor 0 and to mentor 1",
    () =>
      marketFromPairs({
        ...two,
        locked: [
          { mentee: 0, mentor: 0 },
          { mentee: 0, mentor: 1 },
        ],
      }),
  ],
  [
    "locked-beyond-capacity",
    "Mentor 0 has 1 places and 2 locked pairs",
    () =>
      marketFromPairs({
        ...two,
        locked: [
          { mentee: 0, mentor: 0 },
          { mentee: 1, mentor: 0 },
        ],
      }),
  ],
  [
    "locked-and-forbidden",
    "both locked and forbidden",
    () => marketFromPairs({ ...two, locked: [{ mentee: 0, mentor: 0 }], forbidden: [{ mentee: 0, mentor: 0 }] }),
  ],
  ["same-pair-twice", "listed twice", () => marketFromPairs({ ...two, pairs: [...two.pairs, two.pairs[0]!] })],
  ["unknown-mentee", "There is no mentee 2", () => marketFromPairs({ ...two, pairs: [{ mentee: 2, mentor: 0, weight: 1 }] })],
  ["unknown-mentor", "There is no mentor -1", () => marketFromPairs({ ...two, pairs: [{ mentee: 1, mentor: -1, weight: 1 }] })],
  ["unknown-mentor", "There is no mentor 2", () => marketFromPairs({ ...two, forbidden: [{ mentee: 1, mentor: 2 }] })],
  ["unknown-mentee", "There is no mentee 0.5", () => marketFromPairs({ ...two, locked: [{ mentee: 0.5, mentor: 1 }] })],
  ["bad-weight", "is 1.5", () => marketFromPairs({ ...two, pairs: [{ mentee: 1, mentor: 0, weight: 1.5 }] })],
  ["bad-weight", "is -1", () => marketFromPairs({ ...two, pairs: [{ mentee: 1, mentor: 0, weight: -1 }] })],
  ["bad-weight", "is 4000000000", () => marketFromPairs({ ...two, pairs: [{ mentee: 1, mentor: 0, weight: 4_000_000_000 }] })],
  ["bad-weight", "is -2", () => marketFromPairs({ ...two, locked: [{ mentee: 1, mentor: 0, weight: -2 }] })],
  ["bad-capacity", "Mentor 1 has -1 places", () => marketFromPairs({ ...two, capacity: [1, -1] })],
  ["bad-capacity", "Mentor 0 has 0.5 places", () => marketFromPairs({ ...two, capacity: [0.5, 1] })],
  ["bad-capacity", "Mentor 0 has NaN places", () => marketFromPairs({ ...two, capacity: [Number.NaN, 1] })],
  ["bad-count", "not -1", () => marketFromPairs({ ...two, menteeCount: -1 })],
  ["bad-keys", "1 keys for 2 people", () => marketFromPairs({ ...two, menteeKeys: ["a"] })],
  ["bad-keys", "the same key twice", () => marketFromPairs({ ...two, mentorKeys: ["a", "a"] })],
  [
    "bad-rows",
    "do not fit",
    () => marketFromRows({ ptr: Int32Array.of(0, 2), col: Int32Array.of(0), weight: Int32Array.of(1), capacity: [1] }),
  ],
  [
    "bad-rows",
    "ends before it begins",
    () => marketFromRows({ ptr: Int32Array.of(0, 2, 1), col: Int32Array.of(0), weight: Int32Array.of(1), capacity: [1, 1] }),
  ],
])("%s is refused: %s", (problem, sentence, make) => {
  const error = problemOf(make);
  expect(error.problem).toBe(problem);
  expect(error.message).toContain(sentence);
});

test("an error names the people it is about", () => {
  const error = problemOf(() =>
    marketFromPairs({
      ...two,
      locked: [
        { mentee: 0, mentor: 0 },
        { mentee: 0, mentor: 1 },
      ],
    }),
  );
  expect(error).toMatchObject({ mentee: 0, mentor: 1 });
});
