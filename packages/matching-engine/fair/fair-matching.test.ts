import fc from "fast-check";
import { expect, test } from "vitest";
import { checkFair, type FairMatching, fairMatching, type FairRule, type Market } from "../index.ts";
import { everyMatching, type Tried } from "../testing/every-matching.ts";
import { drawPlan, marketOf, type MarketPlan, marketPlans, randomFrom } from "../testing/random-markets.ts";

const seeds = fc.integer({ min: 0, max: 1_000 });
const groupings = fc.record({ groups: fc.integer({ min: 1, max: 4 }), none: fc.constantFrom(0, 0.3), seed: seeds });
type Grouping = { readonly groups: number; readonly none: number; readonly seed: number };

function drawGroups(menteeCount: number, { groups, none, seed }: Grouping): number[] {
  const random = randomFrom(seed + 5_000);
  return Array.from({ length: menteeCount }, () => (random() < none ? -1 : Math.floor(random() * groups)));
}

/** The group numbers that occur, those in no group included, and who is in them. */
function membersOf(groupOf: readonly number[]): number[][] {
  return [...new Set(groupOf)].toSorted((a, b) => a - b).map((group) => [...groupOf.keys()].filter((i) => groupOf[i] === group));
}

const countIn = (members: readonly number[], { assignment }: Tried): number => members.filter((i) => assignment[i]! >= 0).length;

function attainableByTrying(all: readonly Tried[], market: Market, members: readonly number[]): number {
  const alone = all.filter(({ assignment }) =>
    assignment.every((mentor, i) => mentor < 0 || members.includes(i) || market.locked[i]! >= 0),
  );
  return Math.max(...alone.map((tried) => countIn(members, tried)));
}

/** Of the largest matchings the fairest (leximin of matched / claims), by comparing sorted shares. */
function fairestByTrying(all: readonly Tried[], members: readonly number[][], claims: readonly number[]): Tried[] {
  const most = Math.max(...all.map(({ matched }) => matched));
  const shares = (tried: Tried): number[] =>
    members.flatMap((group, g) => (claims[g]! > 0 ? [countIn(group, tried) / claims[g]!] : [])).toSorted((a, b) => a - b);
  // Shares of such small numbers differ by more than this or not at all.
  const compare = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((share, k) => Math.abs(share - b[k]!) > 1e-9);
    return at < 0 ? 0 : a[at]! - b[at]!;
  };
  let best: Tried[] = [];
  for (const tried of all.filter(({ matched }) => matched === most)) {
    const difference = best.length === 0 ? 1 : compare(shares(tried), shares(best[0]!));
    if (difference > 0) best = [tried];
    else if (difference === 0) best.push(tried);
  }
  return best;
}

const bestTotal = (all: readonly Tried[]): number => Math.max(...all.map(({ total }) => total));
const throughJson = (matching: FairMatching): FairMatching => JSON.parse(JSON.stringify(matching)) as FairMatching;

/** Places are scarce and weights close together, so that groups compete and much is tied. */
const scarce = fc
  .record({
    menteeCount: fc.noBias(fc.integer({ min: 4, max: 7 })),
    mentorCount: fc.noBias(fc.integer({ min: 2, max: 4 })),
    mostPlaces: fc.constantFrom(1, 2),
    mostWeight: fc.constantFrom(1, 9, 10_000),
    density: fc.constantFrom(0.4, 0.7, 1),
    lockedShare: fc.constantFrom(0, 0, 0.1),
    seed: fc.integer({ min: 0, max: 2 ** 30 }),
  })
  .map((shape) => drawPlan({ ...shape, forbiddenShare: 0 }));
const plans = fc.oneof(scarce, marketPlans({ mentees: 7, mentors: 4 }));

