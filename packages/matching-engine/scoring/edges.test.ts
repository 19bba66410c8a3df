import { expect, test } from "vitest";
import {
  choiceColumn,
  explainScores,
  FULL_WEIGHT,
  type MustRule,
  openRescoring,
  scaleColumn,
  type Scoring,
  ScoringError,
  scorePairs,
  setColumn,
  type ShouldRule,
} from "../index.ts";
import { GrowingRows } from "./growing-rows.ts";

const people = (sets: number[][], size: number) => ({
  count: sets.length,
  columns: {
    skills: setColumn(size, sets),
    house: choiceColumn(sets.map((set) => set[0] ?? null)),
    age: scaleColumn(sets.map((set) => set[0] ?? null)),
  },
});
/** Two mentees and two mentors; what the mentors know goes further than what the mentees can ask for. */
const scoringOf = (rules: { must?: MustRule[]; should?: ShouldRule[]; neutralWeight?: number }): Scoring => ({
  mentees: people([[0, 3], [1]], 8),
  mentors: people(
    [
      [0, 40],
      [3, 33, 70],
    ],
    80,
  ),
  must: [],
  should: [],
  ...rules,
});
const both = (name: string) => ({ mentee: name, mentor: name });
const weightsOf = (rules: Parameters<typeof scoringOf>[0]) => [...scorePairs(scoringOf(rules)).weight];

function refusal(rules: Parameters<typeof scoringOf>[0]): string {
  try {
    scorePairs(scoringOf(rules));
  } catch (error) {
    expect(error).toBeInstanceOf(ScoringError);
    return `${(error as ScoringError).name}: ${(error as ScoringError).message}`;
  }
  return "";
}

test("rows grow beyond the room that they began with, without losing what is there", () => {
  const most = 1 << 20;
  const rows = new GrowingRows(2, most);
  const full = Int32Array.from({ length: most }, (_, k) => k);
  rows.add(full, full, most);
  rows.add(Int32Array.of(7, 8, 9), Int32Array.of(70, 80, 90), 2);
  const { ptr, col, weight } = rows.finish();
  expect([[...ptr], col.length, weight.length]).toEqual([[0, most, most + 2], most + 2, most + 2]);
  expect([col[1], col[most - 1], col[most], col[most + 1]]).toEqual([1, most - 1, 7, 8]);
  expect([weight[1], weight[most - 1], weight[most], weight[most + 1]]).toEqual([1, most - 1, 70, 80]);
});

test("a rule that lists pairs refuses those, says so, and wants pairs that there are", () => {
  const must = (mentee: number, mentor: number): MustRule[] => [{ kind: "not-these", pairs: [{ mentee, mentor }] }];
  expect([...scorePairs(scoringOf({ must: must(1, 1) })).col]).toEqual([0, 1, 0]);
  expect([...scorePairs(scoringOf({ must: must(0, 0) })).col]).toEqual([1, 0, 1]);
  const explained = explainScores(scoringOf({ must: must(1, 1) }));
  expect(explained.pair(1, 1).must[0]).toMatchObject({ kept: false, facts: { kind: "listed", listed: true } });
  expect(explained.pair(1, 0).must[0]).toMatchObject({ kept: true, facts: { kind: "listed", listed: false } });
  for (const [mentee, mentor] of [
    [-1, 0],
    [2, 0],
    [0, -1],
    [0, 2],
  ] as const) {
    expect(refusal({ must: must(mentee, mentor) })).toBe(
      `ScoringError: The must rule 0 lists mentee ${mentee} with mentor ${mentor}: there is no such pair.`,
    );
  }
});

test("the facts of a rule are of the kind of its column", () => {
  const should = (["overlap", "same", "closeness"] as const).map((kind, k): ShouldRule => {
    const column = both(["skills", "house", "age"][k]!);
    return kind === "closeness" ? { kind, weight: 1, range: 2, ...column } : { kind, weight: 1, ...column };
  });
  const facts = explainScores(scoringOf({ should }))
    .pair(0, 1)
    .should.map((part) => part.facts);
  expect(facts).toEqual([
    { kind: "elements", shared: [3], wanted: 2 },
    { kind: "codes", mentee: 0, mentor: 3 },
    { kind: "values", mentee: 0, mentor: 3 },
  ]);
});

