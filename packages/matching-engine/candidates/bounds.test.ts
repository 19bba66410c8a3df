/** What keeps most pairs from being weighed: bounds that are never too low, and as near as they say. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { choiceColumn, FULL_WEIGHT, type People, scaleColumn, type Scoring, scorePairs, setColumn, type ShouldRule } from "../index.ts";
import { bindMust } from "../scoring/must.ts";
import { sharedElements } from "../scoring/sets.ts";
import { bindShould } from "../scoring/should.ts";
import { randomFrom } from "../testing/random-markets.ts";
import { drawScoring, scoringPlans } from "../testing/random-scorings.ts";
import { FINE, makeBounder } from "./bounds.ts";
import { needFor, RowBounds } from "./row-bounds.ts";
import { makeSieves } from "./sieves.ts";

/** Rounded up, with room for sums of doubles. */
const up = 1.002;
/** Mentors by place, not in the order of their numbers. */
const places = (mentors: number) => Int32Array.from({ length: mentors }, (_, place) => mentors - 1 - place);

/** The elements that two have in common, where the rule compares sets. */
function shared({ mentees, mentors }: Scoring, rule: ShouldRule, i: number, j: number): number {
  const [hers, theirs] = [mentees.columns[rule.mentee]!, mentors.columns[rule.mentor]!];
  return hers.kind === "set" && theirs.kind === "set" ? sharedElements(hers, i, theirs, j).length : 0;
}

