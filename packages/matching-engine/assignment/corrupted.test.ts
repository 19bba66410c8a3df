import { expect, test } from "vitest";
import {
  type Certificate,
  certificate,
  checkCertificate,
  type Market,
  marketFromPairs,
  maximumWeightMatching,
  weightOf,
} from "../index.ts";
import { drawPlan, marketOf, randomFrom } from "../testing/random-markets.ts";

type Mutable = { -readonly [Key in keyof Certificate]: Certificate[Key] extends readonly (infer Item)[] ? Item[] : Certificate[Key] };
type Dice = (count: number) => number;

const isLocked = (market: Market, mentee: number) => market.locked[mentee]! >= 0;
const openPlaces = (market: Market, mentor: number) => market.capacity[mentor]! - market.locked.filter((of) => of === mentor).length;

/** What a pair falls short of the best for the two, at the prices. */
function shortfall(claim: Mutable, market: Market, mentee: number, mentor: number): number {
  return claim.profits[mentee]! + claim.prices[mentor]! - weightOf(market, mentee, mentor) - claim.bonus;
}

/** Adds everything up anew, as a careful forger would. */
function settleSums(claim: Mutable, market: Market): void {
  const weights = claim.assignment.flatMap((mentor, mentee) => (mentor < 0 ? [] : [Math.max(0, weightOf(market, mentee, mentor))]));
  claim.total = weights.reduce((sum, weight) => sum + weight, 0);
  claim.matched = weights.length;
  const prices = claim.prices.reduce((sum, price, mentor) => sum + price * openPlaces(market, mentor), 0);
  claim.gap = claim.profits.reduce((sum, profit) => sum + profit, 0) + prices - claim.total - claim.bonus * claim.matched;
}

const amount = (dice: Dice) => [1, -1, 0.5, 2 ** -20, 1000, -7, 2 ** 40, 2 ** 60][dice(8)]!;

/** Each changes one thing, or two that belong together, so that the claim is certainly no longer true; false where it cannot. */
const corruptions: Record<string, (claim: Mutable, market: Market, dice: Dice) => boolean> = {
  price(claim, market, dice) {
    const mentor = dice(market.mentorCount);
    claim.prices[mentor]! += amount(dice);
    return openPlaces(market, mentor) > 0;
  },
  profit(claim, market, dice) {
    claim.profits[dice(market.menteeCount)]! += amount(dice);
    return true;
  },
  "a price up and a profit down by as much"(claim, market, dice) {
    const mentee = dice(market.menteeCount);
    const mentor = dice(market.mentorCount);
    claim.prices[mentor]! += 1;
    claim.profits[mentee]! -= 1;
    // One place and one profit balance each other only where all pairs of the two are as they were.
    return openPlaces(market, mentor) > 1 && !isLocked(market, mentee);
  },
  "a worse mentor"(claim, market, dice) {
    const mentee = dice(market.menteeCount);
    const e = market.ptr[mentee]! + dice(market.ptr[mentee + 1]! - market.ptr[mentee]!);
    const mentor = market.col[e];
    if (
      mentor === undefined ||
      claim.assignment[mentee] === mentor ||
      e >= market.ptr[mentee + 1]! ||
      shortfall(claim, market, mentee, mentor) <= 0
    )
      return false;
    claim.assignment[mentee] = mentor;
    return true;
  },
  "a mentor who is none for her"(claim, market, dice) {
    const mentee = dice(market.menteeCount);
    const mentor = dice(market.mentorCount);
    claim.assignment[mentee] = mentor;
    return weightOf(market, mentee, mentor) < 0;
  },
  "left out"(claim, market, dice) {
    const mentee = dice(market.menteeCount);
    const had = claim.assignment[mentee]! >= 0 && claim.profits[mentee]! > 0;
    claim.assignment[mentee] = -1;
    return had;
  },
  "two change places at a loss"(claim, market, dice) {
    const [one, other] = [dice(market.menteeCount), dice(market.menteeCount)];
    const [of, to] = [claim.assignment[one]!, claim.assignment[other]!];
    if (of === to || of < 0 || to < 0 || weightOf(market, one, to) < 0 || weightOf(market, other, of) < 0) return false;
    if (shortfall(claim, market, one, to) + shortfall(claim, market, other, of) <= 0) return false;
    [claim.assignment[one], claim.assignment[other]] = [to, of];
    return true;
  },
  "all prices halved"(claim, market) {
    const worth = claim.prices.reduce((sum, price, mentor) => sum + price * openPlaces(market, mentor), 0);
    claim.prices = claim.prices.map((price) => Math.floor(price / 2));
    return worth > 0;
  },
  bonus(claim, _, dice) {
    claim.bonus += amount(dice);
    return claim.matched > 0;
  },
};

test("each of 1,000 corrupted certificates is rejected, whether or not the sums are made to fit", () => {
  const count = new Map<string, number>();
  let corrupted = 0;
  for (let seed = 0; seed < 1_000; seed++) {
    const random = randomFrom(seed);
    const dice: Dice = (sides) => Math.floor(random() * sides);
    const shape = {
      menteeCount: 3 + dice(20),
      mentorCount: 2 + dice(8),
      mostPlaces: 1 + dice(3),
      mostWeight: [1, 5, 100, 10_000][dice(4)]!,
    };
    const market = marketOf(drawPlan({ ...shape, density: 0.6, lockedShare: 0.1, forbiddenShare: 0.1, seed }));
    const objective = seed % 2 === 0 ? "most-good" : "most-people";
    const right = certificate(maximumWeightMatching(market, { objective, seed }));
    expect(checkCertificate(market, right).proven).toBe(true);
    for (const [name, corrupt] of Object.entries(corruptions)) {
      const claim = structuredClone(right) as Mutable;
      if (!corrupt(claim, market, dice)) continue;
      if (dice(2) === 0) settleSums(claim, market);
      corrupted++;
      count.set(name, (count.get(name) ?? 0) + 1);
      const check = checkCertificate(market, claim);
      expect({ name, proven: check.proven, some: check.violationCount > 0 }).toEqual({ name, proven: false, some: true });
    }
  }
  expect(corrupted).toBeGreaterThan(1_000);
  expect(count.size).toBe(Object.keys(corruptions).length);
  for (const times of count.values()) expect(times).toBeGreaterThan(20);
});

test("a certificate for other people is not looked at any further", () => {
  const market = marketFromPairs({ menteeCount: 1, capacity: [1], pairs: [{ mentee: 0, mentor: 0, weight: 5 }] });
  const result = maximumWeightMatching(market, { seed: 1 });
  expect(checkCertificate(market, { ...result, assignment: Int32Array.of(0, 0) })).toEqual({
    proven: false,
    total: 0,
    matched: 0,
    gap: Infinity,
    violations: [{ rule: "wrong-length", what: "assignment", expected: 1, found: 2 }],
    violationCount: 1,
  });
});
