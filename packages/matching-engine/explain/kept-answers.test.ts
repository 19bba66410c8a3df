/** What is written about a run that is kept can be worked out again: the same market, result and question give the same answers. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  alternates,
  alternatives,
  compareMatchings,
  MarketError,
  marketFromPairs,
  marketFromRows,
  maximumWeightMatching,
  scorePairs,
  weightOf,
  whatWouldHelp,
} from "../index.ts";
import { Fingerprint } from "../testing/fingerprint.ts";
import { drawPlan, marketOf } from "../testing/random-markets.ts";
import { drawScoring, scoringPlans } from "../testing/random-scorings.ts";

const planOf = (seed: number) =>
  drawPlan({
    menteeCount: 5 + (seed % 9),
    mentorCount: 2 + (seed % 6),
    mostPlaces: 1 + (seed % 3),
    mostWeight: [3, 20, 100][seed % 3]!,
    density: [0.4, 0.7, 1][seed % 3]!,
    lockedShare: seed % 2 === 0 ? 0 : 0.15,
    forbiddenShare: 0,
    seed,
  });
const seeds = Array.from({ length: 60 }, (_, seed) => seed);
const markets = seeds.map((seed) => marketOf(planOf(seed)));
/** Where every other mentor must have somebody, as far as that is possible. */
const withLeast = seeds.flatMap((seed) => {
  const plan = planOf(seed);
  const least = plan.capacity.map((places, mentor) =>
    Number(mentor % 2 === 0 && places > 0 && plan.pairs.some((pair) => pair.mentor === mentor)),
  );
  try {
    const market = marketFromPairs({ ...plan, least });
    maximumWeightMatching(market, { seed: 1 });
    return [market];
  } catch (error) {
    if (error instanceof MarketError) return [];
    throw error;
  }
});

test("runners-up, their cost and their moves, of both sides, and why somebody is unmatched", () => {
  const print = new Fingerprint();
  for (const [seed, market] of [...markets, ...withLeast].entries()) {
    const result = maximumWeightMatching(market, { seed, objective: seed % 2 === 0 ? "most-good" : "most-people" });
    const ask = alternatives(market, result);
    for (let mentee = 0; mentee < market.menteeCount; mentee++) print.add([ask.forMentee(mentee, 4), ask.whyUnmatched(mentee, 3)]);
    for (let mentor = 0; mentor < market.mentorCount; mentor++) print.add(ask.forMentor(mentor, 5));
  }
  expect(print.toString()).toBe("30d93dfc3158a36d");
});

test("second and third choices", () => {
  const print = new Fingerprint();
  for (const [seed, market] of markets.entries()) {
    const result = maximumWeightMatching(market, { seed });
    for (const level of alternates(market, result, { choices: 2, seed })) {
      print.add([[...level.assignment], level.result.total, [...level.market.ptr], [...level.market.col], [...level.market.weight]]);
    }
  }
  expect(print.toString()).toBe("c3f1be6d3d7f90c3");
});

test("what would help somebody who was left out", () => {
  const print = new Fingerprint();
  const plans = fc.sample(scoringPlans({ mentees: 10, mentors: 7 }), { numRuns: 60, seed: 3 });
  for (const [seed, plan] of plans.entries()) {
    const scoring = drawScoring(plan);
    const capacity = Array.from({ length: scoring.mentors.count }, (_, mentor) => (mentor + seed) % 2);
    const market = marketFromRows({ ...scorePairs(scoring), capacity });
    const result = maximumWeightMatching(market, { seed, objective: seed % 2 === 0 ? "most-good" : "most-people" });
    const { forMentee } = whatWouldHelp(scoring, market, result);
    const mayLift = seed % 3 === 0 ? undefined : () => seed % 3 === 1;
    for (let mentee = 0; mentee < market.menteeCount; mentee++) print.add(forMentee(mentee, { limit: 1 + (seed % 3), mayLift }));
  }
  expect(print.toString()).toBe("0cc3d53d1c95383a");
});

test("two runs compared", () => {
  const print = new Fingerprint();
  for (const [seed, market] of markets.entries()) {
    const [before, after] = (["most-good", "most-people"] as const).map((objective) => ({
      market: { ...market, menteeKeys: seed % 2 === 0 ? null : Array.from({ length: market.menteeCount }, (_, i) => `mentee ${i}`) },
      assignment: maximumWeightMatching(market, { seed, objective }).assignment,
    }));
    print.add(compareMatchings(before!, { ...after!, assignment: seed % 3 === 0 ? before!.assignment.map(() => -1) : after!.assignment }));
  }
  expect(print.toString()).toBe("4cad066594a4460f");
});

test("nothing is listed where nothing is asked for", () => {
  const pairs = [0, 1].flatMap((mentee) => [0, 1].map((mentor) => ({ mentee, mentor, weight: 1 + mentee + mentor })));
  const market = marketFromPairs({ menteeCount: 2, capacity: [1, 1], pairs });
  const ask = alternatives(market, maximumWeightMatching(market, { seed: 1 }));
  expect([ask.forMentee(0, 1), ask.forMentor(0, 1)]).toMatchObject([{ length: 1 }, { length: 1 }]);
  for (const limit of [0, -1]) expect([ask.forMentee(0, limit), ask.forMentor(0, limit)]).toEqual([[], []]);
});

test("a pair that is there already costs nothing and moves nobody; people who do not exist are named with how many there are", () => {
  const market = markets[9]!;
  const result = maximumWeightMatching(market, { seed: 1 });
  const ask = alternatives(market, result);
  const mentee = result.assignment.findIndex((mentor, of) => mentor >= 0 && market.locked[of]! < 0);
  const mentor = result.assignment[mentee]!;
  expect(ask.ofPair(mentee, mentor)).toEqual({
    mentee,
    mentor,
    weight: weightOf(market, mentee, mentor),
    cost: 0,
    fewerPeople: 0,
    moves: [],
  });
  const [people, mentors] = [market.menteeCount, market.mentorCount];
  const noMentee = new RangeError(`There is no mentee ${people}: they are numbered from 0 to ${people - 1}.`);
  const noMentor = new RangeError(`There is no mentor ${mentors}: they are numbered from 0 to ${mentors - 1}.`);
  expect(() => ask.forMentee(people, 1)).toThrow(noMentee);
  expect(() => ask.whyUnmatched(people, 1)).toThrow(noMentee);
  expect(() => ask.forMentor(mentors, 1)).toThrow(noMentor);
  expect(() => ask.ofPair(0, mentors)).toThrow(noMentor);
});
