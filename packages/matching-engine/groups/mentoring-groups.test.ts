import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkMentoringGroups,
  type Fit,
  type Grouping,
  type GroupPlan,
  type Market,
  marketFromPairs,
  MatchingCancelled,
  maximumWeightMatching,
  mentoringGroupsHeuristic,
} from "../index.ts";
import { drawPlan, marketOf, randomFrom } from "../testing/random-markets.ts";

function symmetricFit(count: number, least: number, most: number, seed: number): Fit {
  const random = randomFrom(seed);
  const fits = Array.from({ length: count * count }, () => least + Math.floor(random() * (most - least + 1)));
  return (one, other) => fits[Math.min(one, other) * count + Math.max(one, other)]!;
}

/** The best grouping, by trying all. */
function best({ market, least, fit }: GroupPlan): number {
  const groups: number[][] = Array.from({ length: market.mentorCount }, () => []);
  const from = (mentee: number): number => {
    if (mentee === market.menteeCount) {
      const fits = groups.every((group, j) => group.length === 0 || group.length >= least[j]!);
      return fits ? 0 : -Infinity;
    }
    let most = market.locked[mentee]! < 0 ? from(mentee + 1) : -Infinity;
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
      const mentor = market.col[e]!;
      const group = groups[mentor]!;
      if (group.length >= market.capacity[mentor]! || (market.locked[mentee]! >= 0 && market.locked[mentee] !== mentor)) continue;
      const gain = group.reduce((sum, other) => sum + fit(mentee, other), market.weight[e]!);
      group.push(mentee);
      most = Math.max(most, gain + from(mentee + 1));
      group.pop();
    }
    return most;
  };
  return from(0);
}

const shapes = fc.record({
  menteeCount: fc.integer({ min: 0, max: 6 }),
  mentorCount: fc.integer({ min: 0, max: 3 }),
  mostPlaces: fc.constantFrom(1, 2, 4),
  mostWeight: fc.constantFrom(0, 10, 100),
  density: fc.constantFrom(0.5, 1),
  lockedShare: fc.constantFrom(0, 0.1),
  forbiddenShare: fc.constantFrom(0, 0.1),
  seed: fc.integer({ min: 0, max: 2 ** 30 }),
});

test("no grouping is worth more than the bound, and few are worth more than the one found", () => {
  let [total, most, exact, cases] = [0, 0, 0, 0];
  fc.assert(
    fc.property(shapes, fc.integer({ min: 0, max: 3 }), fc.constantFrom(-20, 0), (shape, atLeast, lowest) => {
      const market = marketOf(drawPlan(shape));
      // A group with locked people may stay small, which the brute force does not know: there, no least.
      const least = market.capacity.map((places) => (shape.lockedShare > 0 ? 0 : Math.min(atLeast, places)));
      const plan: GroupPlan = { market, least, fit: symmetricFit(market.menteeCount, lowest, 40, shape.seed), seed: 1 };
      const found = mentoringGroupsHeuristic(plan);
      expect(checkMentoringGroups(plan, found)).toEqual({ valid: true, total: found.total, bound: found.bound, problems: [] });
      expect(found.matched).toBe(found.assignment.filter((mentor) => mentor >= 0).length);
      const brute = best(plan);
      expect(found.bound).toBeGreaterThanOrEqual(brute);
      expect(found.total).toBeLessThanOrEqual(brute);
      total += found.total;
      most += brute;
      exact += Number(found.total === brute);
      cases++;
    }),
    { numRuns: 400 },
  );
  // What the heuristic loses, measured: a change that makes it worse shows here.
  expect(total / most).toBeGreaterThan(0.94);
  expect(exact / cases).toBeGreaterThan(0.93);
});

const everyoneWithEveryone = (mentees: number, capacity: number[], weight: number): Market =>
  marketFromPairs({
    menteeCount: mentees,
    capacity,
    pairs: Array.from({ length: mentees * capacity.length }, (_, k) => ({
      mentee: k % mentees,
      mentor: Math.floor(k / mentees),
      weight,
    })),
  });

