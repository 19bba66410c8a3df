import fc from "fast-check";
import { expect, test } from "vitest";
import { checkCertificate, MarketError, marketFromPairs, marketFromRows, MatchingCancelled, maximumWeightMatching } from "../index.ts";
import type { Market, MatchingResult, Objective } from "../index.ts";
import { bestByLinearProgram, bestByTrying } from "../testing/independent-solvers.ts";
import { drawPlan, marketOf, marketPlans, randomFrom } from "../testing/random-markets.ts";

const objectives = fc.constantFrom<Objective>("most-good", "most-people");
const seeds = fc.integer({ min: 0, max: 1_000 });

/** One number that orders matchings as the objective does; `most-good` prefers more people among equally good ones. */
function worthOf(market: Market, objective: Objective, bonus: number): (weight: number) => number {
  return objective === "most-people" ? (weight) => weight + bonus : (weight) => weight * (market.menteeCount + 1) + 1;
}

function valueOf(market: Market, result: MatchingResult): number {
  const worth = worthOf(market, result.objective, result.bonus);
  let value = 0;
  result.assignment.forEach((mentor, mentee) => {
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) if (market.col[e] === mentor) value += worth(market.weight[e]!);
  });
  return value;
}

test("every matching keeps capacities, locks and forbidden pairs", () => {
  fc.assert(
    fc.property(marketPlans({ mentees: 14, mentors: 8 }), objectives, seeds, (plan, objective, seed) => {
      const { assignment } = maximumWeightMatching(marketOf(plan), { objective, seed });
      const taken = plan.capacity.map((_, mentor) => assignment.filter((of) => of === mentor).length);
      expect(taken.every((count, mentor) => count <= plan.capacity[mentor]!)).toBe(true);
      for (const { mentee, mentor } of plan.locked) expect(assignment[mentee]).toBe(mentor);
      for (const { mentee, mentor } of plan.forbidden) expect(assignment[mentee]).not.toBe(mentor);
      const isLocked = (mentee: number) => plan.locked.some((pair) => pair.mentee === mentee);
      assignment.forEach((mentor, mentee) => {
        if (mentor < 0 || isLocked(mentee)) return;
        expect(plan.pairs.some((pair) => pair.mentee === mentee && pair.mentor === mentor)).toBe(true);
      });
    }),
    { numRuns: 400 },
  );
});

test("every matching is proven the best by its prices", () => {
  fc.assert(
    fc.property(marketPlans({ mentees: 40, mentors: 20 }), objectives, seeds, (plan, objective, seed) => {
      const market = marketOf(plan);
      const result = maximumWeightMatching(market, { objective, seed });
      expect(checkCertificate(market, result).violations).toEqual([]);
      expect(result.gap).toBe(0);
    }),
    { numRuns: 400 },
  );
});

test("large markets, tight and ample, with many ties and few, are proven the best", () => {
  for (let seed = 0; seed < 48; seed++) {
    const shape = {
      menteeCount: 160,
      mentorCount: 20 + 40 * (seed % 3),
      mostPlaces: seed % 2 === 0 ? 3 : 6,
      mostWeight: [2, 60, 10_000][seed % 3]!,
    };
    const market = marketOf(drawPlan({ ...shape, density: seed % 4 === 0 ? 0.1 : 1, lockedShare: 0.1, forbiddenShare: 0.1, seed }));
    for (const objective of ["most-good", "most-people"] as const) {
      expect(checkCertificate(market, maximumWeightMatching(market, { objective, seed })).violations).toEqual([]);
    }
  }
});

test("no matching is better: all of them tried", () => {
  fc.assert(
    fc.property(marketPlans({ mentees: 6, mentors: 4 }), objectives, seeds, (plan, objective, seed) => {
      const market = marketOf(plan);
      const result = maximumWeightMatching(market, { objective, seed });
      expect(valueOf(market, result)).toBe(bestByTrying(market, worthOf(market, objective, result.bonus)));
    }),
    { numRuns: 400 },
  );
});

test("an independent linear programming solver finds the same best", () => {
  fc.assert(
    fc.property(marketPlans({ mentees: 16, mentors: 10 }), objectives, seeds, (plan, objective, seed) => {
      const market = marketOf(plan);
      const result = maximumWeightMatching(market, { objective, seed });
      expect(valueOf(market, result)).toBe(bestByLinearProgram(market, worthOf(market, objective, result.bonus)));
    }),
    { numRuns: 400 },
  );
});

