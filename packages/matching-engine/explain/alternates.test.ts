import fc from "fast-check";
import { expect, test } from "vitest";
import { alternates, checkCertificate, marketFromPairs, maximumWeightMatching, type Objective } from "../index.ts";
import { marketOf, marketPlans } from "../testing/random-markets.ts";

const objectives = fc.constantFrom<Objective>("most-good", "most-people");

test("each level is the proven best without the pairs of the levels before it, and within everybody's places", () => {
  let second = 0;
  fc.assert(
    fc.property(marketPlans({ mentees: 10, mentors: 6 }), objectives, (plan, objective) => {
      const market = marketOf(plan);
      const result = maximumWeightMatching(market, { seed: 1, objective });
      const levels = alternates(market, result, { choices: 3, seed: 1 });
      expect(levels).toHaveLength(3);
      const given = market.locked.reduce((set, mentor, mentee) => (mentor >= 0 ? set.add(`${mentee} ${mentor}`) : set), new Set<string>());
      result.assignment.forEach((mentor, mentee) => given.add(`${mentee} ${mentor}`));
      let forbidden = [...result.assignment].map((mentor, mentee) => ({ mentee, mentor }));
      for (const level of levels) {
        expect(checkCertificate(level.market, level.result).proven).toBe(true);
        level.assignment.forEach((mentor, mentee) => {
          if (market.locked[mentee]! >= 0) expect(mentor).toBe(-1);
          if (mentor < 0) return;
          expect(given.has(`${mentee} ${mentor}`)).toBe(false);
          given.add(`${mentee} ${mentor}`);
          second++;
        });
        // The same as the market made anew with those pairs forbidden.
        forbidden = forbidden.filter(({ mentee, mentor }) => mentor >= 0 && market.locked[mentee]! < 0);
        const again = maximumWeightMatching(marketOf({ ...plan, forbidden: [...plan.forbidden, ...forbidden] }), { seed: 1, objective });
        expect([level.result.total, level.result.matched]).toEqual([again.total, again.matched]);
        forbidden.push(...[...level.assignment].map((mentor, mentee) => ({ mentee, mentor })));
      }
    }),
    { numRuns: 200 },
  );
  expect(second).toBeGreaterThan(300);
});

test("two who want the same second choice do not both get it", () => {
  const pairs = [
    { mentee: 0, mentor: 0, weight: 90 },
    { mentee: 0, mentor: 2, weight: 60 },
    { mentee: 1, mentor: 1, weight: 90 },
    { mentee: 1, mentor: 2, weight: 50 },
    { mentee: 1, mentor: 0, weight: 10 },
  ];
  const market = marketFromPairs({ menteeCount: 2, capacity: [1, 1, 1], pairs });
  const result = maximumWeightMatching(market, { seed: 1 });
  const [second, third] = alternates(market, result, { choices: 2, seed: 1 });
  expect([...result.assignment]).toEqual([0, 1]);
  expect([...second!.assignment]).toEqual([2, 0]);
  expect([...third!.assignment]).toEqual([-1, 2]);
  expect(alternates(market, result, { choices: 0, seed: 1 })).toEqual([]);
});

test("whoever is locked stays, and has no other choice", () => {
  const pairs = [
    { mentee: 0, mentor: 0, weight: 1 },
    { mentee: 0, mentor: 1, weight: 9 },
    { mentee: 1, mentor: 0, weight: 9 },
  ];
  const market = marketFromPairs({ menteeCount: 2, capacity: [1, 1], pairs, locked: [{ mentee: 0, mentor: 0 }] });
  const [second] = alternates(market, maximumWeightMatching(market, { seed: 1 }), { choices: 1, seed: 1 });
  expect([...second!.assignment]).toEqual([-1, -1]);
  expect([...second!.result.assignment]).toEqual([0, -1]);
});
