import fc from "fast-check";
import { expect, test } from "vitest";
import {
  choiceColumn,
  flagColumn,
  marketFromPairs,
  maximumWeightMatching,
  scaleColumn,
  scorePairs,
} from "../../../packages/matching-engine/index.ts";
import { type AffinityWishes, solveWithWishes, withWishes } from "./wish-weights.ts";

const solve = (market: Parameters<typeof maximumWeightMatching>[0]) => maximumWeightMatching(market, { seed: 1 });
const everyPair = (mentees: number, capacity: number[], weight: (mentee: number, mentor: number) => number) =>
  marketFromPairs({
    menteeCount: mentees,
    capacity,
    pairs: Array.from({ length: mentees }, (_, mentee) =>
      capacity.map((_places, mentor) => ({ mentee, mentor, weight: weight(mentee, mentor) })),
    ).flat(),
    locked: [],
    forbidden: [],
  });

test("a wish counts as a should rule of the engine does, for whoever wishes, and for nobody else", () => {
  const people = fc.record({
    grades: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }),
    mentorGrades: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }),
    mentees: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 4, maxLength: 4 }),
    mentors: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 3, maxLength: 3 }),
    weight: fc.integer({ min: 1, max: 100 }),
    others: fc.integer({ min: 1, max: 100 }),
  });
  fc.assert(
    fc.property(people, ({ grades, mentorGrades, mentees, mentors, weight, others }) => {
      const near = { kind: "closeness", range: 4, weight: others, mentee: "grade", mentor: "grade" } as const;
      const scoring = {
        mentees: {
          count: 4,
          columns: {
            grade: scaleColumn(grades),
            group: choiceColumn(mentees.map((code) => (code < 0 ? null : code))),
            wish: flagColumn(mentees.map((code) => code >= 0)),
          },
        },
        mentors: {
          count: 3,
          columns: { grade: scaleColumn(mentorGrades), group: choiceColumn(mentors.map((code) => (code < 0 ? null : code))) },
        },
        must: [],
      };
      const plain = scorePairs({ ...scoring, should: [near] });
      const byRule = scorePairs({
        ...scoring,
        should: [near, { kind: "same", weight, mentee: "group", mentor: "group", byWish: "wish" }],
      });
      const market = everyPair(4, [1, 1, 1], (mentee, mentor) => plain.weight[plain.ptr[mentee]! + mentor]!);
      const wished = withWishes(market, {
        others: mentees.map(() => others),
        wishes: [{ weight, mentees, mentors, room: mentors.map(() => null) }],
      });
      wished.weight.forEach((each, e) => expect(Math.abs(each - byRule.weight[e]!)).toBeLessThanOrEqual(1));
      mentees.forEach((code, mentee) => {
        if (code >= 0) return;
        expect([...wished.weight.subarray(mentee * 3, mentee * 3 + 3)]).toEqual([...market.weight.subarray(mentee * 3, mentee * 3 + 3)]);
      });
    }),
  );
});

test("where nothing else is asked a wish decides", () => {
  const market = everyPair(2, [1, 1], () => 5000);
  const wishes: AffinityWishes = { others: [0, 0], wishes: [{ weight: 50, mentees: [1, -1], mentors: [0, 1], room: [null, null] }] };
  expect([...solveWithWishes(market, wishes, solve).solved.assignment]).toEqual([1, 0]);
});

test("a mentor who is asked by many is not asked by more than she takes by this wish", () => {
  // Six mentees wish for the one mentor of their group, who has five places and takes two by this wish.
  const market = everyPair(6, [5, 5], (mentee, mentor) => (mentor === 0 ? 5000 + 10 * mentee : 5500));
  const others = Array.from({ length: 6 }, () => 50);
  const wish = { weight: 50, mentees: [0, 0, 0, 0, 0, 0], mentors: [0, -1] };
  const without = solveWithWishes(market, { others, wishes: [{ ...wish, room: [null, null] }] }, solve).solved;
  expect([...without.assignment].filter((mentor) => mentor === 0)).toHaveLength(5);
  const within = solveWithWishes(market, { others, wishes: [{ ...wish, room: [2, null] }] }, solve).solved;
  expect([...within.assignment].filter((mentor) => mentor === 0)).toEqual([0, 0]);
  // Those for whom it counts most: the strongest by it.
  expect([within.assignment[4], within.assignment[5]]).toEqual([0, 0]);
  const none = solveWithWishes(market, { others, wishes: [{ ...wish, mentors: [-1, -1], room: [0, null] }] }, solve).solved;
  expect([...none.assignment].filter((mentor) => mentor === 0)).toHaveLength(1);
});
