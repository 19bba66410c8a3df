import fc from "fast-check";
import { expect, test } from "vitest";
import { alternatives, checkCertificate, type Market, MarketError, marketFromPairs, maximumWeightMatching, weightOf } from "../index.ts";
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

test("whatever prices prove the matching, an alternative costs the same", () => {
  const market = marketFromPairs({
    menteeCount: 2,
    capacity: [2, 1],
    least: [1, 0],
    pairs: [
      { mentee: 0, mentor: 0, weight: 0 },
      { mentee: 1, mentor: 0, weight: 1 },
      { mentee: 1, mentor: 1, weight: 10 },
    ],
  });
  const result = maximumWeightMatching(market, { seed: 1 });
  expect([...result.assignment]).toEqual([0, 1]);
  for (const price of [0, -5, -9]) {
    const priced = { ...result, prices: Float64Array.of(price, 0), profits: Float64Array.of(-price, 10) };
    expect(checkCertificate(market, priced).proven).toBe(true);
    const ask = alternatives(market, priced);
    const expected = { mentee: 1, mentor: 0, weight: 1, cost: 9, fewerPeople: 0, moves: [{ mentee: 1, from: 1, to: 0 }] };
    expect(ask.ofPair(1, 0)).toEqual(expected);
    expect(ask.forMentor(0, 2)).toEqual([expected]);
  }
});
