import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type CandidateOptions,
  candidatesOfRange,
  choiceColumn,
  MatchingCancelled,
  mergeCandidates,
  type People,
  scaleColumn,
  type ScoredPairs,
  type Scoring,
  ScoringError,
  scorePairs,
  setColumn,
  topCandidates,
} from "../index.ts";
import { drawScoring, scoringPlans } from "../testing/random-scorings.ts";
import { tieOrder } from "./tie-order.ts";

type Listed = { readonly mentee: number; readonly mentor: number; readonly weight: number };

function listed({ ptr, col, weight }: ScoredPairs): Listed[] {
  const pairs: Listed[] = [];
  for (let mentee = 0; mentee + 1 < ptr.length; mentee++) {
    for (let e = ptr[mentee]!; e < ptr[mentee + 1]!; e++) pairs.push({ mentee, mentor: col[e]!, weight: weight[e]! });
  }
  return pairs;
}

/** All pairs, scored, sorted and cut: the definition, computed in the plainest way. */
function cutFromAll(scoring: Scoring, options: CandidateOptions): Listed[] {
  const [mentees, mentors] = [scoring.mentees.count, scoring.mentors.count];
  const { menteePlace, mentorPlace } = tieOrder(mentees, mentors, options);
  const steps = (own: number, count: number, other: number, others: number) =>
    (other - Math.floor((own * others) / count) + others) % others;
  const forMentee = ({ mentee, mentor }: Listed) => steps(menteePlace[mentee]!, mentees, mentorPlace[mentor]!, mentors);
  const forMentor = ({ mentee, mentor }: Listed) => steps(mentorPlace[mentor]!, mentors, menteePlace[mentee]!, mentees);
  const pairs = listed(scorePairs(scoring));
  const best = (own: Listed[], count: number, nearness: (pair: Listed) => number) =>
    own.toSorted((a, b) => b.weight - a.weight || nearness(a) - nearness(b)).slice(0, count);
  const kept = new Set<Listed>();
  for (let i = 0; i < mentees; i++) {
    for (const pair of best(
      pairs.filter(({ mentee }) => mentee === i),
      options.perMentee,
      forMentee,
    ))
      kept.add(pair);
  }
  for (let j = 0; j < mentors; j++) {
    for (const pair of best(
      pairs.filter(({ mentor }) => mentor === j),
      options.perMentor ?? 0,
      forMentor,
    ))
      kept.add(pair);
  }
  return [...kept].toSorted((a, b) => a.mentee - b.mentee || b.weight - a.weight || forMentee(a) - forMentee(b));
}

const cuts = fc.record({ perMentee: fc.integer({ min: 1, max: 9 }), perMentor: fc.integer({ min: 0, max: 5 }), seed: fc.nat(99) });

test("the candidates are what one would cut from all pairs, with the same weights, in the same order", () => {
  fc.assert(
    fc.property(scoringPlans({ mentees: 25, mentors: 80 }), cuts, (plan, options) => {
      const scoring = drawScoring(plan);
      expect(listed(topCandidates(scoring, options))).toEqual(cutFromAll(scoring, options));
    }),
    { numRuns: 400 },
  );
});

test("with many mentors and few kept, most are never weighed, and the candidates are the same", () => {
  fc.assert(
    fc.property(scoringPlans({ mentees: 12, mentors: 1_500 }), cuts, (plan, options) => {
      const scoring = drawScoring(plan);
      expect(listed(topCandidates(scoring, options))).toEqual(cutFromAll(scoring, options));
    }),
    { numRuns: 25 },
  );
});

test("ranges put together are the whole, in whatever order they come", () => {
  fc.assert(
    fc.property(scoringPlans({ mentees: 25, mentors: 40 }), cuts, fc.array(fc.nat(25), { maxLength: 3 }), (plan, options, at) => {
      const scoring = drawScoring(plan);
      const borders = [0, ...at.filter((border) => border <= plan.mentees).toSorted((a, b) => a - b), plan.mentees];
      const ranges = borders.slice(1).map((to, k) => candidatesOfRange(scoring, { from: borders[k]!, to }, options));
      // As they arrive from a worker.
      const posted = structuredClone(ranges.toReversed());
      expect(mergeCandidates(scoring, posted, options)).toEqual(topCandidates(scoring, options));
    }),
    { numRuns: 150 },
  );
});

function shuffled<T>(list: readonly T[], order: readonly number[]): T[] {
  return order.map((at) => list[at]!);
}

test("with keys the order of the lists makes no difference", () => {
  const grades = [3, 3, 3, 1, 2, 3, 1, 3, 2, 3];
  const scoringOf = (mentees: readonly number[], mentors: readonly number[]): Scoring => {
    const people = (order: readonly number[]): People => ({
      count: order.length,
      columns: { grade: scaleColumn(shuffled(grades, order)) },
    });
    const should = [{ kind: "closeness", weight: 1, range: 4, mentee: "grade", mentor: "grade" }] as const;
    return { mentees: people(mentees), mentors: people(mentors), must: [], should };
  };
  const inOrder = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const mixed = [4, 9, 0, 2, 7, 1, 8, 3, 6, 5];
  const named = (mentees: readonly number[], mentors: readonly number[]) => {
    const options = { perMentee: 2, perMentor: 1, seed: "a", menteeKeys: mentees.map(String), mentorKeys: mentors.map(String) };
    const pairs = listed(topCandidates(scoringOf(mentees, mentors), options));
    return pairs.map(({ mentee, mentor, weight }) => `${mentees[mentee]}-${mentors[mentor]}: ${weight}`).toSorted();
  };
  expect(named(mixed, inOrder.toReversed())).toEqual(named(inOrder, inOrder));
  expect(named(inOrder, mixed)).toEqual(named(inOrder, inOrder));
});

