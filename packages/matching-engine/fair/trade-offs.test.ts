import fc from "fast-check";
import { expect, test } from "vitest";
import { fairMatching, match, maximumWeightMatching, tradeOffs } from "../index.ts";
import { marketOf, marketPlans, randomFrom } from "../testing/random-markets.ts";

const seeds = fc.integer({ min: 0, max: 1_000 });

test("the curve goes from the best total to the fairest coverage; each point has less total and is fairer, and can be asked for again", () => {
  fc.assert(
    fc.property(marketPlans({ mentees: 25, mentors: 10 }), seeds, fc.integer({ min: 1, max: 6 }), (plan, seed, steps) => {
      const market = marketOf(plan);
      const random = randomFrom(seed);
      const groupOf = Array.from({ length: market.menteeCount }, () => Math.floor(random() * 4) - 1);
      const curve = tradeOffs(market, { groupOf, steps, seed });
      expect(curve.length).toBeLessThanOrEqual(steps + 1);
      expect(curve[0]!.total).toBe(maximumWeightMatching(market, { seed }).total);
      const fairest = fairMatching(market, { rule: "coverage", groupOf, seed });
      // Where the best is fair already, it is the whole curve, and other groups may be the ones with one more.
      expect(curve.at(-1)).toMatchObject({ total: fairest.total, matched: fairest.matched, price: fairest.price });
      if (curve.at(-1)!.rule.share === 1) expect(curve.at(-1)!.assignment).toEqual(fairest.assignment);
      curve.forEach((point, k) => {
        const before = curve[k - 1];
        if (before) {
          expect(point.total).toBeLessThan(before.total);
          expect(point.leastCoverage).toBeGreaterThanOrEqual(before.leastCoverage!);
        }
        const again = match(market, { objective: { kind: "fair", ...point.rule }, seed });
        expect(again).toMatchObject({ assignment: point.assignment, total: point.total, matched: point.matched });
        const known = point.coverage.filter((share) => share !== null);
        expect(point.leastCoverage).toBe(known.length > 0 ? Math.min(...known) : null);
        expect(point.gap).toBe(known.length > 0 ? Math.max(...known) - Math.min(...known) : null);
      });
    }),
    { numRuns: 150 },
  );
});

test("a number of steps that is none is refused", () => {
  const market = marketOf({ menteeCount: 0, capacity: [], pairs: [], locked: [], forbidden: [] });
  for (const steps of [0, 1.5])
    expect(() => tradeOffs(market, { groupOf: [], steps, seed: 1 })).toThrow(`The number of steps is ${steps}.`);
  expect(tradeOffs(market, { groupOf: [], steps: 1, seed: 1 })).toMatchObject([{ total: 0, leastCoverage: null, gap: null, coverage: [] }]);
});
