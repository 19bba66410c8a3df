import fc from "fast-check";
import { expect, test } from "vitest";
import { alternatives, type Market, MarketError, marketFromPairs, maximumWeightMatching, weightOf } from "../index.ts";
import { marketPlans, randomFrom } from "../testing/random-markets.ts";

function totalOf(make: () => Market): number | null {
  try {
    return maximumWeightMatching(make(), { seed: 1 }).total;
  } catch (error) {
    if (error instanceof MarketError) return null;
    throw error;
  }
}

test("where mentors must have some mentees, an alternative costs exactly what locking the pair would, and is there wherever that is possible", () => {
  let [compared, impossible] = [0, 0];
  fc.assert(
    fc.property(marketPlans({ mentees: 7, mentors: 4 }), fc.nat(), (plan, seed) => {
      const random = randomFrom(seed);
      const least = plan.capacity.map((places) => (random() < 0.7 ? Math.floor(random() * (places + 1)) : 0));
      const market = marketFromPairs({ ...plan, least: least.map(() => 0) });
      const make = () => marketFromPairs({ ...plan, least });
      if (totalOf(make) === null) return;
      const result = maximumWeightMatching(make(), { seed: 1 });
      const ask = alternatives(make(), result);
      for (let mentee = 0; mentee < market.menteeCount; mentee++) {
        if (market.locked[mentee]! >= 0) continue;
        for (let mentor = 0; mentor < market.mentorCount; mentor++) {
          const isOpen = market.capacity[mentor]! > plan.locked.filter((pair) => pair.mentor === mentor).length;
          if (result.assignment[mentee] === mentor || weightOf(market, mentee, mentor) < 0 || !isOpen) continue;
          const locked = totalOf(() => marketFromPairs({ ...plan, least, locked: [...plan.locked, { mentee, mentor }] }));
          expect(ask.ofPair(mentee, mentor)?.cost ?? null).toBe(locked === null ? null : result.total - locked);
          if (locked === null) impossible++;
          else compared++;
        }
      }
    }),
    { numRuns: 500 },
  );
  expect(compared).toBeGreaterThan(100);
  expect(impossible).toBeGreaterThan(5);
});
