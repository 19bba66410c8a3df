import fc from "fast-check";
import { expect, test } from "vitest";
import { type Certificate, certificate, checkCertificate, type Market, maximumWeightMatching, type Violation } from "../index.ts";
import { marketOf, marketPlans } from "../testing/random-markets.ts";

type Mutable = { -readonly [Key in keyof Certificate]: Certificate[Key] extends readonly (infer Item)[] ? Item[] : Certificate[Key] };

/** A way to falsify a certificate, and the rule by which it must be found out. False: there is nothing to falsify here. */
type Forgery = {
  readonly name: string;
  readonly rule: Violation["rule"];
  readonly forge: (claim: Mutable, market: Market, pick: (count: number) => number) => boolean;
};

const places = (market: Market, mentor: number) => market.capacity[mentor]!;
const taken = (claim: Mutable, mentor: number) => claim.assignment.filter((of) => of === mentor).length;
const openPlaces = (market: Market, mentor: number) => places(market, mentor) - market.locked.filter((of) => of === mentor).length;
function oneOf<T>(list: readonly T[], pick: (count: number) => number): T | undefined {
  return list[pick(list.length)];
}
const numbers = (count: number) => Array.from({ length: count }, (_, k) => k);

function edgeWeight(market: Market, mentee: number, mentor: number): number {
  for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) if (market.col[e] === mentor) return market.weight[e]!;
  return -1;
}

/** Makes the sums fit again, as a careful forger would. */
function settleSums(claim: Mutable, market: Market): void {
  claim.total = 0;
  claim.matched = 0;
  claim.assignment.forEach((mentor, mentee) => {
    if (mentor < 0) return;
    claim.total += edgeWeight(market, mentee, mentor);
    claim.matched++;
  });
  const profits = claim.profits.reduce((sum, profit) => sum + profit, 0);
  const prices = claim.prices.reduce((sum, price, mentor) => sum + price * openPlaces(market, mentor), 0);
  claim.gap = profits + prices - claim.total - claim.bonus * claim.matched;
}

const forgeries: Forgery[] = [
  {
    name: "a pair is taken away, though it is worth something",
    rule: "gap-not-closed",
    forge(claim, market, pick) {
      const mentee = oneOf(
        numbers(market.menteeCount).filter((i) => market.locked[i]! < 0 && claim.assignment[i]! >= 0),
        pick,
      );
      if (mentee === undefined || edgeWeight(market, mentee, claim.assignment[mentee]!) + claim.bonus === 0) return false;
      claim.assignment[mentee] = -1;
      settleSums(claim, market);
      return true;
    },
  },
  {
    name: "a mentee is given a mentor who is no candidate",
    rule: "no-candidate",
    forge(claim, market, pick) {
      const choices = numbers(market.menteeCount).flatMap((i) =>
        numbers(market.mentorCount).flatMap((j) => (edgeWeight(market, i, j) < 0 ? [{ i, j }] : [])),
      );
      const chosen = oneOf(choices, pick);
      if (!chosen) return false;
      claim.assignment[chosen.i] = chosen.j;
      return true;
    },
  },
  {
    name: "one more is squeezed in with a mentor who is full",
    rule: "overbooked",
    forge(claim, market, pick) {
      const choices = numbers(market.menteeCount).flatMap((i) =>
        [...market.col.subarray(market.ptr[i], market.ptr[i + 1])].flatMap((j) =>
          claim.assignment[i] !== j && taken(claim, j) === places(market, j) ? [{ i, j }] : [],
        ),
      );
      const chosen = oneOf(choices, pick);
      if (!chosen) return false;
      claim.assignment[chosen.i] = chosen.j;
      settleSums(claim, market);
      return true;
    },
  },
  {
    name: "a locked pair is broken",
    rule: "lock-broken",
    forge(claim, market, pick) {
      const mentee = oneOf(
        numbers(market.menteeCount).filter((i) => market.locked[i]! >= 0),
        pick,
      );
      if (mentee === undefined) return false;
      claim.assignment[mentee] = -1;
      return true;
    },
  },
  {
    name: "the price of a full mentor is raised",
    rule: "gap-not-closed",
    forge(claim, market, pick) {
      const mentor = oneOf(
        numbers(market.mentorCount).filter((j) => openPlaces(market, j) > 0),
        pick,
      );
      if (mentor === undefined) return false;
      claim.prices[mentor]! += 1;
      settleSums(claim, market);
      return true;
    },
  },
  {
    name: "a free place gets a price",
    rule: "free-place-has-price",
    forge(claim, market, pick) {
      const mentor = oneOf(
        numbers(market.mentorCount).filter((j) => taken(claim, j) < places(market, j)),
        pick,
      );
      if (mentor === undefined) return false;
      claim.prices[mentor] = 0.25;
      settleSums(claim, market);
      return true;
    },
  },
  {
    name: "a profit is lowered where the pair is tight",
    rule: "pair-underpriced",
    forge(claim, market, pick) {
      const mentee = oneOf(
        numbers(market.menteeCount).filter((i) => market.locked[i]! < 0 && claim.profits[i]! > 0),
        pick,
      );
      if (mentee === undefined) return false;
      claim.profits[mentee]! -= 1;
      settleSums(claim, market);
      return true;
    },
  },
  {
    name: "a profit is raised",
    rule: "gap-not-closed",
    forge(claim, market, pick) {
      const mentee = pick(market.menteeCount);
      if (market.menteeCount === 0) return false;
      claim.profits[mentee]! += 1;
      settleSums(claim, market);
      return true;
    },
  },
  {
    name: "a price is not a number",
    rule: "bad-price",
    forge(claim, market, pick) {
      if (market.mentorCount === 0) return false;
      claim.prices[pick(market.mentorCount)] = oneOf([Number.NaN, -1, Infinity], pick)!;
      return true;
    },
  },
  {
    name: "a profit is not a number",
    rule: "bad-profit",
    forge(claim, market, pick) {
      if (market.menteeCount === 0) return false;
      claim.profits[pick(market.menteeCount)] = oneOf([Number.NaN, -1, Infinity], pick)!;
      return true;
    },
  },
  {
    name: "a mentor who does not exist",
    rule: "no-such-mentor",
    forge(claim, market, pick) {
      if (market.menteeCount === 0) return false;
      claim.assignment[pick(market.menteeCount)] = oneOf([market.mentorCount, -2, 0.5], pick)!;
      return true;
    },
  },
  { name: "another total", rule: "wrong-sum", forge: (claim) => Boolean((claim.total += 1)) || true },
  { name: "another count", rule: "wrong-sum", forge: (claim) => Boolean((claim.matched -= 1)) || true },
  { name: "another gap", rule: "wrong-sum", forge: (claim) => Boolean((claim.gap += 0.5)) || true },
  {
    name: "another bonus",
    rule: "bonus-does-not-fit",
    forge(claim, market) {
      claim.bonus = claim.objective === "most-good" ? 1 : 0;
      settleSums(claim, market);
      return true;
    },
  },
  {
    name: "a list too short",
    rule: "wrong-length",
    forge(claim, market, pick) {
      if (market.menteeCount === 0 || market.mentorCount === 0) return false;
      claim[oneOf(["assignment", "prices", "profits"] as const, pick)!].pop();
      return true;
    },
  },
];

