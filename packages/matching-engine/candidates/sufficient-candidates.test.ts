import fc from "fast-check";
import { expect, test } from "vitest";
import {
  explainScores,
  marketFromRows,
  MatchingCancelled,
  type MarketTerms,
  maximumWeightMatching,
  missingPairs,
  type Objective,
  scaleColumn,
  type Scoring,
  scorePairs,
  setColumn,
  sufficientCandidates,
  weightOf,
} from "../index.ts";
import { randomFrom } from "../testing/random-markets.ts";
import { drawScoring, scoringPlans } from "../testing/random-scorings.ts";

const objectives = fc.constantFrom<Objective>("most-good", "most-people");

function drawTerms(scoring: Scoring, seed: number): MarketTerms {
  const random = randomFrom(seed);
  const [mentees, mentors] = [scoring.mentees.count, scoring.mentors.count];
  const capacity = Array.from({ length: mentors }, () => Math.floor(random() * 3));
  const pair = () => ({ mentee: Math.floor(random() * mentees), mentor: Math.floor(random() * mentors) });
  const forbidden = random() < 0.5 ? [] : Array.from({ length: 4 }, pair);
  const lock = pair();
  const canLock = capacity[lock.mentor]! > 0 && !forbidden.some((one) => one.mentee === lock.mentee && one.mentor === lock.mentor);
  // As told: a lock on a pair that was cut off would otherwise weigh nothing.
  const { weight } = explainScores(scoring).pair(lock.mentee, lock.mentor);
  return { capacity, forbidden, locked: canLock ? [{ ...lock, weight }] : [] };
}

test("the best matching of few candidates is as good as the best of all pairs", () => {
  fc.assert(
    fc.property(
      scoringPlans({ mentees: 25, mentors: 25 }),
      objectives,
      fc.integer({ min: 1, max: 3 }),
      fc.nat(),
      (plan, objective, perMentee, seed) => {
        const scoring = drawScoring(plan);
        const terms = drawTerms(scoring, seed);
        const market = sufficientCandidates(scoring, terms, { perMentee, objective, seed: 1 });
        const all = marketFromRows({ ...scorePairs(scoring), ...terms });
        const [few, best] = [market, all].map((of) => maximumWeightMatching(of, { seed: 1, objective }));
        expect(few!.total).toBe(best!.total);
        if (objective === "most-people") expect(few!.matched).toBe(best!.matched);
        for (let i = 0; i < market.menteeCount; i++) {
          for (let e = market.ptr[i]!; e < market.ptr[i + 1]!; e++) expect(market.weight[e]).toBe(weightOf(all, i, market.col[e]!));
        }
        const taken = new Int32Array(all.mentorCount);
        for (const mentor of few!.assignment) if (mentor >= 0) taken[mentor]! += 1;
        few!.assignment.forEach((mentor, i) => {
          if (mentor >= 0) return;
          for (let e = all.ptr[i]!; e < all.ptr[i + 1]!; e++) expect(taken[all.col[e]!]).toBe(all.capacity[all.col[e]!]);
        });
      },
    ),
    { numRuns: 300 },
  );
});

const grades = (values: number[]) => ({ count: values.length, columns: { grade: scaleColumn(values) } });
const near: Scoring = {
  mentees: grades([1, 1, 1, 1]),
  mentors: grades([1, 2, 3, 9]),
  must: [],
  should: [{ kind: "closeness", weight: 1, range: 4, mentee: "grade", mentor: "grade" }],
};

test("what is missing is found by the prices: nothing less, nothing more", () => {
  const scored = scorePairs(near);
  expect([...scored.weight.subarray(0, 4)]).toEqual([10_000, 7_500, 5_000, 0]);
  // All four want the first mentor, and know of no other.
  const rows = { ptr: Int32Array.of(0, 1, 2, 3, 4), col: new Int32Array(4), weight: new Int32Array(4).fill(10_000) };
  const market = marketFromRows({ ...rows, capacity: [1, 1, 0, 1] });
  const result = maximumWeightMatching(market, { seed: 1 });
  expect([...result.prices]).toEqual([10_000, 0, 0, 0]);
  const lucky = result.assignment.indexOf(0);
  const missing = missingPairs(near, market, result, 3);
  expect(missing.count).toBe(7);
  // Whoever got the first has no gain from a free place at 7,500 less her price; the others have, and one of weight 0 as well.
  const expected = [0, 1, 2, 3].flatMap((mentee) => [
    { mentee, mentor: 1, weight: 7_500 },
    ...(mentee === lucky ? [] : [{ mentee, mentor: 3, weight: 0 }]),
  ]);
  expect(missing.pairs).toEqual(expected);
  expect(missingPairs(near, market, result, 1).pairs.map(({ mentor }) => mentor)).toEqual([1, 1, 1, 1]);
  expect(missingPairs(near, market, result, 3, { excluded: (_, mentor) => mentor === 1 })).toMatchObject({
    count: 3,
    pairs: { length: 3 },
  });
  const nearly = (margin: number) => missingPairs(near, market, result, 3, { margin });
  // Her pair of weight 0 falls short by 1: it would be worth as much as nobody.
  expect([nearly(0), nearly(1)].map(({ count, pairs }) => [count, pairs.length])).toEqual([
    [7, 7],
    [7, 8],
  ]);
});