test("for all mentors at once a rule gives no less than for each, and hardly more", () => {
  fc.assert(
    fc.property(scoringPlans({ mentees: 8, mentors: 40 }), fc.integer({ min: 1, max: 10_000 * FINE }), (plan, full) => {
      const scoring = drawScoring(plan);
      const mentorAt = places(scoring.mentors.count);
      const bound = bindShould(scoring);
      for (const [index, rule] of scoring.should.entries()) {
        const bounder = makeBounder(rule, scoring, mentorAt, { list: "should", index });
        for (let i = 0; i < scoring.mentees.count; i++) {
          const given = new Int32Array(mentorAt.length).fill(7);
          bounder.add(i, full, given);
          const most = bounder.most(i, full);
          let [additions, largest] = [0, 0];
          for (const [place, j] of mentorAt.entries()) {
            const degree = bound[index]!.degree(i, j);
            const count = shared(scoring, rule, i, j);
            const exact = rule.kind === "shared-count" ? (full * count) / rule.enough : full * degree;
            expect(given[place]! - 7).toBeGreaterThanOrEqual(full * degree);
            expect(given[place]! - 7).toBeLessThanOrEqual(degree > 0 ? exact + up * Math.max(1, count) : 0);
            expect(most).toBeGreaterThanOrEqual(full * degree);
            largest = Math.max(largest, full * degree);
            additions += rule.kind === "same" ? degree : rule.kind === "closeness" ? 1 : count;
          }
          expect(bounder.cost(i)).toBe(additions);
          // Only with whom there can be something in common is there anything to give.
          const column = scoring.mentees.columns[rule.mentee]!;
          const own = column.kind === "set" ? sharedElements(column, i, column, i).length : 1;
          const share = rule.kind === "shared-count" ? Math.min(1, own / rule.enough) : 1;
          expect(most).toBeLessThanOrEqual(full * share + up);
          if (rule.kind === "same" && largest === 0) expect(most).toBe(0);
          if (own === 0) expect(most).toBe(0);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test("who has not answered can be given nothing", () => {
  const people: People = { count: 2, columns: { age: scaleColumn([null, 3]), team: choiceColumn([null, 1]) } };
  const rules: ShouldRule[] = [
    { kind: "closeness", weight: 1, range: 4, mentee: "age", mentor: "age" },
    { kind: "same", weight: 1, mentee: "team", mentor: "team" },
  ];
  for (const [index, rule] of rules.entries()) {
    const scoring: Scoring = { mentees: people, mentors: people, must: [], should: rules };
    const bounder = makeBounder(rule, scoring, Int32Array.of(0, 1), { list: "should", index });
    expect([bounder.most(0, 100), bounder.most(1, 100)]).toEqual([0, 101]);
    const given = new Int32Array(2);
    bounder.add(1, 100, given);
    expect([...given]).toEqual([0, 101]);
  }
});

test("a scale of very many values is cut into stretches, short ones where there are many", () => {
  const random = randomFrom(4);
  // Most of them within a tenth of the scale.
  const values = Array.from({ length: 3_000 }, (_, k) => (k % 10 === 0 ? random() * 100 : 40 + 10 * random()));
  const people = (list: number[]): People => ({ count: list.length, columns: { age: scaleColumn(list) } });
  const rule: ShouldRule = { kind: "closeness", weight: 1, range: 20, mentee: "age", mentor: "age" };
  const mentees = [-5, 0, 13, 44, 45.5, 50, 88, 100, 130];
  const scoring: Scoring = { mentees: people(mentees), mentors: people(values), must: [], should: [rule] };
  const [bound] = bindShould(scoring);
  const mentorAt = places(values.length);
  const bounder = makeBounder(rule, scoring, mentorAt, { list: "should", index: 0 });
  const full = 1_000_000;
  for (const i of mentees.keys()) {
    const given = new Int32Array(values.length);
    bounder.add(i, full, given);
    let beyond = 0;
    for (const [place, j] of mentorAt.entries()) {
      expect(given[place]).toBeGreaterThanOrEqual(full * bound!.degree(i, j));
      beyond += given[place]! - full * bound!.degree(i, j);
    }
    // A stretch has some 12 mentors, a twenty-fifth of a year where they are many: 1 in 500 of the range.
    expect(beyond / values.length).toBeLessThan(full / 200);
  }
});

test("for all mentors at once a must rule keeps exactly those whom it keeps one by one", () => {
  fc.assert(
    fc.property(scoringPlans({ mentees: 8, mentors: 70 }), (plan) => {
      const scoring = drawScoring(plan);
      const mentorAt = places(scoring.mentors.count);
      const must = bindMust(scoring);
      const { sieves, asked } = makeSieves(scoring, must, mentorAt);
      // Only where very many must be shared it is asked pair by pair.
      expect(asked).toHaveLength(scoring.must.filter((rule) => rule.kind === "at-least-shared" && rule.atLeast > 8).length);
      expect(sieves).toHaveLength(must.length - asked.length);
      for (let i = 0; i < scoring.mentees.count; i++) {
        const allowed = new Int32Array(Math.ceil(mentorAt.length / 32)).fill(-1);
        for (const sieve of sieves) sieve(i, allowed);
        for (const [place, j] of mentorAt.entries()) {
          const isAllowed = ((allowed[place >> 5]! >> (place & 31)) & 1) === 1 && asked.every((keeps) => keeps(i, j));
          expect(isAllowed).toBe(must.every(({ keeps }) => keeps(i, j)));
        }
      }
    }),
    { numRuns: 100 },
  );
});

test("the bound of a row is at least each weight, less once it is measured, and the weight is the very one", () => {
  fc.assert(
    fc.property(scoringPlans({ mentees: 6, mentors: 40 }), (plan) => {
      const scoring = drawScoring(plan);
      const mentorAt = places(scoring.mentors.count);
      const row = new RowBounds(scoring, mentorAt);
      const { ptr, col, weight } = scorePairs(scoring);
      for (let i = 0; i < scoring.mentees.count; i++) {
        row.turnTo(i);
        const open = [...row.open.subarray(0, row.count)];
        expect(open).toEqual(open.toSorted((a, b) => a - b));
        const kept = open.filter((place) => row.keeps(place));
        expect(kept.map((place) => mentorAt[place]!).toReversed()).toEqual([...col.subarray(ptr[i], ptr[i + 1])]);
        for (const [k, place] of kept.toReversed().entries()) {
          const worth = weight[ptr[i]! + k]!;
          expect(row.weigh(place)).toBe(worth);
          const measured = row.measured(place, -Infinity);
          expect(measured).toBeGreaterThanOrEqual(needFor(worth));
          expect(measured).toBeLessThanOrEqual(row.bounds[place]!);
          // It is not measured further than to where it is below what is needed.
          expect(row.measured(place, measured)).toBe(measured);
          expect(row.measured(place, measured + 1)).toBeLessThanOrEqual(Math.max(measured, row.bounds[place]!));
          if (scoring.should.every(({ kind }) => kind === "same" || kind === "closeness")) {
            expect(measured).toBeLessThanOrEqual(worth * FINE + FINE / 2 + up * scoring.should.length);
          }
        }
        for (const [place, bound] of row.bounds.entries()) if (!open.includes(place)) expect(bound).toBeLessThan(-FULL_WEIGHT * FINE);
      }
    }),
    { numRuns: 100 },
  );
});

test.each([
  [1_024, 1],
  [1_025, 0],
])("ranks are compared for all mentors at once where they are few: %i different ones", (ranks, count) => {
  const people = (list: number[]): People => ({ count: list.length, columns: { age: scaleColumn(list) } });
  const scoring: Scoring = {
    mentees: people([5]),
    mentors: people(Array.from({ length: ranks + 3 }, (_, k) => k % ranks)),
    must: [{ kind: "rank-at-least", above: 2, mentee: "age", mentor: "age", missing: "refuse" }],
    should: [],
  };
  const { sieves, asked } = makeSieves(scoring, bindMust(scoring), places(ranks + 3));
  expect([sieves.length, asked.length]).toEqual([count, 1 - count]);
});

test("elements that weigh nothing give nothing, and take nothing from the others", () => {
  const people: People = { count: 2, columns: { skills: setColumn(3, [[1], [0, 1]]) } };
  const rule: ShouldRule = { kind: "overlap", weight: 1, elementWeights: [2, 0, 1], mentee: "skills", mentor: "skills" };
  const scoring: Scoring = { mentees: people, mentors: people, must: [], should: [rule] };
  const bounder = makeBounder(rule, scoring, Int32Array.of(0, 1), { list: "should", index: 0 });
  const given = [0, 1].map((mentee) => {
    const bounds = Int32Array.of(5, 6);
    bounder.add(mentee, 100, bounds);
    return [...bounds];
  });
  expect(given).toEqual([
    [5, 6],
    [5, 107],
  ]);
});

test("a bound has to reach half a point below a weight: from there on it is rounded up", () => {
  expect([0, 1, 9_999, FULL_WEIGHT].map(needFor)).toEqual([-0.5 * FINE, 0.5 * FINE, 9_998.5 * FINE, 9_999.5 * FINE]);
});

test("what so many in common give at most is told by how many the mentee has", () => {
  const people: People = { count: 3, columns: { skills: setColumn(9, [[], [3], [0, 1, 2, 3, 4, 5]]) } };
  const rule: ShouldRule = { kind: "shared-count", weight: 1, enough: 4, mentee: "skills", mentor: "skills" };
  const scoring: Scoring = { mentees: people, mentors: people, must: [], should: [rule] };
  const bounder = makeBounder(rule, scoring, Int32Array.of(0, 1, 2), { list: "should", index: 0 });
  expect([0, 1, 2].map((mentee) => bounder.most(mentee, 1_000))).toEqual([0, 251, 1_001]);
});
