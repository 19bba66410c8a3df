import { expect, test } from "vitest";
import { MarketError, MatchingCancelled, MAX_WEIGHT, marketFromPairs, marketFromRows } from "../index.ts";

const pairs = [
  { mentee: 0, mentor: 0, weight: 4 },
  { mentee: 0, mentor: 1, weight: 5 },
  { mentee: 1, mentor: 1, weight: 7 },
];
const two = { menteeCount: 2, capacity: [1, 2], pairs };
const rows = (ptr: number[], col: number[], weight: number[], capacity = [1, 1]) => ({
  ptr: Int32Array.from(ptr),
  col: Int32Array.from(col),
  weight: Int32Array.from(weight),
  capacity,
});
const nobody = { mentee: null, mentor: null, mentors: [] };
const menteeOnly = (mentee: number) => ({ mentee, mentor: null, mentors: [] });
const mentorOnly = (mentor: number) => ({ mentee: null, mentor, mentors: [mentor] });
const both = (mentee: number, mentor: number) => ({ mentee, mentor, mentors: [mentor] });
const doNotFit = "The rows do not fit: ptr must begin with 0 and end with the number of pairs, and col and weight have one entry each.";

test.each<[string, object, () => unknown]>([
  [
    "Mentee 0 is locked to mentor 0 and to mentor 1. Keep one of the two locks.",
    { problem: "mentee-locked-twice", ...both(0, 1) },
    () => marketFromPairs({ ...two, locked: pairs.slice(0, 2) }),
  ],
  [
    "Mentor 0 has 1 places and 2 locked pairs. Release locks or give the mentor more places.",
    { problem: "locked-beyond-capacity", ...mentorOnly(0) },
    () => marketFromPairs({ ...two, locked: [0, 1].map((mentee) => ({ mentee, mentor: 0 })) }),
  ],
  [
    "Mentee 1 and mentor 1 are both locked and forbidden. Take one of the two away.",
    { problem: "locked-and-forbidden", ...both(1, 1) },
    () => marketFromPairs({ ...two, locked: [pairs[2]!], forbidden: [pairs[2]!] }),
  ],
  [
    "Mentee 1 and mentor 1 are listed twice. Keep one of the two.",
    { problem: "same-pair-twice", ...both(1, 1) },
    () => marketFromPairs({ ...two, pairs: [...pairs, pairs[2]!] }),
  ],
  [
    "There is no mentee 2: they are numbered from 0 to 1.",
    { problem: "unknown-mentee", ...menteeOnly(2) },
    () => marketFromPairs({ ...two, pairs: [{ mentee: 2, mentor: 0, weight: 1 }] }),
  ],
  [
    "There is no mentor 2: they are numbered from 0 to 1.",
    { problem: "unknown-mentor", ...mentorOnly(2) },
    () => marketFromPairs({ ...two, locked: [{ mentee: 1, mentor: 2 }] }),
  ],
  [
    "There is no mentee 2: they are numbered from 0 to 1.",
    { problem: "unknown-mentee", ...menteeOnly(2) },
    () => marketFromPairs({ ...two, forbidden: [{ mentee: 2, mentor: 0 }] }),
  ],
  [
    "There is no mentor 2: they are numbered from 0 to 1.",
    { problem: "unknown-mentor", ...mentorOnly(2) },
    () => marketFromRows(rows([0, 1], [2], [4])),
  ],
  [
    "The weight of mentee 0 with mentor 1 is -4. Give a whole number from 0 to 1000000000.",
    { problem: "bad-weight", ...both(0, 1) },
    () => marketFromRows(rows([0, 1], [1], [-4])),
  ],
  [
    "The weight of mentee 1 with mentor 0 is 1000000001. Give a whole number from 0 to 1000000000.",
    { problem: "bad-weight", ...both(1, 0) },
    () => marketFromPairs({ ...two, pairs: [{ mentee: 1, mentor: 0, weight: MAX_WEIGHT + 1 }] }),
  ],
  [
    "Mentor 1 has -1 places. Give a whole number from 0 up.",
    { problem: "bad-capacity", ...mentorOnly(1) },
    () => marketFromPairs({ ...two, capacity: [1, -1] }),
  ],
  [
    "least has 1 numbers for 2 mentors. Give one each, 0 where she need not have any mentee.",
    { problem: "bad-least", ...nobody },
    () => marketFromPairs({ ...two, least: [0] }),
  ],
  ...[-1, 0.5, 2].map((least): [string, object, () => unknown] => [
    `Mentor 0 is to have ${least} mentees at the least. Give a whole number from 0 to her 1 places.`,
    { problem: "bad-least", ...mentorOnly(0) },
    () => marketFromPairs({ ...two, least: [least, 1] }),
  ]),
  [doNotFit, { problem: "bad-rows", ...nobody }, () => marketFromRows(rows([1, 1], [0], [1]))],
  [doNotFit, { problem: "bad-rows", ...nobody }, () => marketFromRows(rows([0, 2], [0], [1]))],
  [doNotFit, { problem: "bad-rows", ...nobody }, () => marketFromRows(rows([0, 1], [0], [1, 2]))],
  [
    "The row of mentee 1 ends before it begins.",
    { problem: "bad-rows", ...menteeOnly(1) },
    () => marketFromRows(rows([0, 2, 1, 2], [0, 1], [1, 1])),
  ],
  [
    "menteeKeys has 1 keys for 2 people. Give one each.",
    { problem: "bad-keys", ...nobody },
    () => marketFromPairs({ ...two, menteeKeys: ["a"] }),
  ],
  [
    "mentorKeys has the same key twice. Keys must be unique.",
    { problem: "bad-keys", ...nobody },
    () => marketFromPairs({ ...two, mentorKeys: ["a", "a"] }),
  ],
  ...[-1, 1.5, 2 ** 21 + 1].map((menteeCount): [string, object, () => unknown] => [
    `The number of people must be a whole number from 0 to 2097152, not ${menteeCount}.`,
    { problem: "bad-count", ...nobody },
    () => marketFromPairs({ ...two, menteeCount, pairs: [] }),
  ]),
  [
    "The number of people must be a whole number from 0 to 2097152, not -1.",
    { problem: "bad-count", ...nobody },
    () => marketFromRows(rows([], [], [])),
  ],
  [
    "The number of people must be a whole number from 0 to 2097152, not 2097153.",
    { problem: "bad-count", ...nobody },
    // Nobody is looked at before the number is.
    () => marketFromRows({ ...rows([0], [], []), capacity: Object.assign([], { length: 2 ** 21 + 1 }) }),
  ],
])("refused: %s", (message, about, make) => {
  let refused: unknown;
  try {
    make();
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(MarketError);
  expect(refused).toMatchObject({ name: "MarketError", message, ...about });
});

test("an error about several mentors names them all, the first one first", () => {
  const error = new MarketError("least-not-reachable", "", { mentors: [3, 1] });
  expect(error).toMatchObject({ mentee: null, mentor: 3, mentors: [3, 1] });
});

test("to cancel is an error of its own", () => {
  expect(new MatchingCancelled()).toMatchObject({
    name: "MatchingCancelled",
    message: "The matching was cancelled before it was complete.",
  });
});