test("where all pairs are equal, the candidates are spread evenly over the mentors", () => {
  const nobody = (count: number): People => ({ count, columns: {} });
  const scoring: Scoring = { mentees: nobody(1_000), mentors: nobody(250), must: [], should: [], neutralWeight: 77 };
  const { ptr, col, weight } = topCandidates(scoring, { perMentee: 5 });
  expect([...new Set(weight)]).toEqual([77]);
  expect(ptr.at(-1)).toBe(5_000);
  const wanted = new Int32Array(250);
  for (const mentor of col) wanted[mentor]! += 1;
  expect([...new Set(wanted)]).toEqual([20]);
});

test("a mentor whom no mentee has among her best still has her own best", () => {
  const skills = (sets: number[][]) => ({ count: sets.length, columns: { skills: setColumn(4, sets) } });
  const scoring: Scoring = {
    mentees: skills([[0, 1], [0, 1, 2], [3]]),
    mentors: skills([[0, 1, 2], [2], [3]]),
    must: [{ kind: "share-any", mentee: "skills", mentor: "skills", missing: "refuse" }],
    should: [{ kind: "overlap", weight: 10, mentee: "skills", mentor: "skills" }],
  };
  expect(listed(topCandidates(scoring, { perMentee: 1 })).map(({ mentor }) => mentor)).toEqual([0, 0, 2]);
  expect(listed(topCandidates(scoring, { perMentee: 1, perMentor: 1 }))).toEqual([
    { mentee: 0, mentor: 0, weight: 10_000 },
    { mentee: 1, mentor: 0, weight: 10_000 },
    { mentee: 1, mentor: 1, weight: 3_333 },
    { mentee: 2, mentor: 2, weight: 10_000 },
  ]);
});

test("who is possible for nobody has an empty row, and nobody at all is no error", () => {
  const choices = (codes: (number | null)[]) => ({ count: codes.length, columns: { team: choiceColumn(codes) } });
  const must = [{ kind: "same", mentee: "team", mentor: "team", missing: "refuse" }] as const;
  const scoring = { mentees: choices([1, null, 2]), mentors: choices([2, null]), must, should: [] };
  expect([...topCandidates(scoring, { perMentee: 3, perMentor: 2 }).ptr]).toEqual([0, 0, 0, 1]);
  expect([...topCandidates({ ...scoring, mentees: choices([]) }, { perMentee: 3, perMentor: 2 }).ptr]).toEqual([0]);
  expect([...topCandidates({ ...scoring, mentors: choices([]) }, { perMentee: 3, perMentor: 2 }).ptr]).toEqual([0, 0, 0, 0]);
});

test("numbers and ranges that make no sense are refused", () => {
  const nobody = (count: number): People => ({ count, columns: {} });
  const scoring: Scoring = { mentees: nobody(4), mentors: nobody(3), must: [], should: [] };
  expect(() => topCandidates(scoring, { perMentee: 0 })).toThrow("perMentee is 0. Give a whole number from 1 up.");
  expect(() => topCandidates(scoring, { perMentee: 1.5 })).toThrow(ScoringError);
  expect(() => topCandidates(scoring, { perMentee: 1, perMentor: -1 })).toThrow("perMentor is -1. Give a whole number from 0 up.");
  expect(() => candidatesOfRange(scoring, { from: 3, to: 2 }, { perMentee: 1 })).toThrow("from is 3. Give a whole number from 0 to 2.");
  expect(() => candidatesOfRange(scoring, { from: 0, to: 5 }, { perMentee: 1 })).toThrow("to is 5. Give a whole number from 0 to 4.");
  const part = (from: number, to: number) => candidatesOfRange(scoring, { from, to }, { perMentee: 1 });
  expect(() => mergeCandidates(scoring, [part(0, 2), part(3, 4)], { perMentee: 1 })).toThrow("one ends at 2, the next begins at 3");
  expect(() => mergeCandidates(scoring, [part(0, 3), part(2, 4)], { perMentee: 1 })).toThrow("one ends at 3, the next begins at 2");
  expect(() => mergeCandidates(scoring, [part(0, 3)], { perMentee: 1 })).toThrow("The ranges end at mentee 3 of 4.");
  const bad = { ...scoring, must: [{ kind: "same", mentee: "team", mentor: "team", missing: "allow" }] as const };
  expect(() => topCandidates(bad, { perMentee: 1 })).toThrow("which does not exist");
});

test("progress is told from the first mentee to the last, and the search can be cancelled in between", () => {
  const nobody = (count: number): People => ({ count, columns: {} });
  const scoring: Scoring = { mentees: nobody(600), mentors: nobody(2), must: [], should: [] };
  const told: number[] = [];
  topCandidates(scoring, { perMentee: 1, onProgress: ({ done, of }) => told.push(done, of) });
  expect(told).toEqual([0, 600, 256, 600, 512, 600, 600, 600]);
  told.length = 0;
  candidatesOfRange(scoring, { from: 100, to: 400 }, { perMentee: 1, onProgress: ({ done, of }) => told.push(done, of) });
  expect(told).toEqual([0, 300, 256, 300, 300, 300]);
  let asked = 0;
  expect(() => topCandidates(scoring, { perMentee: 1, cancelled: () => ++asked === 2 })).toThrow(MatchingCancelled);
  expect(asked).toBe(2);
});
