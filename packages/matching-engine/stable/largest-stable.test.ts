import fc from "fast-check";
import { expect, test } from "vitest";
import { checkStability, marketFromPairs, preferencesFromWeights, stableMatching } from "../index.ts";
import { marketOf, marketPlans } from "../testing/random-markets.ts";
import { drawPreferences } from "../testing/random-preferences.ts";
import { stableMatchingsByTrying } from "../testing/stable-by-trying.ts";

const sides = fc.constantFrom("mentees", "mentors");
const seeds = fc.integer({ min: 0, max: 2 ** 30 });

test("it reaches two thirds of the largest stable matching at least, and its bound is never too low", () => {
  let [found, best, drawn] = [0, 0, 0];
  fc.assert(
    fc.property(marketPlans({ mentees: 6, mentors: 4 }), fc.constantFrom(1, 2, 3), sides, seeds, (plan, ties, proposing, seed) => {
      const market = marketOf(plan);
      const preferences = drawPreferences(market, { ties, refused: 0.3, seed });
      const { matched, largest } = stableMatching(market, preferences, { proposing, ties: "largest", seed });
      const sizes = stableMatchingsByTrying(market, preferences).map((one) => one.filter((mentor) => mentor >= 0).length);
      const most = Math.max(...sizes);
      const locked = market.locked.filter((mentor) => mentor >= 0).length;
      expect(3 * (matched - locked)).toBeGreaterThanOrEqual(2 * (most - locked));
      expect(largest!.atMost).toBeGreaterThanOrEqual(most);
      expect(largest!.atMost).toBeLessThanOrEqual(locked + Math.floor(1.5 * (matched - locked)));
      expect(largest!.share).toBe(2 / 3);
      found += matched;
      best += most;
      drawn += stableMatching(market, preferences, { proposing, ties: "lottery", seed }).matched;
    }),
    { numRuns: 400, seed: 7 },
  );
  // Far better than what is promised, and than what drawing lots reaches.
  expect(found).toBeGreaterThan(0.995 * best);
  expect(found).toBeGreaterThan(drawn);
});

test("without ties it is what deferred acceptance finds", () => {
  fc.assert(
    fc.property(marketPlans({ mentees: 20, mentors: 8 }), sides, seeds, (plan, proposing, seed) => {
      const market = marketOf(plan);
      const preferences = drawPreferences(market, { ties: "none", refused: 0.2, seed });
      const [drawn, large] = (["lottery", "largest"] as const).map((ties) =>
        stableMatching(market, preferences, { proposing, ties, seed }),
      );
      expect(large!.assignment).toEqual(drawn!.assignment);
    }),
    { numRuns: 200 },
  );
});

const market = (capacity: number[], ranks: [mentee: number, mentor: number, menteeRank: number, mentorRank: number][]) => {
  const menteeCount = 1 + Math.max(...ranks.map(([mentee]) => mentee));
  const made = marketFromPairs({ menteeCount, capacity, pairs: ranks.map(([mentee, mentor]) => ({ mentee, mentor, weight: 1 })) });
  const preferences = { menteeRank: Int32Array.from(ranks, (one) => one[2]), mentorRank: Int32Array.from(ranks, (one) => one[3]) };
  return [made, preferences] as const;
};
const sizesOver = (given: ReturnType<typeof market>, proposing: "mentees" | "mentors", ties: "lottery" | "largest") =>
  new Set(Array.from({ length: 30 }, (_, seed) => stableMatching(...given, { proposing, ties, seed }).matched));

test("the bound counts pairs that both accept, and locked ones", () => {
  // Four couples, one in which she refuses, one in which the mentor refuses, and two locked pairs that nobody has ranked.
  const ranks = [...[1, 1, 1, 1].map((one) => [one, one]), [0, 1], [1, 0], [0, 0], [0, 0]];
  const made = marketFromPairs({
    menteeCount: 8,
    capacity: ranks.map(() => 1),
    pairs: ranks.map((_, k) => ({ mentee: k, mentor: k, weight: 1 })),
    locked: [6, 7].map((k) => ({ mentee: k, mentor: k })),
  });
  const preferences = { menteeRank: Int32Array.from(ranks, ([one]) => one!), mentorRank: Int32Array.from(ranks, ([, other]) => other!) };
  const result = stableMatching(made, preferences, { proposing: "mentees", ties: "largest", seed: 1 });
  expect([result.matched, result.largest]).toEqual([6, { atMost: 6, share: 2 / 3 }]);
});

