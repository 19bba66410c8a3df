import fc from "fast-check";
import { expect, test } from "vitest";
import { attainmentScore } from "./index.ts";

const equal = (...levels: number[]) => levels.map((level) => ({ level, weight: 1 }));

test("scores of equally weighted goals are those of the formula with ρ = 0.3, worked by hand", () => {
  // One goal: ten for each level. Two: 10/√2.6 for each point of the sum; three: 10/√4.8; four: 10/√7.6; five: 10/√11.
  for (const [levels, score] of [
    [[-2], 30],
    [[1], 60],
    [[1, 0], 56.2],
    [[-2, -2], 25.19],
    [[-2, -2, -2], 22.61],
    [[1, 1, 1], 63.69],
    [[2, 2, 2], 77.39],
    [[0, 1, 0, 0], 53.63],
    [[-2, -2, -2, -2, -2], 19.85],
  ] as const)
    expect(attainmentScore(equal(...levels))).toBeCloseTo(score, 2);
});

test("weights count: 50 + 10 · 7 / √(0.7 · 14 + 0.3 · 36)", () => {
  const goals = [
    { level: 2, weight: 3 },
    { level: 1, weight: 2 },
    { level: -1, weight: 1 },
  ];
  expect(attainmentScore(goals)).toBeCloseTo(50 + 70 / Math.sqrt(20.6), 12);
});

test("six goals as the documentation of the R package gasr has them: 50 + 70 / √(0.7 · 91 + 0.3 · 441) = 55", () => {
  const [levels, weights] = [
    [-2, 0, -1, 2, 0, 1],
    [3, 5, 1, 4, 2, 6],
  ];
  expect(attainmentScore(levels.map((level, index) => ({ level, weight: weights[index]! })))).toBeCloseTo(55, 12);
});

const goals = fc.array(fc.record({ level: fc.integer({ min: -2, max: 2 }), weight: fc.integer({ min: 1, max: 5 }) }), {
  minLength: 1,
  maxLength: 12,
});

test("what was expected is 50, less is as far below as more is above, and only the proportion of weights counts", () => {
  fc.assert(
    fc.property(goals, fc.integer({ min: 2, max: 9 }), (some, times) => {
      const score = attainmentScore(some);
      expect(attainmentScore(some.map(({ weight }) => ({ level: 0, weight })))).toBe(50);
      expect(attainmentScore(some.map(({ level, weight }) => ({ level: -level, weight })))).toBeCloseTo(100 - score, 10);
      expect(attainmentScore(some.map(({ level, weight }) => ({ level, weight: weight * times })))).toBeCloseTo(score, 10);
      // Goals that go together entirely are as one goal.
      const mean = some.reduce((sum, { level, weight }) => sum + level * weight, 0) / some.reduce((sum, { weight }) => sum + weight, 0);
      expect(attainmentScore(some, 1)).toBeCloseTo(50 + 10 * mean, 10);
    }),
  );
});

test("what has no score is refused in words", () => {
  expect(() => attainmentScore([])).toThrow("Give at least one goal");
  expect(() => attainmentScore([{ level: 3, weight: 1 }])).toThrow("A level is from −2 to 2");
  expect(() => attainmentScore([{ level: 1, weight: 0 }])).toThrow("A weight is a number above 0");
  expect(() => attainmentScore(equal(1), 1.5)).toThrow("Give a correlation from 0 to 1");
});
