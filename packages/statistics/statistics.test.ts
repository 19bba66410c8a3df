import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceOfMeans, differenceOfProportions, meanInterval, median, wilsonInterval } from "./index.ts";
import { momentsOf } from "./means.ts";
import { normalBelow, normalQuantile, studentBelow, studentQuantile } from "./quantiles.ts";

test("quantiles are those of the printed tables", () => {
  for (const [share, z] of [
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489],
    [0.5, 0],
    [0.841344746068543, 1],
    [0.025, -1.959963984540054],
  ])
    expect(normalQuantile(share!)).toBeCloseTo(z!, 12);
  const table = { 1: 12.7062047, 2: 4.30265273, 5: 2.57058184, 10: 2.22813885, 30: 2.04227246, 120: 1.97993041 };
  for (const [df, t] of Object.entries(table)) expect(studentQuantile(0.975, Number(df))).toBeCloseTo(t, 7);
  expect(studentQuantile(0.995, 3)).toBeCloseTo(5.84090931, 7);
  expect(studentQuantile(0.025, 10)).toBeCloseTo(-2.22813885, 7);
  expect(studentQuantile(0.999999, 1)).toBeCloseTo(318309.886, 1);
  // With one degree of freedom it is Cauchy's distribution, of which the function is known.
  for (const t of [-3, -0.2, 0, 0.7, 40]) expect(studentBelow(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 13);
  for (const t of [-2, 0.3, 1.5]) expect(studentBelow(t, 2)).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 13);
  expect([normalBelow(-9), normalBelow(9)]).toEqual([0, 1]);
});

test("what is no probability is refused in words", () => {
  for (const share of [0, 1, -1, Number.NaN]) expect(() => normalQuantile(share)).toThrow("Give a share above 0 and below 1");
  expect(() => studentQuantile(0.9, 0)).toThrow("degrees of freedom");
  expect(() => wilsonInterval({ hits: 1, of: 2 }, 1)).toThrow("Give a level above 0 and below 1");
  for (const [hits, of] of [
    [3, 2],
    [-1, 2],
    [0, 0],
    [0.5, 2],
    [1, 2.5],
  ])
    expect(() => wilsonInterval({ hits: hits!, of: of! })).toThrow("is no share");
});

/** Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3. */
test("Wilson's intervals are those that Newcombe printed", () => {
  for (const [hits, of, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const interval = wilsonInterval({ hits, of });
    expect(interval.value).toBe(hits / of);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  }
  expect(wilsonInterval({ hits: 0, of: 20 }).low).toBe(0);
  expect(wilsonInterval({ hits: 20, of: 20 }).high).toBe(1);
});

/** Newcombe 1998, Statistics in Medicine 17, 873-890, table II, method 10. */
test("differences of shares are those that Newcombe printed", () => {
  for (const [a, m, b, n, low, high] of [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ] as const) {
    const difference = differenceOfProportions({ hits: a, of: m }, { hits: b, of: n });
    expect(difference.value).toBeCloseTo(a / m - b / n, 12);
    expect(difference.low, `${a}/${m} - ${b}/${n}`).toBeCloseTo(low, 4);
    expect(difference.high, `${a}/${m} - ${b}/${n}`).toBeCloseTo(high, 4);
  }
});

/** Hours of sleep gained under two drugs: Student 1908, whose data are in every statistics program. */
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

test("means and their differences are those of Student's data", () => {
  const mean = meanInterval(first);
  expect(mean.value).toBeCloseTo(0.75, 12);
  expect(mean.low).toBeCloseTo(-0.5297804, 6);
  expect(mean.high).toBeCloseTo(2.0297804, 6);
  const difference = differenceOfMeans(first, second);
  expect(difference.value).toBeCloseTo(-1.58, 12);
  expect(difference.low).toBeCloseTo(-3.3654832, 6);
  expect(difference.high).toBeCloseTo(0.2054832, 6);
  expect(momentsOf([4])).toEqual({ count: 1, mean: 4, variance: 0 });
  expect(differenceOfMeans([1, 1], [3, 3])).toEqual({ value: -2, low: -2, high: -2 });
});

test("too few values have no interval", () => {
  expect(() => meanInterval([])).toThrow("no mean of nothing");
  expect(() => meanInterval([1])).toThrow("One value has no interval");
  expect(() => differenceOfMeans([1], [2, 3])).toThrow("at least two in each group");
  expect(() => differenceOfMeans([1, 2], [3])).toThrow("at least two in each group");
  expect(() => median([])).toThrow("no median of nothing");
});

test("the median is in the middle", () => {
  expect(median([3])).toBe(3);
  expect(median([10, 2])).toBe(6);
  expect(median([5, 100, -1])).toBe(5);
  expect(median([9, 10, 8, 100])).toBe(9.5);
});

const counts = fc.integer({ min: 1, max: 500 }).chain((of) => fc.integer({ min: 0, max: of }).map((hits) => ({ hits, of })));

test("intervals hold what they estimate, stay within what can be, and turn over when the question does", () => {
  fc.assert(
    fc.property(counts, counts, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (one, other, level) => {
      const { value, low, high } = wilsonInterval(one, level);
      expect(low).toBeGreaterThanOrEqual(-1e-12);
      expect(low).toBeLessThanOrEqual(value + 1e-12);
      expect(high).toBeGreaterThanOrEqual(value - 1e-12);
      expect(high).toBeLessThanOrEqual(1 + 1e-12);
      const turned = wilsonInterval({ hits: one.of - one.hits, of: one.of }, level);
      expect(turned.low).toBeCloseTo(1 - high, 12);
      const [there, back] = [differenceOfProportions(one, other, level), differenceOfProportions(other, one, level)];
      expect(there.low).toBeCloseTo(-back.high, 12);
      expect(there.low).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(there.high).toBeLessThanOrEqual(1 + 1e-12);
    }),
  );
});
