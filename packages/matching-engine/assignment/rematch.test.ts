import fc from "fast-check";
import { expect, test } from "vitest";
import { checkCertificate, marketFromPairs, maximumWeightMatching, type Objective, rematch } from "../index.ts";
import { bestByTrying } from "../testing/independent-solvers.ts";
import { drawPlan, marketOf, marketPlans, randomFrom } from "../testing/random-markets.ts";

const objectives = fc.constantFrom<Objective>("most-good", "most-people");

/** The same plan with some weights changed and a place more or less. */
function changed(plan: Parameters<typeof marketOf>[0], seed: number) {
  const random = randomFrom(seed);
  const pairs = plan.pairs.map((pair) => (random() < 0.3 ? { ...pair, weight: Math.floor(random() * 100) } : pair));
  const taken = (mentor: number) => plan.locked.filter((pair) => pair.mentor === mentor).length;
  const capacity = plan.capacity.map((places, mentor) => Math.max(taken(mentor), places + Math.floor(random() * 3) - 1));
  return marketOf({ ...plan, pairs, capacity });
}

test("begun with any earlier matching, the result is as good as without, and proven", () => {
  fc.assert(
    fc.property(marketPlans({ mentees: 30, mentors: 12 }), objectives, fc.nat(), fc.boolean(), (plan, objective, seed, isNonsense) => {
      const before = maximumWeightMatching(marketOf(plan), { objective, seed: 1 });
      const market = changed(plan, seed);
      const random = randomFrom(seed);
      const nonsense = {
        assignment: before.assignment.map(() => Math.floor(random() * (market.mentorCount + 1)) - 1),
        prices: before.prices.map(() => Math.floor(random() * 300) - 50),
      };
      const result = maximumWeightMatching(market, { objective, seed: 1, start: isNonsense ? nonsense : before });
      const anew = maximumWeightMatching(market, { objective, seed: 1 });
      expect(checkCertificate(market, result).violations).toEqual([]);
      expect([result.total, result.matched]).toEqual([anew.total, anew.matched]);
      expect(result.stats.bids).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test("kept pairs count so much more, the rest is the best as before, and the two are told apart", () => {
  let moved = 0;
  fc.assert(
    fc.property(marketPlans({ mentees: 6, mentors: 4 }), fc.nat(), fc.constantFrom(0, 5, 40), fc.boolean(), (plan, seed, stay, isWarm) => {
      const before = maximumWeightMatching(marketOf(plan), { seed: 1 });
      const market = changed(plan, seed);
      const previous = before.assignment;
      const again = rematch(market, { previous, stay, seed: 1, prices: isWarm ? before.prices : undefined });
      expect(checkCertificate(again.market, again.result).violations).toEqual([]);
      expect(again.result.total).toBe(bestByTrying(again.market, (weight) => weight));
      expect(again.total + again.stayTotal).toBe(again.result.total);
      let [total, kept] = [0, 0];
      again.result.assignment.forEach((mentor, mentee) => {
        const e = market.col.subarray(market.ptr[mentee], market.ptr[mentee + 1]).indexOf(mentor);
        if (e >= 0) total += market.weight[market.ptr[mentee]! + e]!;
        if (mentor >= 0 && mentor === previous[mentee]) kept++;
        if (mentor !== previous[mentee]) moved++;
      });
      expect([again.total, again.kept, again.stayTotal]).toEqual([total, kept, kept * stay]);
    }),
    { numRuns: 300 },
  );
  expect(moved).toBeGreaterThan(50);
});

test("the more staying counts, the more pairs are kept, and the less they are worth", () => {
  const shape = { menteeCount: 120, mentorCount: 40, mostPlaces: 4, mostWeight: 100, density: 0.3, lockedShare: 0, forbiddenShare: 0 };
  const plan = drawPlan({ ...shape, seed: 3 });
  const before = maximumWeightMatching(marketOf(plan), { seed: 1 });
  const market = changed(plan, 4);
  const runs = [0, 5, 20, 200].map((stay) => rematch(market, { previous: before.assignment, stay, seed: 1, prices: before.prices }));
  for (const [k, run] of runs.entries()) {
    if (k === 0) continue;
    expect(run.kept).toBeGreaterThanOrEqual(runs[k - 1]!.kept);
    expect(run.total).toBeLessThanOrEqual(runs[k - 1]!.total);
  }
  expect(runs[0]!.kept).toBeLessThan(runs[3]!.kept);
  expect(runs[0]!.total).toBe(maximumWeightMatching(market, { seed: 1 }).total);
});

test("what does not fit is refused", () => {
  const market = marketFromPairs({ menteeCount: 1, capacity: [1], pairs: [{ mentee: 0, mentor: 0, weight: 900_000_000 }] });
  const previous = Int32Array.of(0);
  expect(() => rematch(market, { previous, stay: 0.5, seed: 1 })).toThrow("stay is 0.5. Give a whole number from 0 up.");
  const lessThanNothing = () => rematch(market, { previous, stay: -1, seed: 1 });
  expect(lessThanNothing).toThrow("stay is -1.");
  expect(lessThanNothing).toThrow(expect.objectContaining({ problem: "bad-stay" }));
  expect(() => rematch(market, { previous, stay: 200_000_000, seed: 1 })).toThrow("would count 1100000000; the most is 1000000000.");
  expect(rematch(market, { previous, stay: 100_000_000, seed: 1 })).toMatchObject({ total: 900_000_000, stayTotal: 100_000_000, kept: 1 });
  const other = () => rematch(market, { previous: new Int32Array(2), stay: 1, seed: 1 });
  expect(other).toThrow("previous has 2 mentors for 1 mentees.");
  expect(other).toThrow(expect.objectContaining({ problem: "bad-start" }));
  const prices = new Float64Array(2);
  expect(() => rematch(market, { previous, stay: 1, seed: 1, prices })).toThrow(
    "has 1 mentees and 2 prices, the market 1 mentees and 1 mentors",
  );
  const start = { assignment: new Int32Array(2), prices: new Float64Array(1) };
  expect(() => maximumWeightMatching(market, { seed: 1, start })).toThrow("The matching to begin with has 2 mentees and 1 prices");
});
