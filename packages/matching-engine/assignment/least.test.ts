import fc from "fast-check";
import { expect, test } from "vitest";
import { checkCertificate, type Market, MarketError, marketFromPairs, maximumWeightMatching, type Objective } from "../index.ts";
import { bestByLinearProgram, bestByTrying } from "../testing/independent-solvers.ts";
import { type MarketPlan, marketPlans, randomFrom } from "../testing/random-markets.ts";

const objectives = fc.constantFrom<Objective>("most-good", "most-people");

/** The market of a plan in which some mentors must have some mentees; more than there are, now and then. */
function withLeast(plan: MarketPlan, seed: number, share: number): Market {
  const random = randomFrom(seed);
  const least = plan.capacity.map((places) => (random() < share ? Math.floor(random() * (places + 1)) : 0));
  return marketFromPairs({ ...plan, least });
}

function solved(market: Market, objective: Objective) {
  try {
    return maximumWeightMatching(market, { objective, seed: 1 });
  } catch (error) {
    if (error instanceof MarketError && error.problem === "least-not-reachable") return error;
    throw error;
  }
}

function worth(objective: Objective, menteeCount: number, bonus: number): (weight: number) => number {
  return objective === "most-people" ? (weight) => weight + bonus : (weight) => weight * (menteeCount + 1) + 1;
}

function valueOf(market: Market, assignment: Int32Array, worthOf: (weight: number) => number): number {
  let value = 0;
  assignment.forEach((mentor, mentee) => {
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) if (market.col[e] === mentor) value += worthOf(market.weight[e]!);
  });
  return value;
}

test("mentors get the mentees whom they must have, at the best total among the matchings that give them", () => {
  let [reached, refused, lowered] = [0, 0, 0];
  fc.assert(
    fc.property(marketPlans({ mentees: 6, mentors: 4 }), objectives, fc.nat(), (plan, objective, seed) => {
      const market = withLeast(plan, seed, 0.7);
      const result = solved(market, objective);
      if (result instanceof MarketError) {
        refused++;
        expect(bestByTrying(market, () => 1)).toBe(-Infinity);
        return;
      }
      reached++;
      if (result.prices.some((price) => price < 0)) lowered++;
      expect(checkCertificate(market, result).violations).toEqual([]);
      expect(result.gap).toBe(0);
      const worthOf = worth(objective, market.menteeCount, result.bonus);
      expect(valueOf(market, result.assignment, worthOf)).toBe(bestByTrying(market, worthOf));
    }),
    { numRuns: 3_000 },
  );
  expect(Math.min(reached, refused, lowered)).toBeGreaterThan(15);
});