test("coverage: the fairest of the largest matchings, and of those the best, as by trying all; proven", () => {
  fc.assert(
    fc.property(plans, groupings, seeds, (plan, grouping, seed) => {
      const market = marketOf(plan);
      const groupOf = drawGroups(market.menteeCount, grouping);
      const members = membersOf(groupOf);
      const all = everyMatching(market);
      const claims = members.map((group) => attainableByTrying(all, market, group));
      const fairest = fairestByTrying(all, members, claims);

      const found = fairMatching(market, { rule: "coverage", groupOf, seed });
      expect(found.total).toBe(bestTotal(fairest));
      expect(found.matched).toBe(fairest[0]!.matched);
      expect(fairest.map(({ assignment }) => assignment)).toContainEqual(found.assignment);
      expect(checkFair(market, { rule: "coverage", groupOf }, throughJson(found))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

test("parity: every group within the band around its fairest share, and of those matchings the best, as by trying all; proven", () => {
  const bands = fc.constantFrom(0, 10, 25, 34, 50, 100);
  fc.assert(
    fc.property(plans, groupings, seeds, bands, fc.constantFrom("attainable", "people"), (plan, grouping, seed, points, shareOf) => {
      const market = marketOf(plan);
      const groupOf = drawGroups(market.menteeCount, grouping);
      const members = membersOf(groupOf);
      const all = everyMatching(market);
      const claims = members.map((group) => (shareOf === "people" ? group.length : attainableByTrying(all, market, group)));
      const fairest = fairestByTrying(all, members, claims);

      const rule: FairRule = { rule: "parity", groupOf, points, shareOf };
      const found = fairMatching(market, { ...rule, seed });
      if (found.proof.kind !== "parity") throw new Error("The proof is of another kind.");
      const chosen = JSON.stringify(found.proof.fairest.assignment);
      const center = fairest.find(({ assignment }) => JSON.stringify(assignment) === chosen)!;
      expect(center.total).toBe(bestTotal(fairest));
      const isWithin = (tried: Tried) =>
        members.every((group, g) => Math.abs(countIn(group, tried) - countIn(group, center)) <= (claims[g]! * points) / 100);
      const within = all.filter((tried) => tried.matched === center.matched && isWithin(tried));
      expect(found.total).toBe(bestTotal(within));
      expect(within.map(({ assignment }) => assignment)).toContainEqual(found.assignment);
      expect(checkFair(market, rule, throughJson(found))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

test("floor: the highest that costs at most a share, and the best matching above it, as by trying all; proven", () => {
  const choices = fc.record({ of: fc.constantFrom("total" as const, "matches" as const), share: fc.constantFrom(0, 0.1, 0.3, 0.6, 1) });
  fc.assert(
    fc.property(plans, choices, seeds, (plan, mostLoss, seed) => {
      const market = marketOf(plan);
      const all = everyMatching(market);
      const weightsOf = ({ assignment }: Tried): number[] =>
        assignment.flatMap((mentor, i) => {
          if (mentor < 0 || market.locked[i]! >= 0) return [];
          const at = market.col.subarray(market.ptr[i], market.ptr[i + 1]).indexOf(mentor);
          return [market.weight[market.ptr[i]! + at]!];
        });
      const value = ({ total, matched }: Tried): number => (mostLoss.of === "total" ? total : matched * 1_000_000 + total);
      const bestFrom = (floor: number): Tried =>
        all.filter((tried) => weightsOf(tried).every((weight) => weight >= floor)).toSorted((a, b) => value(b) - value(a))[0]!;
      const most = { total: bestTotal(all), matches: Math.max(...all.map(({ matched }) => matched)) };
      const isBearable = (tried: Tried): boolean => {
        const lost = mostLoss.of === "total" ? most.total - tried.total : most.matches - tried.matched;
        return lost <= mostLoss.share * most[mostLoss.of];
      };
      const floor = [...new Set(market.weight)].filter((weight) => isBearable(bestFrom(weight))).toSorted((a, b) => b - a)[0] ?? 0;

      const rule: FairRule = { rule: "floor", floor: { mostLoss } };
      const found = fairMatching(market, { ...rule, seed });
      expect(found.proof).toMatchObject({ kind: "floor", floor });
      expect(value({ ...found })).toBe(value(bestFrom(floor)));
      expect(found.price).toMatchObject({ bestTotal: most.total, mostMatched: most.matches });
      expect(checkFair(market, rule, throughJson(found))).toEqual([]);

      const given: FairRule = { rule: "floor", floor: { least: floor + 1 } };
      const above = fairMatching(market, { ...given, seed });
      expect(above.total).toBe(Math.max(...all.filter((tried) => weightsOf(tried).every((w) => w > floor)).map(({ total }) => total)));
      expect(checkFair(market, given, throughJson(above))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

/** Both groups can have the third place, and as many points depend on which: the least numbers are those of the better of the two. */
const tiedExample: [MarketPlan, Grouping, number, number] = [
  {
    menteeCount: 6,
    capacity: [0, 1, 2],
    pairs: [
      { mentee: 0, mentor: 2, weight: 1 },
      { mentee: 1, mentor: 1, weight: 0 },
      { mentee: 2, mentor: 1, weight: 0 },
      { mentee: 3, mentor: 1, weight: 0 },
      { mentee: 4, mentor: 1, weight: 1 },
      { mentee: 5, mentor: 2, weight: 1 },
    ],
    locked: [],
    forbidden: [],
  },
  { groups: 2, none: 0.3, seed: 994 },
  0,
  0.3,
];

test("at least: the largest total with which every group has its share or its fairest number, as by trying all; proven", () => {
  fc.assert(
    fc.property(plans, groupings, seeds, fc.constantFrom(0, 0.1, 0.3, 0.5, 0.75, 1), (plan, grouping, seed, share) => {
      const market = marketOf(plan);
      const groupOf = drawGroups(market.menteeCount, grouping);
      const members = membersOf(groupOf);
      const all = everyMatching(market);
      const claims = members.map((group) => attainableByTrying(all, market, group));

      const rule: FairRule = { rule: "at-least", groupOf, share };
      const found = fairMatching(market, { ...rule, seed });
      if (found.proof.kind !== "at-least") throw new Error("The proof is of another kind.");
      const chosen = JSON.stringify(found.proof.fairest.assignment);
      const center = fairestByTrying(all, members, claims).find(({ assignment }) => JSON.stringify(assignment) === chosen)!;
      const hasEnough = (tried: Tried) =>
        members.every((group, g) => countIn(group, tried) >= Math.min(countIn(group, center), Math.ceil(claims[g]! * share)));
      const allowed = all.filter(hasEnough);
      expect(found.total).toBe(share === 1 ? center.total : bestTotal(allowed));
      expect(allowed.map(({ assignment }) => assignment)).toContainEqual(found.assignment);
      expect(checkFair(market, rule, throughJson(found))).toEqual([]);
    }),
    { numRuns: 1_000, examples: [tiedExample] },
  );
});
