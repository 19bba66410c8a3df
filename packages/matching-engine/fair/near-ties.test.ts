import fc from "fast-check";
import { expect, test } from "vitest";
import { checkCertificate, drawnMarket, drawNearTies, marketFromPairs, MarketError, maximumWeightMatching, MAX_WEIGHT } from "../index.ts";
import { MatchingCancelled, type NearTieLog } from "../index.ts";
import { marketOf, marketPlans } from "../testing/random-markets.ts";

const seeds = fc.integer({ min: 0, max: 1_000 });

test("the run loses no more than `within` for each pair, is proven the best of what was drawn, and the log is complete", () => {
  const objectives = fc.constantFrom("most-good" as const, "most-people" as const);
  fc.assert(
    fc.property(marketPlans({ mentees: 12, mentors: 8 }), seeds, objectives, fc.constantFrom(0, 1, 50), (plan, seed, objective, within) => {
      const market = marketOf(plan);
      const log = drawNearTies(market, { within, draws: 5, seed, objective });
      const best = maximumWeightMatching(market, { objective, seed });
      expect(log.total).toBeLessThanOrEqual(best.total);
      expect(log.total).toBeGreaterThanOrEqual(best.total - within * log.matched);
      expect(log.bestTotalAtMost).toBe(log.total + within * log.matched);
      if (objective === "most-people") expect(log.matched).toBe(best.matched);
      if (within === 0) expect(log.total).toBe(best.total);

      const stored = JSON.parse(JSON.stringify(log)) as NearTieLog;
      expect(checkCertificate(drawnMarket(market, stored, 0), stored.certificate).violations).toEqual([]);
      expect(stored.certificate.assignment).toEqual(stored.assignment);
      for (let mentee = 0; mentee < market.menteeCount; mentee++) {
        const own = log.pairs.filter((pair) => pair.mentee === mentee);
        expect(own.reduce((sum, { drawn }) => sum + drawn, 0)).toBe(5);
        expect(own.filter(({ inRun }) => inRun).map(({ mentor }) => mentor)).toEqual([log.assignment[mentee]]);
        expect(own.every((pair, k) => pair.probability === pair.drawn / 5 && pair.drawn <= (own[k - 1]?.drawn ?? 5))).toBe(true);
      }
      expect(log.candidates).toEqual({ ptr: [...market.ptr], col: [...market.col], weight: [...market.weight] });
    }),
    { numRuns: 200 },
  );
});

/** Two mentees for one place. */
const rivals = (one: number, other: number) =>
  marketFromPairs({
    menteeCount: 2,
    capacity: [1],
    pairs: [
      { mentee: 0, mentor: 0, weight: one },
      { mentee: 1, mentor: 0, weight: other },
    ],
  });

test("what differs by less than `within` is drawn with the probability that the draws have, what differs by more never", () => {
  const log = drawNearTies(rivals(1_000, 1_004), { within: 10, draws: 2_000, seed: 7 });
  // Of 11 × 11 equally likely draws, mentee 0 is ahead in 21 and equal in 7, of which half are hers.
  const expected = (21 + 3.5) / 121;
  const first = log.pairs.find(({ mentee, mentor }) => mentee === 0 && mentor === 0);
  expect(Math.abs(first!.probability - expected)).toBeLessThan(4 * first!.error);
  expect(first!.error).toBeCloseTo(Math.sqrt((expected * (1 - expected)) / 2_000), 3);
  expect(first!.weight).toBe(1_000);
  expect(log.objective).toBe("most-good");
  const nobody = log.pairs.find(({ mentee, mentor }) => mentee === 0 && mentor === -1)!;
  expect(nobody).toMatchObject({ weight: 0, drawn: 2_000 - first!.drawn });

  const apart = drawNearTies(rivals(1_000, 1_011), { within: 10, draws: 200, seed: 7 });
  expect(apart.pairs.map(({ mentee, mentor, drawn }) => [mentee, mentor, drawn])).toEqual([
    [0, -1, 200],
    [1, 0, 200],
  ]);
  expect(apart.pairs[0]!.probability).toBe(1);
  expect(apart.pairs[0]!.error).toBeCloseTo(Math.sqrt(((201 / 202) * (1 / 202)) / 202), 12);
});