test("should rules take weights from 0 to 100 and ranges and elements that make sense", () => {
  const overlap = (weight: number, elementWeights?: number[]): ShouldRule[] => [
    { kind: "overlap", weight, ...both("skills"), ...(elementWeights && { elementWeights }) },
    { kind: "same", weight: 100, ...both("house") },
  ];
  expect(weightsOf({ should: overlap(100) })).toEqual([7_500, 2_500, 0, 0]);
  expect(weightsOf({ should: overlap(0) })).toEqual([10_000, 0, 0, 0]);
  for (const weight of [-1, 100.5, Number.NaN]) {
    expect(refusal({ should: overlap(weight) })).toBe(
      `ScoringError: The should rule 0 has the weight ${weight}. Give a number from 0 to 100.`,
    );
  }
  // Who wants only what weighs nothing has nothing to be fulfilled.
  expect(weightsOf({ should: overlap(100, [0, 0, 0, 0]).slice(0, 1) })).toEqual([0, 0, 0, 0]);
  for (const weight of [-1, Infinity]) {
    expect(refusal({ should: overlap(1, [0, weight]) })).toBe(
      `ScoringError: The should rule 0 has the element weight ${weight}. Give numbers from 0 up.`,
    );
  }
  for (const range of [0, Infinity]) {
    expect(refusal({ should: [{ kind: "closeness", weight: 1, range, ...both("age") }] })).toBe(
      `ScoringError: The should rule 0 has the range ${range}. Give a number above 0.`,
    );
  }
  expect(refusal({ should: [{ kind: "same", weight: 1, byWish: "none", ...both("house") }] })).toContain("mentees");
});

test("points are whole and add up: the largest remainders are rounded up, of equal ones the first", () => {
  const pointsOf = (...weights: number[]) => {
    const should = weights.map((weight): ShouldRule => ({ kind: "shared-count", enough: 1, weight, ...both("skills") }));
    const { weight, neutral, should: parts } = explainScores(scoringOf({ should })).pair(0, 0);
    expect(parts.reduce((sum, { points }) => sum + points, neutral)).toBe(weight);
    return parts.map(({ points }) => points);
  };
  expect(pointsOf(1, 1, 1)).toEqual([3_334, 3_333, 3_333]);
  expect(pointsOf(5, 1)).toEqual([8_333, 1_667]);
  expect(pointsOf(1, 5)).toEqual([1_667, 8_333]);
  expect(pointsOf(2, 1)).toEqual([6_667, 3_333]);
});

test("rules that weigh nothing give no points, and the pair has the neutral weight", () => {
  const should: ShouldRule[] = [{ kind: "shared-count", enough: 1, weight: 0, ...both("skills") }];
  const explained = explainScores(scoringOf({ should })).pair(0, 0);
  expect(explained).toMatchObject({ weight: 5_000, neutral: 5_000, should: [{ counts: true, possible: 0, points: 0, degree: 1 }] });
  expect(weightsOf({ should })).toEqual([5_000, 5_000, 5_000, 5_000]);
});

test("a rule asks for so many in common, and as many are enough", () => {
  const must = (atLeast: number): MustRule[] => [{ kind: "at-least-shared", atLeast, ...both("skills"), missing: "refuse" }];
  const allowed = (atLeast: number) => [...scorePairs(scoringOf({ must: must(atLeast) })).ptr];
  expect([0, 1, 2].map(allowed)).toEqual([
    [0, 2, 4],
    [0, 2, 2],
    [0, 0, 0],
  ]);
});

test("an error names the list in which the rule stands", () => {
  const refused = (rules: Parameters<typeof scoringOf>[0]) => {
    try {
      scorePairs(scoringOf(rules));
    } catch (error) {
      return [(error as ScoringError).message, (error as ScoringError).rule];
    }
    return [];
  };
  const none = both("none");
  expect(refused({ must: [{ kind: "share-any", missing: "allow", ...none }] })).toEqual([
    'The must rule 0 uses the column "none" of the mentees, which does not exist. Add the column or change the rule.',
    { list: "must", index: 0 },
  ]);
  expect(refused({ should: [{ kind: "overlap", weight: 1, ...none }] })).toEqual([
    'The should rule 0 uses the column "none" of the mentees, which does not exist. Add the column or change the rule.',
    { list: "should", index: 0 },
  ]);
});

test("without should rules each pair has the neutral weight: a whole number from 0 to the full weight", () => {
  expect(weightsOf({})).toEqual([5_000, 5_000, 5_000, 5_000]);
  expect(weightsOf({ neutralWeight: 0 })).toEqual([0, 0, 0, 0]);
  expect(weightsOf({ neutralWeight: FULL_WEIGHT })).toEqual([10_000, 10_000, 10_000, 10_000]);
  for (const neutralWeight of [-1, 0.5, 10_001]) {
    expect(refusal({ neutralWeight })).toBe(`ScoringError: The neutral weight is ${neutralWeight}. Give a whole number from 0 to 10000.`);
  }
});

test("elements are whole numbers within the size of their set", () => {
  expect(() => setColumn(4, [[0, 3]])).not.toThrow();
  for (const element of [-1, 4, 1.5]) expect(() => setColumn(4, [[element]])).toThrow(String(element));
});

test("so many rules can be switched as there are bits for, and no more", () => {
  const rules = (count: number): MustRule[] =>
    Array.from({ length: count }, () => ({ kind: "share-any", ...both("skills"), missing: "allow" as const }));
  const open = (count: number) =>
    openRescoring(
      scoringOf({ must: rules(count) }),
      rules(count).map((_, index) => index),
    );
  expect(
    open(31)
      .rescore({ weights: [], off: new Set([30]) })
      .ptr.at(-1),
  ).toBe(2);
  expect(() => open(32)).toThrow(new RangeError("32 rules are to be switched; 31 can be."));
});