test("a pair that is worth just what the prices say is not missing", () => {
  const skills = (sets: number[][]) => ({ count: sets.length, columns: { skills: setColumn(4, sets) } });
  const scoring: Scoring = {
    mentees: skills([[0, 1]]),
    mentors: skills([
      [0, 1],
      [0, 1],
    ]),
    must: [],
    // Full with one in common: of what two give half is too much.
    should: [{ kind: "shared-count", weight: 1, enough: 1, mentee: "skills", mentor: "skills" }],
  };
  const rows = { ptr: Int32Array.of(0, 1), col: Int32Array.of(0), weight: Int32Array.of(10_000) };
  const market = marketFromRows({ ...rows, capacity: [1, 1] });
  const result = { assignment: [0], bonus: 0, prices: [0, 0], profits: [10_000] };
  expect(missingPairs(scoring, market, result, 3)).toEqual({ count: 0, pairs: [] });
  expect(missingPairs(scoring, market, result, 3, { margin: 1 })).toEqual({
    count: 0,
    pairs: [{ mentee: 0, mentor: 1, weight: 10_000 }],
  });
});

test("a place beside a locked pair is free for a pair that weighs nothing", () => {
  const nobody = (count: number) => ({ count, columns: {} });
  const scoring: Scoring = { mentees: nobody(3), mentors: nobody(1), must: [], should: [], neutralWeight: 0 };
  const rows = { ptr: new Int32Array(4), col: new Int32Array(0), weight: new Int32Array(0) };
  const missingIn = (places: number) => {
    const market = marketFromRows({ ...rows, capacity: [places], locked: [{ mentee: 0, mentor: 0 }] });
    return missingPairs(scoring, market, maximumWeightMatching(market, { seed: 1 }), 3).pairs.map(({ mentee }) => mentee);
  };
  expect([1, 2].map(missingIn)).toEqual([[], [1, 2]]);
});

test("the search for what is missing tells its progress from the first mentee to the last, and can be cancelled in between", () => {
  const nobody = (count: number) => ({ count, columns: {} });
  const scoring: Scoring = { mentees: nobody(300), mentors: nobody(1), must: [], should: [] };
  const market = marketFromRows({ ptr: new Int32Array(301), col: new Int32Array(0), weight: new Int32Array(0), capacity: [1] });
  const result = maximumWeightMatching(market, { seed: 1 });
  const told: number[] = [];
  const { count } = missingPairs(scoring, market, result, 1, { onProgress: ({ done, of }) => told.push(done, of) });
  expect(count).toBe(300);
  expect(told).toEqual([0, 300, 256, 300, 300, 300]);
  let asked = 0;
  expect(() => missingPairs(scoring, market, result, 1, { cancelled: () => ++asked === 2 })).toThrow(MatchingCancelled);
  expect(asked).toBe(2);
});

test("it can begin with any rows, also with none", () => {
  const begin = { ptr: new Int32Array(5), col: new Int32Array(0), weight: new Int32Array(0) };
  const market = sufficientCandidates(near, { capacity: [1, 1, 1, 1] }, { begin, perMentee: 1, objective: "most-good", seed: 1 });
  const { total, matched } = maximumWeightMatching(market, { seed: 1 });
  expect([total, matched]).toEqual([22_500, 4]);
});

test("the search tells its rounds, and can be cancelled", () => {
  const rounds = new Set<number>();
  const terms = { capacity: [1, 1, 1, 1] };
  const options = { perMentee: 1, objective: "most-good", seed: 1 } as const;
  sufficientCandidates(near, terms, { ...options, onProgress: ({ round }) => rounds.add(round) });
  expect(rounds.size).toBeGreaterThanOrEqual(3);
  let asked = 0;
  expect(() => sufficientCandidates(near, terms, { ...options, cancelled: () => ++asked > 1 })).toThrow(MatchingCancelled);
});
