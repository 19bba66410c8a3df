import { expect, test } from "vitest";
import { completePreferences, marketFromPairs, MAX_RANK, PreferencesError, preferencesFromWeights } from "../index.ts";

const market = marketFromPairs({
  menteeCount: 2,
  capacity: [1, 1, 1],
  pairs: [
    { mentee: 0, mentor: 0, weight: 5 },
    { mentee: 0, mentor: 1, weight: 9 },
    { mentee: 0, mentor: 2, weight: 5 },
    { mentee: 1, mentor: 0, weight: 7 },
    { mentee: 1, mentor: 2, weight: 0 },
  ],
});

test("by weight alone, equal weights are ties, on both sides", () => {
  expect(preferencesFromWeights(market)).toEqual({ menteeRank: Int32Array.of(2, 1, 2, 1, 2), mentorRank: Int32Array.of(2, 1, 1, 1, 2) });
});

test("candidates whom somebody has not ranked come after those whom she has", () => {
  const given = { menteeRank: Int32Array.of(0, 0, 4, 0, 0), mentorRank: Int32Array.of(3, 0, 0, 0, 1) };
  expect(completePreferences(market, given)).toEqual({
    menteeRank: Int32Array.of(6, 5, 4, 1, 2),
    mentorRank: Int32Array.of(3, 1, 2, 4, 1),
  });
  expect(given).toEqual({ menteeRank: Int32Array.of(0, 0, 4, 0, 0), mentorRank: Int32Array.of(3, 0, 0, 0, 1) });
});

test("whoever has ranked somebody may keep her list as it is", () => {
  const given = { menteeRank: Int32Array.of(0, 0, 4, 0, 0), mentorRank: Int32Array.of(3, 0, 0, 0, 1) };
  const completed = completePreferences(market, given, "who-ranked-nobody");
  expect(completed).toEqual({ menteeRank: Int32Array.of(0, 0, 4, 1, 2), mentorRank: Int32Array.of(3, 1, 0, 0, 1) });
});

function problemOf(make: () => unknown): PreferencesError {
  try {
    make();
  } catch (error) {
    if (error instanceof PreferencesError) return error;
    throw error;
  }
  throw new Error("The preferences were taken although they should have been refused.");
}

test("what is no rank is refused, with the pair and what to do", () => {
  const fine = preferencesFromWeights(market);
  for (const wrong of [-1, MAX_RANK + 1]) {
    const error = problemOf(() => completePreferences(market, { ...fine, mentorRank: Int32Array.of(1, 1, 1, wrong, 1) }));
    expect(error).toMatchObject({ name: "PreferencesError", problem: "bad-rank", pair: 3 });
    expect(error.message).toBe(
      `mentorRank of candidate pair 3 is ${wrong}. Give a whole number from 1 to 1000000000, or 0 for not acceptable.`,
    );
  }
  const short = problemOf(() => completePreferences(market, { ...fine, menteeRank: new Int32Array(6) }));
  expect(short).toMatchObject({ problem: "wrong-length", pair: null });
  expect(short.message).toBe("menteeRank has 6 ranks for 5 candidate pairs. Give one for each, 0 where there is none.");
});

test("the last rank is one, and leaves no room behind it", () => {
  const last = Int32Array.of(MAX_RANK, 1, 2, 1, 1);
  expect(completePreferences(market, { menteeRank: last, mentorRank: last }).menteeRank).toEqual(last);
  const full = Int32Array.of(MAX_RANK, 1, 0, 1, 1);
  expect(problemOf(() => completePreferences(market, { menteeRank: full, mentorRank: last })).problem).toBe("bad-rank");
});
