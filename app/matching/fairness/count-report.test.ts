import fc from "fast-check";
import { expect, test } from "vitest";
import { wilsonInterval } from "../../../packages/statistics/index.ts";
import { countReport, type CountedMentee, isEstimate, restKey } from "./count-report.ts";
import { shownCells } from "./hide-small.ts";

const groups = [
  { key: "yes", label: "The first" },
  { key: "no", label: "Not the first" },
];
const dimension = { dimension: "First in the family", groups, smallestGroup: 10 };

/** So many of a group, so many of them with a mentor, and so many of those with one of their first three. */
const people = (group: string | undefined, count: number, matched: number, first = matched): CountedMentee[] =>
  Array.from({ length: count }, (_, n) => ({
    group,
    pair: n < matched ? { strength: 50 + (n % 5), choice: n < first ? 1 : 7 } : null,
    waitDays: n,
  }));
const figuresOf = (mentees: readonly CountedMentee[]) => {
  const report = countReport({ ...dimension, mentees });
  return { report, of: (key: string) => report.groups.find((group) => group.key === key) };
};

test("a group's figures stand beside those of everybody else", () => {
  const { report, of } = figuresOf([...people("yes", 40, 20, 10), ...people("no", 60, 45, 30), ...people(undefined, 30, 20, 10)]);
  expect(report).toMatchObject({ people: 130, hiddenGroups: 0, matchedHidden: null, smallestGroup: 10 });
  expect(report.groups.map(({ key, people: count }) => [key, count])).toEqual([
    ["yes", 40],
    ["no", 60],
    [restKey, 30],
  ]);
  const first = of("yes")!;
  const expected = wilsonInterval({ hits: 20, of: 40 });
  expect(first.matched).toEqual({ value: 0.5, low: Math.round(expected.low * 100) / 100, high: Math.round(expected.high * 100) / 100 });
  expect(first.firstThree).toMatchObject({ value: 0.5 });
  expect(first.strength).toMatchObject({ value: 52 });
  expect(first.waitDays).toBe(20);
  expect(first.beside.matched).toMatchObject({ value: Math.round((0.5 - 65 / 90) * 100) / 100 });
  expect(first.beside.strength!.value).toBe(0);
});

test("small groups are left out, with whatever would let one work them out", () => {
  // 9 and 60, the rest 30: the 9 could be had by subtraction, so the rest goes with them.
  const one = figuresOf([...people("yes", 9, 5), ...people("no", 60, 40), ...people(undefined, 30, 15)]);
  expect(one.report.groups.map(({ key }) => key)).toEqual(["no"]);
  expect(one.report.hiddenGroups).toBe(1);
  // Only one large enough group, and nobody else: nothing can be told at all.
  const two = figuresOf([...people("yes", 9, 5), ...people("no", 60, 40)]);
  expect(two.report.groups).toEqual([]);
  expect(two.report.hiddenGroups).toBe(2);
  // Nobody has described herself.
  expect(figuresOf(people(undefined, 90, 40)).report.groups).toEqual([]);
  expect(figuresOf([]).report).toMatchObject({ people: 0, groups: [] });
});

test("where only few have no mentor, no group says how many", () => {
  const rates = (a: number, b: number) => figuresOf([...people("yes", 40, a), ...people("no", 60, b)]);
  expect(rates(36, 55).report).toMatchObject({ matchedHidden: "too-few" });
  expect(rates(36, 55).of("yes")!.matched).toBeNull();
  expect(rates(40, 60).report.matchedHidden).toBe("everybody");
  expect(rates(0, 0).report.matchedHidden).toBe("nobody");
  expect(rates(4, 5).report.matchedHidden).toBe("too-few");
});

test("nobody is told that all or none of a group have a mentor", () => {
  const { of } = figuresOf([...people("yes", 40, 39), ...people("no", 60, 40), ...people(undefined, 30, 1)]);
  expect(of("yes")!.matched).toBe("nearly-all");
  expect(of("yes")!.beside.matched).toBeNull();
  expect(of(restKey)!.matched).toBe("hardly-any");
  expect(isEstimate(of("no")!.matched)).toBe(true);
});

test("what rests on pairs needs enough pairs", () => {
  const { of } = figuresOf([...people("yes", 40, 9, 3), ...people("no", 60, 40, 20), ...people(undefined, 30, 15, 10)]);
  expect(of("yes")!.strength).toBeNull();
  expect(of("yes")!.firstThree).toBeNull();
  // The nine pairs could be had from the others: the next smallest is left out with them.
  expect(of(restKey)!.strength).toBeNull();
  expect(of("no")!.strength).not.toBeNull();
});

test("whatever the sizes, those hidden are together enough, or nobody", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), fc.integer({ min: 5, max: 20 }), (sizes, smallest) => {
      const shown = shownCells(sizes, smallest);
      const hidden = sizes.filter((_, at) => !shown[at]);
      const sum = hidden.reduce((total, size) => total + size, 0);
      expect(shown.every((isShown, at) => !isShown || sizes[at]! >= smallest)).toBe(true);
      if (sum > 0 && shown.some(Boolean)) {
        expect(sum).toBeGreaterThanOrEqual(smallest);
        // Never one alone whose size the sum would tell, unless it is large enough to be told.
        if (hidden.filter((size) => size > 0).length === 1) expect(sum).toBeGreaterThanOrEqual(smallest);
      }
    }),
  );
});