test("people who fit each other come together", () => {
  const fit: Fit = (one, other) => (one % 2 === other % 2 ? 10 : 0);
  const plan: GroupPlan = { market: everyoneWithEveryone(6, [3, 3], 5), least: [2, 2], fit, seed: 3 };
  const found = mentoringGroupsHeuristic(plan);
  expect([found.total, found.bound, found.matched]).toEqual([90, 90, 6]);
  expect(new Set([0, 2, 4].map((mentee) => found.assignment[mentee])).size).toBe(1);
  expect(new Set([1, 3, 5].map((mentee) => found.assignment[mentee])).size).toBe(1);
});

test("a group that cannot reach its least is dissolved, and its people join others where there is room", () => {
  const pairs = [
    { mentee: 0, mentor: 0, weight: 9 },
    { mentee: 0, mentor: 1, weight: 5 },
    { mentee: 1, mentor: 1, weight: 5 },
    { mentee: 2, mentor: 1, weight: 5 },
  ];
  const market = marketFromPairs({ menteeCount: 3, capacity: [4, 4], pairs });
  const found = mentoringGroupsHeuristic({ market, least: [2, 2], fit: () => 0, seed: 1 });
  expect([...found.assignment]).toEqual([1, 1, 1]);
  expect([found.total, found.bound]).toEqual([15, 19]);
});

test("a group below its least is filled from those without one", () => {
  const market = everyoneWithEveryone(3, [3], 5);
  const reluctant: Fit = () => -3;
  const grouping = mentoringGroupsHeuristic({ market, least: [3], fit: reluctant, seed: 1 });
  expect([...grouping.assignment]).toEqual([0, 0, 0]);
  expect(grouping.total).toBe(6);
  // Where even a full group is worth less than none, there is none.
  const unwilling = mentoringGroupsHeuristic({ market, least: [3], fit: () => -8, seed: 1 });
  expect([...unwilling.assignment]).toEqual([-1, -1, -1]);
});

test("a group with somebody locked is filled by whom it gains from, and stays although it is below its least", () => {
  const pairs = [
    { mentee: 0, mentor: 0, weight: 5 },
    ...[1, 2, 3].flatMap((mentee) => [
      { mentee, mentor: 0, weight: 5 },
      { mentee, mentor: 1, weight: 9 },
    ]),
  ];
  const market = marketFromPairs({ menteeCount: 4, capacity: [4, 4], pairs, locked: [{ mentee: 0, mentor: 0 }] });
  // Nobody fits the third.
  const fit: Fit = (one, other) => (one === 3 || other === 3 ? -10 : 2);
  // The three would rather have the other mentor, whose group they cannot fill.
  // Whichever of the two groups the lottery has settled first.
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const plan: GroupPlan = { market, least: [4, 4], fit, seed };
    const found = mentoringGroupsHeuristic(plan);
    expect([...found.assignment]).toEqual([0, 0, 0, -1]);
    expect(found.total).toBe(21);
    expect(checkMentoringGroups(plan, found).problems).toEqual([]);
  }
});