test("where a matching could be larger but not stable, the bound goes by what the method promises", () => {
  // Twice two who love each other, and two others who would have them but get nobody; three pairs are locked, all to mentor 0.
  const ranks = [1, 3].flatMap((k) => [
    [k, k, 1, 1],
    [k, k + 1, 2, 1],
    [k + 1, k, 1, 2],
  ]) as [number, number, number, number][];
  const locked = [5, 6, 7].map((mentee) => ({ mentee, mentor: 0 }));
  const made = marketFromPairs({
    menteeCount: 8,
    capacity: [3, 1, 1, 1, 1],
    pairs: ranks.map(([mentee, mentor]) => ({ mentee, mentor, weight: 1 })),
    locked,
  });
  const count = made.col.length;
  const rankOf = (side: 2 | 3) =>
    Int32Array.from({ length: count }, (_, e) => {
      const mentee = made.ptr.findIndex((end, i) => i > 0 && e < end) - 1;
      return ranks.find((one) => one[0] === mentee && one[1] === made.col[e])?.[side] ?? 0;
    });
  const result = stableMatching(made, { menteeRank: rankOf(2), mentorRank: rankOf(3) }, { proposing: "mentees", ties: "largest", seed: 1 });
  expect([result.matched, result.largest!.atMost]).toEqual([5, 6]);
});

test("whoever likes two equally goes where there is room: a tie on the mentee's list", () => {
  // Mentee 0 takes either mentor, mentee 1 only mentor 0, who likes mentee 0 no less.
  const given = market(
    [1, 1],
    [
      [0, 0, 1, 1],
      [0, 1, 1, 1],
      [1, 0, 1, 2],
    ],
  );
  expect(sizesOver(given, "mentees", "lottery")).toEqual(new Set([1, 2]));
  expect(sizesOver(given, "mentees", "largest")).toEqual(new Set([2]));
  expect(sizesOver(given, "mentors", "largest")).toEqual(new Set([2]));
});

test("whoever was turned away by everyone goes first the second time: a tie on the mentor's list", () => {
  // Mentor 0 likes both equally; mentee 0 has another choice, mentee 1 has none.
  const given = market(
    [1, 1],
    [
      [0, 0, 1, 1],
      [0, 1, 2, 1],
      [1, 0, 1, 1],
    ],
  );
  expect(sizesOver(given, "mentees", "lottery")).toEqual(new Set([1, 2]));
  expect(sizesOver(given, "mentees", "largest")).toEqual(new Set([2]));
  expect(sizesOver(given, "mentors", "largest")).toEqual(new Set([2]));
});

test("where all are equal everybody finds a place, also with many places each", () => {
  const pairs = Array.from({ length: 40 }, (_, mentee) => [0, 1, 2].map((mentor) => ({ mentee, mentor, weight: 1 }))).flat();
  // The first mentor is possible for all, the last only for the first ten mentees.
  const possible = pairs.filter(({ mentee, mentor }) => mentee < [40, 25, 10][mentor]!);
  const made = marketFromPairs({ menteeCount: 40, capacity: [15, 15, 10], pairs: possible });
  for (const proposing of ["mentees", "mentors"] as const) {
    for (let seed = 0; seed < 10; seed++) {
      const { assignment, matched, largest } = stableMatching(made, preferencesFromWeights(made), { proposing, ties: "largest", seed });
      expect(checkStability(made, preferencesFromWeights(made), assignment).stable).toBe(true);
      expect([matched, largest]).toEqual([40, { atMost: 40, share: 2 / 3 }]);
    }
  }
});

test("with many places and ranks of all kinds it is stable and larger than by lot", () => {
  let [large, drawn] = [0, 0];
  for (let seed = 0; seed < 6; seed++) {
    const pairs = Array.from({ length: 150 }, (_, mentee) =>
      [0, 1, 2, 3, 4, 5, 6, 7, 8].map((mentor) => ({ mentee, mentor, weight: (mentee * 31 + mentor * 17 + seed * 7) % 5 })),
    ).flat();
    const made = marketFromPairs({ menteeCount: 150, capacity: [20, 18, 16, 14, 12, 10, 9, 8, 2], pairs });
    const preferences = drawPreferences(made, { ties: 3, refused: 0.6, seed });
    for (const proposing of ["mentees", "mentors"] as const) {
      const result = stableMatching(made, preferences, { proposing, ties: "largest", seed });
      expect(checkStability(made, preferences, result.assignment).violations).toEqual([]);
      large += result.matched;
      drawn += stableMatching(made, preferences, { proposing, ties: "lottery", seed }).matched;
    }
  }
  expect(large).toBeGreaterThan(drawn);
});
