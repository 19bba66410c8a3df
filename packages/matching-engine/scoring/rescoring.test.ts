import fc from "fast-check";
import { expect, test } from "vitest";
import { choiceColumn, flagColumn, openRescoring, type Scoring, scorePairs, setColumn } from "../index.ts";
import { randomFrom } from "../testing/random-markets.ts";

function drawScoring(seed: number): Scoring {
  const random = randomFrom(seed);
  const people = () => {
    const count = 1 + Math.floor(random() * 9);
    const list = Array.from({ length: count }, () => Array.from({ length: 12 }, (_, k) => k).filter(() => random() < 0.3));
    const columns = {
      words: setColumn(12, list),
      choice: choiceColumn(list.map(() => (random() < 0.2 ? null : Math.floor(random() * 3)))),
      wish: flagColumn(list.map(() => random() < 0.5)),
    };
    return { count, columns };
  };
  const [mentees, mentors] = [people(), people()];
  return {
    mentees,
    mentors,
    must: [
      { kind: "share-any", mentee: "words", mentor: "words", missing: "allow" },
      { kind: "different", mentee: "choice", mentor: "choice", missing: "refuse" },
      { kind: "not-these", pairs: [{ mentee: 0, mentor: 0 }] },
    ],
    should: [
      { kind: "overlap", mentee: "words", mentor: "words", weight: 50 },
      { kind: "same", mentee: "choice", mentor: "choice", weight: 30, byWish: "wish" },
      { kind: "shared-count", mentee: "words", mentor: "words", enough: 3, weight: 0 },
    ],
  };
}

test("rescoring gives what scoring anew gives", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 30 }),
      fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)),
      fc.subarray([0, 1]),
      (seed, weights, off) => {
        const scoring = drawScoring(seed);
        const expected = scorePairs({
          ...scoring,
          must: scoring.must.filter((_, rule) => !off.includes(rule)),
          should: scoring.should.map((rule, k) => ({ ...rule, weight: weights[k]! })),
        });
        expect(openRescoring(scoring, [0, 1]).rescore({ weights, off: new Set(off) })).toEqual(expected);
      },
    ),
  );
});

test("what cannot be switched stays, and nothing but what was named can be switched", () => {
  const scoring = drawScoring(7);
  const pairs = openRescoring(scoring, []).rescore({ weights: [50, 30, 0], off: new Set([0, 1, 2]) });
  expect(pairs).toEqual(scorePairs(scoring));
  expect(() =>
    openRescoring(
      scoring,
      Array.from({ length: 32 }, (_, k) => k),
    ),
  ).toThrow(RangeError);
});
