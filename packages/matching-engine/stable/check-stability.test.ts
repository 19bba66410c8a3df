import { expect, test } from "vitest";
import { checkStability, marketFromPairs } from "../index.ts";

/** Three mentees, two mentors; mentor 0 has two places, one of them locked to mentee 2. Everyone likes mentor 0 best. */
const market = marketFromPairs({
  menteeCount: 4,
  capacity: [2, 1],
  pairs: [
    { mentee: 0, mentor: 0, weight: 1 },
    { mentee: 0, mentor: 1, weight: 20 },
    { mentee: 1, mentor: 0, weight: 300 },
    { mentee: 1, mentor: 1, weight: 4_000 },
    { mentee: 2, mentor: 0, weight: 50_000 },
    { mentee: 3, mentor: 1, weight: 600_000 },
  ],
  locked: [{ mentee: 2, mentor: 0 }],
});
const preferences = { menteeRank: Int32Array.of(1, 2, 1, 2, 0, 1), mentorRank: Int32Array.of(1, 2, 2, 1, 0, 0) };
const stable = [0, 1, 0, -1];
const rules = (assignment: ArrayLike<number>) => checkStability(market, preferences, assignment).violations;

test("a stable matching is found to be one, with its sums", () => {
  const check = checkStability(market, preferences, stable);
  expect(check).toEqual({ stable: true, total: 54_001, matched: 3, violations: [], violationCount: 0 });
});

test("a pair that would both rather have each other is named, with whom each would leave", () => {
  // Mentor 0 likes mentee 0 better than mentee 1; mentor 1 likes mentee 1 better than mentee 0, but mentee 1 is happy.
  expect(rules([1, 0, 0, -1])).toEqual([{ rule: "blocking-pair", mentee: 0, mentor: 0, insteadOf: { mentor: 1, mentee: 1 } }]);
  // With a free place at mentor 0 both would rather be there, whatever they have.
  expect(rules([-1, 1, 0, -1])).toEqual([
    { rule: "blocking-pair", mentee: 0, mentor: 0, insteadOf: { mentor: -1, mentee: -1 } },
    { rule: "blocking-pair", mentee: 1, mentor: 0, insteadOf: { mentor: 1, mentee: -1 } },
  ]);
  expect(rules([1, -1, 0, -1])).toEqual([
    { rule: "blocking-pair", mentee: 0, mentor: 0, insteadOf: { mentor: 1, mentee: -1 } },
    { rule: "blocking-pair", mentee: 1, mentor: 0, insteadOf: { mentor: -1, mentee: -1 } },
    { rule: "blocking-pair", mentee: 1, mentor: 1, insteadOf: { mentor: -1, mentee: 0 } },
  ]);
});

test("ties disturb nobody: both have to be strictly better off", () => {
  const two = marketFromPairs({
    menteeCount: 2,
    capacity: [1, 1],
    pairs: [0, 1].flatMap((mentee) => [0, 1].map((mentor) => ({ mentee, mentor, weight: 1 }))),
  });
  const check = (menteeRank: number[], mentorRank: number[]) =>
    checkStability(two, { menteeRank: Int32Array.from(menteeRank), mentorRank: Int32Array.from(mentorRank) }, [1, 0]).stable;
  expect(check([1, 2, 2, 1], [1, 2, 2, 1])).toBe(false);
  expect(check([1, 1, 2, 2], [1, 2, 2, 1])).toBe(true);
  expect(check([1, 2, 2, 1], [1, 1, 1, 1])).toBe(true);
});

test("the one whom a mentor likes least decides, wherever she stands in the list", () => {
  const three = marketFromPairs({ menteeCount: 3, capacity: [2], pairs: [0, 1, 2].map((mentee) => ({ mentee, mentor: 0, weight: 1 })) });
  const menteeRank = Int32Array.of(1, 1, 1);
  const check = (mentorRank: number[], assignment: number[]) =>
    checkStability(three, { menteeRank, mentorRank: Int32Array.from(mentorRank) }, assignment).violations;
  expect(check([3, 2, 1], [-1, 0, 0])).toEqual([]);
  expect(check([2, 3, 1], [-1, 0, 0])).toEqual([{ rule: "blocking-pair", mentee: 0, mentor: 0, insteadOf: { mentor: -1, mentee: 1 } }]);
  expect(check([2, 1, 3], [-1, 0, 0])).toEqual([{ rule: "blocking-pair", mentee: 0, mentor: 0, insteadOf: { mentor: -1, mentee: 2 } }]);
});

test("whoever is refused by one of the two is no pair", () => {
  // Mentor 1 refuses mentee 3: whoever holds her would take anybody whom she accepts.
  expect(rules([0, 1, 0, 1])).toEqual([
    { rule: "not-acceptable", mentee: 3, mentor: 1, to: "mentor" },
    { rule: "overbooked", mentor: 1, places: 1, taken: 2 },
  ]);
  expect(rules([0, -1, 0, 1])).toEqual([
    { rule: "not-acceptable", mentee: 3, mentor: 1, to: "mentor" },
    { rule: "blocking-pair", mentee: 1, mentor: 1, insteadOf: { mentor: -1, mentee: 3 } },
  ]);
  const refusing = { ...preferences, menteeRank: Int32Array.of(0, 2, 1, 2, 0, 1) };
  expect(checkStability(market, refusing, [0, 1, 0, -1]).violations).toEqual([
    { rule: "not-acceptable", mentee: 0, mentor: 0, to: "mentee" },
  ]);
});

test("places, locks and candidates are kept", () => {
  expect(rules([0, 0, 0, -1])).toEqual([{ rule: "overbooked", mentor: 0, places: 2, taken: 3 }]);
  expect(rules([0, 1, -1, -1])).toContainEqual({ rule: "lock-broken", mentee: 2, mentor: -1, locked: 0 });
  expect(rules([0, 1, 1, -1])).toContainEqual({ rule: "lock-broken", mentee: 2, mentor: 1, locked: 0 });
  expect(rules([0, 1, 0, 0])).toEqual([{ rule: "no-candidate", mentee: 3, mentor: 0 }]);
  for (const mentor of [2, -2, 0.5, Number.NaN]) expect(rules([0, 1, 0, mentor])).toEqual([{ rule: "no-such-mentor", mentee: 3, mentor }]);
});

test("lists of another length are refused at once", () => {
  const nothing = { stable: false, total: 0, matched: 0 };
  expect(checkStability(market, preferences, [0])).toMatchObject({
    ...nothing,
    violations: [{ rule: "wrong-length", what: "assignment", expected: 4, found: 1 }],
    violationCount: 1,
  });
  const none = new Int32Array(0);
  expect(checkStability(market, { menteeRank: none, mentorRank: none }, stable)).toMatchObject({
    ...nothing,
    violations: [
      { rule: "wrong-length", what: "menteeRank", expected: 6, found: 0 },
      { rule: "wrong-length", what: "mentorRank", expected: 6, found: 0 },
    ],
  });
});

test("only so many violations are listed, but all are counted", () => {
  const check = checkStability(market, preferences, [1, -1, 0, -1], 2);
  expect(check.violations).toHaveLength(2);
  expect(check.violationCount).toBe(3);
  expect(check.stable).toBe(false);
  expect(checkStability(market, preferences, [1, -1, 0, -1], 0)).toMatchObject({ stable: false, violations: [], violationCount: 3 });
});