test("a linear programming solver finds the same best, with mentors who must have some mentees", () => {
  let compared = 0;
  fc.assert(
    fc.property(marketPlans({ mentees: 18, mentors: 8 }), objectives, fc.nat(), (plan, objective, seed) => {
      const market = withLeast(plan, seed, 0.4);
      const result = solved(market, objective);
      if (result instanceof MarketError || market.col.length === 0) return;
      compared++;
      const worthOf = worth(objective, market.menteeCount, result.bonus);
      expect(valueOf(market, result.assignment, worthOf)).toBe(bestByLinearProgram(market, worthOf));
    }),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(50);
});

test("who cannot all have as many as they must is said by name, and why", () => {
  const pairs = [
    { mentee: 0, mentor: 1, weight: 5 },
    { mentee: 1, mentor: 1, weight: 5 },
    { mentee: 1, mentor: 2, weight: 5 },
    { mentee: 2, mentor: 0, weight: 5 },
    { mentee: 3, mentor: 0, weight: 5 },
  ];
  const market = marketFromPairs({ menteeCount: 4, capacity: [2, 2, 2], least: [1, 2, 1], pairs });
  const error = solved(market, "most-good") as MarketError;
  expect(error).toMatchObject({ problem: "least-not-reachable", mentor: 1, mentors: [1, 2] });
  expect(error.message).toBe(
    "Mentors 1, 2 must have 3 mentees, and only 2 mentees have any of them as a candidate. Ask for fewer, or let more mentees be candidates there.",
  );
  const one = marketFromPairs({ menteeCount: 4, capacity: [3, 2, 2], least: [3, 0, 0], locked: [{ mentee: 2, mentor: 0 }], pairs });
  expect((solved(one, "most-people") as MarketError).message).toBe(
    "Mentor 0 must have 2 mentees beside locked pairs, and only 1 mentees have her as a candidate. Ask for fewer, or let more mentees be candidates there.",
  );
});

test("a mentor takes a mentee from one who is worth more, if she must have one", () => {
  const pairs = [
    { mentee: 0, mentor: 0, weight: 90 },
    { mentee: 1, mentor: 0, weight: 80 },
    { mentee: 1, mentor: 1, weight: 10 },
  ];
  const free = marketFromPairs({ menteeCount: 2, capacity: [2, 1], pairs });
  expect([...maximumWeightMatching(free, { seed: 1 }).assignment]).toEqual([0, 0]);
  const bound = marketFromPairs({ menteeCount: 2, capacity: [2, 1], least: [0, 1], pairs });
  const result = maximumWeightMatching(bound, { seed: 1 });
  expect([...result.assignment]).toEqual([0, 1]);
  expect([...result.prices]).toEqual([0, -70]);
  expect(result).toMatchObject({ total: 100, gap: 0 });
  expect(checkCertificate(free, result).violations.map(({ rule }) => rule)).toContain("bad-price");
});

test.each([
  ["one number each", [1], "least has 1 numbers for 2 mentors"],
  ["more than she has places", [2, 0], "Mentor 0 is to have 2 mentees at the least. Give a whole number from 0 to her 1 places."],
  ["below 0", [0, -1], "Mentor 1 is to have -1 mentees"],
  ["no whole number", [0, 0.5], "Mentor 1 is to have 0.5 mentees"],
])("refused: %s", (_, least, sentence) => {
  const make = () => marketFromPairs({ menteeCount: 1, capacity: [1, 1], least, pairs: [] });
  expect(make).toThrow(MarketError);
  expect(make).toThrow(sentence);
});

test("a certificate is refused where a mentor has fewer than she must have, or a price below 0 with one more", () => {
  const pairs = [0, 1, 2].flatMap((mentee) => [0, 1].map((mentor) => ({ mentee, mentor, weight: 50 - 40 * mentor })));
  const market = marketFromPairs({ menteeCount: 3, capacity: [3, 3], least: [0, 1], pairs });
  const result = maximumWeightMatching(market, { seed: 1 });
  expect(checkCertificate(market, result).proven).toBe(true);
  expect([...result.prices]).toEqual([0, -40]);
  const rulesOf = (assignment: number[]) =>
    checkCertificate(market, { ...result, assignment: Int32Array.from(assignment) }).violations.map(({ rule }) => rule);
  expect(rulesOf([0, 0, 0])).toContain("below-least");
  const two = [1, 1, 1].map((mentor, mentee) => (mentee === 2 ? 0 : mentor));
  expect(rulesOf(two)).toContain("negative-price-above-least");
  expect(rulesOf(two)).toContain("gap-not-closed");
});

test.each([
  [1, "Mentor 0 must have 1 mentees, and only 0 mentees have her as a candidate."],
  [2, "Mentors 0, 1 must have 2 mentees, and only 1 mentees have any of them as a candidate."],
  [10, "Mentors 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 must have 10 mentees, and only 1 mentees"],
  [11, "Mentors 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, … must have 11 mentees, and only 1 mentees"],
])("of %i mentors who cannot have somebody the first ten are named", (count, sentence) => {
  const mentors = Array.from({ length: count }, (_, mentor) => mentor);
  const pairs = count === 1 ? [] : mentors.map((mentor) => ({ mentee: 0, mentor, weight: 5 }));
  const market = marketFromPairs({ menteeCount: 1, capacity: mentors.map(() => 1), least: mentors.map(() => 1), pairs });
  expect(() => maximumWeightMatching(market, { seed: 1 })).toThrow(sentence);
});