test("the order of the lists makes no difference where people have keys", () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const { capacity, menteeCount, pairs } = drawPlan({ ...shape, lockedShare: 0 });
      const [menteeKeys, mentorKeys] = [Array.from({ length: menteeCount }, (_, k) => `e${k}`), capacity.map((_, k) => `r${k}`)];
      const fit = symmetricFit(menteeCount, 0, 20, shape.seed);
      const forward = mentoringGroupsHeuristic({
        market: marketFromPairs({ menteeCount, capacity, pairs, menteeKeys, mentorKeys }),
        least: capacity.map(() => 2),
        fit,
        seed: 7,
      });
      const back = (mentee: number) => menteeCount - 1 - mentee;
      const backward = mentoringGroupsHeuristic({
        market: marketFromPairs({
          menteeCount,
          capacity: capacity.toReversed(),
          pairs: pairs.map(({ mentee, mentor, weight }) => ({ mentee: back(mentee), mentor: capacity.length - 1 - mentor, weight })),
          menteeKeys: menteeKeys.toReversed(),
          mentorKeys: mentorKeys.toReversed(),
        }),
        least: capacity.map(() => 2),
        fit: (one, other) => fit(back(one), back(other)),
        seed: 7,
      });
      const same = Array.from(backward.assignment.toReversed(), (mentor) => (mentor < 0 ? -1 : capacity.length - 1 - mentor));
      expect(same).toEqual([...forward.assignment]);
      expect(backward.bound).toBe(forward.bound);
    }),
    { numRuns: 150 },
  );
});

test("it can be stopped", () => {
  const plan: GroupPlan = { market: everyoneWithEveryone(6, [3, 3], 5), least: [0, 0], fit: () => 1, seed: 1 };
  let asked = 0;
  expect(() => mentoringGroupsHeuristic({ ...plan, cancelled: () => ++asked > 2 })).toThrow(MatchingCancelled);
});

test("it can be stopped while people change places, too", () => {
  const plan: GroupPlan = { market: everyoneWithEveryone(6, [3, 3], 5), least: [0, 0], fit: () => 1, seed: 1 };
  const { relaxed } = mentoringGroupsHeuristic(plan);
  // As often as the two matchings ask from which the search begins.
  let before = 0;
  for (const market of [relaxed.market, plan.market]) maximumWeightMatching(market, { seed: plan.seed, cancelled: () => ++before < 0 });
  let asked = 0;
  expect(() => mentoringGroupsHeuristic({ ...plan, cancelled: () => ++asked > before })).toThrow(MatchingCancelled);
  expect(asked).toBe(before + 1);
});

test("the check sees what is wrong", () => {
  const fit: Fit = (one, other) => one + other;
  const plan: GroupPlan = { market: everyoneWithEveryone(4, [2, 2], 5), least: [2, 2], fit, seed: 1 };
  const found = mentoringGroupsHeuristic(plan);
  const wrong = (change: Partial<Grouping>) => checkMentoringGroups(plan, { ...found, ...change }).problems;
  expect(wrong({})).toEqual([]);
  expect(wrong({ assignment: Int32Array.of(0, 0, 0, 1) })).toEqual(
    expect.arrayContaining(["mentor 0 has 3 of at most 2", "mentor 1 has 1 of at least 2"]),
  );
  expect(wrong({ assignment: Int32Array.of(0, 0, 1, 5) })).toContain("mentee 3 and mentor 5 are no candidates");
  expect(wrong({ total: found.total + 1 })).toEqual([`the groups are worth ${found.total}, not ${found.total + 1}`]);
  expect(wrong({ bound: found.bound + 1 })).toEqual([`the bound is ${found.bound}, not ${found.bound + 1}`]);
  const { market, result } = found.relaxed;
  const unpaid = { ...result, prices: result.prices.map(() => 0), profits: result.profits.map(() => 0) };
  expect(wrong({ relaxed: { market, result: unpaid } })).toEqual(["the bound is not proven"]);
  const lighter = { ...market, weight: market.weight.map((weight) => weight - 1) };
  expect(wrong({ relaxed: { market: lighter, result } })).toContain("the bound is of another market");
  const roomier = { ...market, capacity: market.capacity.map((places) => places + 1) };
  expect(wrong({ relaxed: { market: roomier, result } })).toContain("the bound is of another market");
  const locked = { ...plan.market, locked: Int32Array.of(1, -1, -1, -1) };
  const elsewhere = { ...found, assignment: Int32Array.of(0, 0, 1, 1) };
  expect(checkMentoringGroups({ ...plan, market: locked }, elsewhere).problems).toContain("mentee 0 is not where she is locked");
});