test("with keys the matching does not depend on the order of the lists", () => {
  fc.assert(
    fc.property(marketPlans({ mentees: 12, mentors: 8 }), objectives, seeds, (plan, objective, seed) => {
      const random = randomFrom(seed);
      const shuffled = (count: number) => {
        const draws = Array.from({ length: count }, () => random());
        return draws.map((_, k) => k).toSorted((a, b) => draws[a]! - draws[b]!);
      };
      const [mentees, mentors] = [shuffled(plan.menteeCount), shuffled(plan.capacity.length)];
      const renamed = <P extends { mentee: number; mentor: number }>(pair: P): P => ({
        ...pair,
        mentee: mentees[pair.mentee]!,
        mentor: mentors[pair.mentor]!,
      });
      const capacity: number[] = [];
      const [menteeKeys, mentorKeys]: string[][] = [[], []];
      mentees.forEach((to, from) => (menteeKeys![to] = `mentee-${from}`));
      mentors.forEach((to, from) => {
        mentorKeys![to] = `mentor-${from}`;
        capacity[to] = plan.capacity[from]!;
      });
      const original = marketFromPairs({
        ...plan,
        menteeKeys: mentees.map((_, k) => `mentee-${k}`),
        mentorKeys: mentors.map((_, k) => `mentor-${k}`),
      });
      const other = marketFromPairs({
        menteeCount: plan.menteeCount,
        capacity,
        pairs: plan.pairs.map(renamed).toReversed(),
        locked: plan.locked.map(renamed),
        forbidden: plan.forbidden.map(renamed),
        menteeKeys: menteeKeys!,
        mentorKeys: mentorKeys!,
      });
      const first = maximumWeightMatching(original, { objective, seed });
      const second = maximumWeightMatching(other, { objective, seed });
      expect([...first.assignment].map((mentor) => mentors[mentor] ?? -1)).toEqual(mentees.map((to) => second.assignment[to]));
      expect([...first.prices]).toEqual(mentors.map((to) => second.prices[to]));
      expect(maximumWeightMatching(marketOf(plan), { objective, seed }).total).toBe(second.total);
    }),
    { numRuns: 200 },
  );
});

test("one place more never lowers the total, nor the number of people", () => {
  fc.assert(
    fc.property(marketPlans({ mentees: 12, mentors: 6 }), fc.nat(5), seeds, (plan, which, seed) => {
      const capacity = plan.capacity.map((places, mentor) => places + (mentor === which % plan.capacity.length ? 1 : 0));
      const more = marketOf({ ...plan, capacity });
      const fewer = marketOf(plan);
      const good = (market: Market) => maximumWeightMatching(market, { seed }).total;
      const people = (market: Market) => maximumWeightMatching(market, { objective: "most-people", seed }).matched;
      expect(good(more)).toBeGreaterThanOrEqual(good(fewer));
      expect(people(more)).toBeGreaterThanOrEqual(people(fewer));
    }),
    { numRuns: 200 },
  );
});

test("the same seed gives the same matching, and the market is left as it was", () => {
  fc.assert(
    fc.property(marketPlans({ mentees: 20, mentors: 10 }), objectives, seeds, (plan, objective, seed) => {
      const market = marketOf(plan);
      const before = structuredClone(market);
      expect(maximumWeightMatching(market, { objective, seed })).toEqual(maximumWeightMatching(market, { objective, seed }));
      expect(market).toEqual(before);
    }),
    { numRuns: 100 },
  );
});

test("between equals the lottery decides, and fairly", () => {
  const pairs = Array.from({ length: 4 }, (_, mentee) => ({ mentee, mentor: 0, weight: 70 }));
  const market = marketFromPairs({ menteeCount: 4, capacity: [1], pairs });
  const wins = [0, 0, 0, 0];
  for (let seed = 0; seed < 400; seed++) wins[maximumWeightMatching(market, { seed }).assignment.indexOf(0)]! += 1;
  // 100 each on average, with a standard deviation below 9.
  for (const count of wins) expect(Math.abs(count - 100)).toBeLessThan(36);
});

test("pairs of weight 0 are matched where that costs nothing", () => {
  const pairs = [
    { mentee: 0, mentor: 0, weight: 0 },
    { mentee: 1, mentor: 0, weight: 5 },
    { mentee: 1, mentor: 1, weight: 5 },
  ];
  const market = marketFromPairs({ menteeCount: 2, capacity: [1, 1], pairs });
  for (let seed = 0; seed < 20; seed++) expect([...maximumWeightMatching(market, { seed }).assignment]).toEqual([0, 1]);
});

test("most people first gives up weight for a person more; most good does not", () => {
  const pairs = [
    { mentee: 0, mentor: 0, weight: 10_000 },
    { mentee: 0, mentor: 1, weight: 1 },
    { mentee: 1, mentor: 0, weight: 2 },
  ];
  const market = marketFromPairs({ menteeCount: 2, capacity: [1, 1], pairs });
  expect(maximumWeightMatching(market, { seed: 1 })).toMatchObject({ total: 10_000, matched: 1, bonus: 0 });
  expect(maximumWeightMatching(market, { seed: 1, objective: "most-people" })).toMatchObject({ total: 3, matched: 2 });
});

function everyone(weight: (mentee: number) => number) {
  return Array.from({ length: 50 }, (_, mentee) => ({ mentee, mentor: 0, weight: weight(mentee) }));
}