test("each whole number from 0 to `within` is added equally often, and nothing else", () => {
  const size = 60;
  const pairs = Array.from({ length: size * size }, (_, k) => ({ mentee: Math.floor(k / size), mentor: k % size, weight: 100 }));
  const market = marketFromPairs({ menteeCount: size, capacity: Array.from({ length: size }, () => 1), pairs });
  const counts = new Map<number, number>();
  for (const weight of drawnMarket(market, { within: 3, seed: "a" }, 0).weight) counts.set(weight, (counts.get(weight) ?? 0) + 1);
  expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual([100, 101, 102, 103]);
  for (const count of counts.values()) expect(Math.abs(count - (size * size) / 4)).toBeLessThan(4 * Math.sqrt(size * size * (3 / 16)));
});

test("the same seed draws the same, another draw, seed or kind of seed something else", () => {
  const market = marketFromPairs({
    menteeCount: 1,
    capacity: Array.from({ length: 50 }, () => 1),
    pairs: Array.from({ length: 50 }, (_, mentor) => ({ mentee: 0, mentor, weight: 5 })),
  });
  const draw = (seed: string | number, number: number) => [...drawnMarket(market, { within: 1_000, seed }, number).weight];
  expect(draw(1, 0)).toEqual(draw(1, 0));
  const others = [draw(1, 0), draw(1, 1), draw(2, 0), draw("1", 0)].map((weights) => weights.join(" "));
  expect(new Set(others).size).toBe(4);
});

test("with keys the draws do not depend on the order of the lists", () => {
  const pairs = [
    { mentee: 0, mentor: 0, weight: 5 },
    { mentee: 0, mentor: 1, weight: 5 },
    { mentee: 1, mentor: 0, weight: 5 },
    { mentee: 1, mentor: 1, weight: 5 },
  ];
  const one = marketFromPairs({ menteeCount: 2, capacity: [1, 1], pairs, menteeKeys: ["a", "b"], mentorKeys: ["x", "y"] });
  const other = marketFromPairs({ menteeCount: 2, capacity: [1, 1], pairs, menteeKeys: ["b", "a"], mentorKeys: ["y", "x"] });
  for (let seed = 0; seed < 20; seed++) {
    const [first, second] = [one, other].map((market) => drawNearTies(market, { within: 2, draws: 1, seed }).assignment);
    expect([second![1], second![0]]).toEqual(first!.map((mentor) => 1 - mentor));
  }
});

test("what is wrong is told, progress too, and cancelling works", () => {
  const market = rivals(1, 2);
  expect(() => drawNearTies(market, { within: 1, draws: 0, seed: 1 })).toThrow("The number of draws is 0.");
  expect(() => drawNearTies(market, { within: 1, draws: 1.5, seed: 1 })).toThrow(RangeError);
  expect(() => drawNearTies(market, { within: -1, draws: 1, seed: 1 })).toThrow("`within` is -1.");
  expect(() => drawNearTies(market, { within: 0.5, draws: 1, seed: 1 })).toThrow(RangeError);
  expect(() => drawNearTies(rivals(MAX_WEIGHT, MAX_WEIGHT), { within: 1_000, draws: 1, seed: 1 })).toThrow(MarketError);
  const told: number[] = [];
  drawNearTies(market, { within: 1, draws: 2, seed: 1, onProgress: ({ done }) => told.push(done) });
  expect(told).toEqual([0, 1, 2]);
  expect(() => drawNearTies(market, { within: 1, draws: 2, seed: 1, cancelled: () => true })).toThrow(MatchingCancelled);
});