test.each(forgeries)("a certificate in which $name is refused", ({ rule, forge }) => {
  // 16 forgeries, 70 times each: 1,120 in all. A market in which there is nothing to forge does not count.
  fc.assert(
    fc.property(
      marketPlans({ mentees: 10, mentors: 6 }),
      fc.constantFrom("most-good" as const, "most-people" as const),
      fc.nat(),
      (plan, objective, dice) => {
        const market = marketOf(plan);
        const claim = structuredClone(certificate(maximumWeightMatching(market, { objective, seed: 1 }))) as Mutable;
        fc.pre(forge(claim, market, (count) => (count > 0 ? dice % count : 0)));
        const check = checkCertificate(market, claim);
        expect(check.proven).toBe(false);
        expect(check.violations.map((violation) => violation.rule)).toContain(rule);
      },
    ),
    { numRuns: 70, maxSkipsPerRun: 1000 },
  );
});

test("a certificate survives being written as JSON and read again", () => {
  fc.assert(
    fc.property(marketPlans({ mentees: 10, mentors: 6 }), (plan) => {
      const market = marketOf(plan);
      const result = maximumWeightMatching(market, { seed: 1 });
      const check = checkCertificate(market, JSON.parse(JSON.stringify(certificate(result))) as Certificate);
      expect(check).toEqual({ proven: true, total: result.total, matched: result.matched, gap: 0, violations: [], violationCount: 0 });
    }),
  );
});

test("a certificate of one market does not prove another", () => {
  const plan = { menteeCount: 2, capacity: [1, 1], locked: [], forbidden: [] };
  const pairs = [
    { mentee: 0, mentor: 0, weight: 5 },
    { mentee: 1, mentor: 1, weight: 5 },
  ];
  const result = maximumWeightMatching(marketOf({ ...plan, pairs }), { seed: 1 });
  const better = marketOf({ ...plan, pairs: [...pairs, { mentee: 0, mentor: 1, weight: 50 }] });
  expect(checkCertificate(better, result).violations).toEqual([{ rule: "pair-underpriced", mentee: 0, mentor: 1, by: 50 - 5 }]);
});

test("the list of violations can be cut, the count is whole", () => {
  const pairs = Array.from({ length: 30 }, (_, mentee) => ({ mentee, mentor: 0, weight: 5 }));
  const market = marketOf({ menteeCount: 30, capacity: [31], pairs, locked: [], forbidden: [] });
  const claim = { ...certificate(maximumWeightMatching(market, { seed: 1 })), profits: Array.from({ length: 30 }, () => 0) };
  const check = checkCertificate(market, claim, 4);
  expect(check.violations).toHaveLength(4);
  // Each pair is worth more than its price, and the sum of the gap is another.
  expect(check.violationCount).toBe(31);
});