test("markets at the edges: nobody, no places, one mentor for all, the largest weights", () => {
  const none = new Int32Array(0);
  const empty = marketFromRows({ ptr: new Int32Array(1), col: none, weight: none, capacity: [] });
  expect(maximumWeightMatching(empty, { seed: 1 })).toMatchObject({ total: 0, matched: 0, gap: 0 });

  const closed = marketFromPairs({ menteeCount: 50, capacity: [0], pairs: everyone((k) => k) });
  const noPlaces = maximumWeightMatching(closed, { seed: 1 });
  expect(noPlaces).toMatchObject({ total: 0, matched: 0 });
  expect(checkCertificate(closed, noPlaces).violations).toEqual([]);

  const oneForAll = marketFromPairs({ menteeCount: 50, capacity: [30], pairs: everyone((k) => k) });
  expect(maximumWeightMatching(oneForAll, { seed: 1 })).toMatchObject({ matched: 30, total: (20 + 49) * 15 });

  const huge = marketFromPairs({ menteeCount: 50, capacity: [2_000_000_000], pairs: everyone((k) => 999_999_950 + k) });
  const largest = maximumWeightMatching(huge, { seed: 1 });
  expect(largest).toMatchObject({ matched: 50, gap: 0 });
  expect(checkCertificate(huge, largest).violations).toEqual([]);
});

/** Many mentees of whom the first thousand have two candidates each. */
function mostlyEmpty(menteeCount: number, largest: number): Market {
  const ptr = Int32Array.from({ length: menteeCount + 1 }, (_, k) => Math.min(2 * k, 2_000));
  const col = Int32Array.from({ length: 2_000 }, (_, e) => e % 2);
  const weight = Int32Array.from({ length: 2_000 }, (_, e) => (largest * (e % 7)) / 6);
  return marketFromRows({ ptr, col, weight, capacity: [menteeCount, 300] });
}

test("sums far beyond 53 bits stay exact", () => {
  const market = mostlyEmpty(400_000, 9_000);
  const result = maximumWeightMatching(market, { seed: 1, objective: "most-people" });
  expect(result).toMatchObject({ matched: 1_000, gap: 0, bonus: 2 * 9_000 * 400_000 + 1 });
  expect(8 * 9_000 * 400_000 ** 2).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
  expect(checkCertificate(market, result).violations).toEqual([]);
});

test("only weights with which counting would not be exact are refused, and only where people count first", () => {
  const market = mostlyEmpty(1_000_000, 1_000_000_000);
  const people = () => maximumWeightMatching(market, { seed: 1, objective: "most-people" });
  expect(people).toThrow(MarketError);
  expect(people).toThrow("beyond what stays exact in 53 bits");
});

test("a matching can be cancelled at any of its questions, tells its progress, and can be run again", () => {
  const shape = { menteeCount: 400, mentorCount: 200, mostPlaces: 3, mostWeight: 10_000, density: 1, lockedShare: 0, forbiddenShare: 0 };
  const market = marketOf(drawPlan({ ...shape, seed: 5 }));
  const stages: string[] = [];
  let questions = 0;
  const whole = maximumWeightMatching(market, {
    seed: 1,
    onProgress: ({ stage, done, of }) => {
      expect(done).toBeLessThanOrEqual(of);
      stages.push(stage);
    },
    cancelled: () => {
      questions++;
      return false;
    },
  });
  expect([...new Set(stages)]).toEqual(["preparing", "bidding", "settling", "done"]);
  expect(questions).toBeGreaterThan(3);
  for (let last = 1; last <= questions; last++) {
    let asked = 0;
    expect(() => maximumWeightMatching(market, { seed: 1, cancelled: () => ++asked === last })).toThrow(MatchingCancelled);
    expect(asked).toBe(last);
  }
  expect(maximumWeightMatching(market, { seed: 1 })).toEqual(whole);
});

test("large weights, which take another layout in memory, give the same matching as small ones", () => {
  const shape = { menteeCount: 200, mentorCount: 60, mostPlaces: 4, density: 0.4, lockedShare: 0.1, forbiddenShare: 0.1 };
  for (let seed = 0; seed < 12; seed++) {
    const plan = drawPlan({ ...shape, mostWeight: [3, 100, 10_000][seed % 3]!, seed });
    const larger = marketOf({ ...plan, pairs: plan.pairs.map((pair) => ({ ...pair, weight: pair.weight * 65_536 })) });
    const small = maximumWeightMatching(marketOf(plan), { seed: 1 });
    const large = maximumWeightMatching(larger, { seed: 1 });
    expect(checkCertificate(larger, large).violations).toEqual([]);
    expect([large.total, large.matched]).toEqual([small.total * 65_536, small.matched]);
  }
});

test("a mentor whom very many want is served as well as one whom few want", () => {
  const pairs = Array.from({ length: 400 }, (_, mentee) => [0, 1].map((mentor) => ({ mentee, mentor, weight: (mentee * 37) % 101 })));
  const market = marketFromPairs({ menteeCount: 400, capacity: [150, 3], pairs: pairs.flat() });
  const result = maximumWeightMatching(market, { seed: 1, objective: "most-people" });
  expect(result.matched).toBe(153);
  expect(checkCertificate(market, result).violations).toEqual([]);
});
