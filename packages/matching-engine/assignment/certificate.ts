import type { Market } from "../market/market.ts";
import type { MatchingResult } from "./maximum-weight.ts";

/** The claim that a matching is the best, with what proves it, as plain data (JSON) to publish beside it. */
export type Certificate = {
  readonly objective: "most-good" | "most-people";
  readonly assignment: readonly number[];
  readonly total: number;
  readonly matched: number;
  readonly bonus: number;
  readonly prices: readonly number[];
  readonly profits: readonly number[];
  readonly gap: number;
};

export type Violation =
  | { readonly rule: "wrong-length"; readonly what: "assignment" | "prices" | "profits"; readonly expected: number; readonly found: number }
  | { readonly rule: "no-such-mentor"; readonly mentee: number; readonly mentor: number }
  | { readonly rule: "no-candidate"; readonly mentee: number; readonly mentor: number }
  | { readonly rule: "lock-broken"; readonly mentee: number; readonly mentor: number; readonly locked: number }
  | { readonly rule: "overbooked"; readonly mentor: number; readonly places: number; readonly taken: number }
  | { readonly rule: "bad-price"; readonly mentor: number; readonly price: number }
  | { readonly rule: "bad-profit"; readonly mentee: number; readonly profit: number }
  | { readonly rule: "free-place-has-price"; readonly mentor: number; readonly price: number }
  | { readonly rule: "below-least"; readonly mentor: number; readonly least: number; readonly taken: number }
  | { readonly rule: "negative-price-above-least"; readonly mentor: number; readonly price: number }
  | { readonly rule: "pair-underpriced"; readonly mentee: number; readonly mentor: number; readonly by: number }
  | { readonly rule: "unmatched-has-profit"; readonly mentee: number; readonly profit: number }
  | { readonly rule: "bonus-does-not-fit"; readonly bonus: number; readonly needed: number }
  | { readonly rule: "wrong-sum"; readonly what: "total" | "matched" | "gap"; readonly claimed: number; readonly found: number }
  | { readonly rule: "gap-not-closed"; readonly gap: number };

export type CertificateCheck = {
  /** True when nothing is violated: the matching keeps every rule and no matching is better. */
  readonly proven: boolean;
  readonly total: number;
  readonly matched: number;
  readonly gap: number;
  /** The first `limit` violations. */
  readonly violations: readonly Violation[];
  readonly violationCount: number;
};

/** The certificate of a result, ready for JSON. */
export function certificate(result: MatchingResult): Certificate {
  const { objective, total, matched, bonus, gap } = result;
  const [assignment, prices, profits] = [[...result.assignment], [...result.prices], [...result.profits]];
  return { objective, assignment, total, matched, bonus, prices, profits, gap };
}

/**
 * Checks a certificate against its market, in one pass over the candidate pairs. Shares no code with the solver.
 *
 * Why it proves the optimum: let every pair be worth its weight plus the bonus. If no open pair is worth more than its profit
 * plus its price, then no matching is worth more than all profits plus all prices of open places (weak duality of linear
 * programming). The gap is how far the claimed matching is from that; worths are integers, so below 1 nothing fits in between.
 * A mentor who must have some mentees at least may have a price below 0, for as many places as that; then one mentee fewer with
 * her would be a gain, and the bound holds because she cannot have fewer.
 * The bonus of `most-people` must be larger than all weights of any matching together, so that a person more always counts more.
 *
 * All numbers must be whole and of at most 51 bits, so that every sum of three is exact. The gap is added up pair by pair and
 * place by place: where no rule is broken each part is 0 or more, so that the sum is below 1 only if all of them are 0.
 */
export function checkCertificate(market: Market, claim: Certificate | MatchingResult, limit = 100): CertificateCheck {
  const violations: Violation[] = [];
  let violationCount = 0;
  const report = (violation: Violation): void => {
    if (violationCount++ < limit) violations.push(violation);
  };

  const fits = hasRightLengths(market, claim, report);
  if (!fits) return { proven: false, total: 0, matched: 0, gap: Infinity, violations, violationCount };
  const lockedWith = new Int32Array(market.mentorCount);
  const taken = new Int32Array(market.mentorCount);
  for (const mentor of market.locked) if (mentor >= 0) lockedWith[mentor]! += 1;

  let total = 0;
  let matched = 0;
  let gap = 0;
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const weight = checkMentee(market, claim, mentee, report);
    if (weight === null) {
      gap += claim.profits[mentee]!;
      continue;
    }
    const mentor = claim.assignment[mentee]!;
    total += weight;
    matched++;
    taken[mentor]! += 1;
    gap += claim.profits[mentee]! + (market.locked[mentee]! < 0 ? claim.prices[mentor]! : 0) - weight - claim.bonus;
  }
  for (let mentor = 0; mentor < market.mentorCount; mentor++) {
    gap += checkMentor(market, claim, mentor, taken[mentor]!, lockedWith[mentor]!, report);
  }
  checkBonus(market, claim, report);
  for (const [what, claimed, found] of [
    ["total", claim.total, total],
    ["matched", claim.matched, matched],
    ["gap", claim.gap, gap],
  ] as const) {
    if (claimed !== found) report({ rule: "wrong-sum", what, claimed, found });
  }
  if (!(gap < 1)) report({ rule: "gap-not-closed", gap });
  return { proven: violationCount === 0, total, matched, gap, violations, violationCount };
}

type Claim = Certificate | MatchingResult;
type Report = (violation: Violation) => void;

function hasRightLengths(market: Market, claim: Claim, report: Report): boolean {
  let fits = true;
  for (const [what, expected] of [
    ["assignment", market.menteeCount],
    ["prices", market.mentorCount],
    ["profits", market.menteeCount],
  ] as const) {
    const found = claim[what].length;
    if (found === expected) continue;
    report({ rule: "wrong-length", what, expected, found });
    fits = false;
  }
  return fits;
}

/** Everything about one mentee; returns the weight of her pair, or null where she has none that exists. */
function checkMentee(market: Market, claim: Claim, mentee: number, report: Report): number | null {
  const mentor = claim.assignment[mentee]!;
  const profit = claim.profits[mentee]!;
  const locked = market.locked[mentee]!;
  if (!(isExact(profit) && profit >= 0)) report({ rule: "bad-profit", mentee, profit });
  if (mentor !== -1 && !(mentor >= 0 && mentor < market.mentorCount && Number.isInteger(mentor))) {
    report({ rule: "no-such-mentor", mentee, mentor });
    return null;
  }
  let own: number | null = null;
  for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
    const other = market.col[e]!;
    const worth = market.weight[e]! + claim.bonus;
    if (other === mentor) own = market.weight[e]!;
    const by = worth - profit - claim.prices[other]!;
    // The pairs of a locked mentee are not open: her place is out of the market.
    if (locked < 0 && !(by <= 0)) report({ rule: "pair-underpriced", mentee, mentor: other, by });
  }
  if (locked >= 0 && mentor !== locked) report({ rule: "lock-broken", mentee, mentor, locked });
  if (mentor === -1) {
    if (profit !== 0) report({ rule: "unmatched-has-profit", mentee, profit });
    return null;
  }
  if (own === null) report({ rule: "no-candidate", mentee, mentor });
  else if (locked >= 0 && profit !== own + claim.bonus) report({ rule: "bad-profit", mentee, profit });
  return own;
}

/** Everything about one mentor; returns what her places add to the gap. */
function checkMentor(market: Market, claim: Claim, mentor: number, taken: number, lockedWith: number, report: Report): number {
  const price = claim.prices[mentor]!;
  const places = market.capacity[mentor]!;
  const least = market.least?.[mentor] ?? 0;
  const openLeast = Math.max(0, least - lockedWith);
  if (!(isExact(price) && (price >= 0 || openLeast > 0))) report({ rule: "bad-price", mentor, price });
  if (taken > places) report({ rule: "overbooked", mentor, places, taken });
  if (taken < least) report({ rule: "below-least", mentor, least, taken });
  if (taken < places && price > 0) report({ rule: "free-place-has-price", mentor, price });
  if (price >= 0) return (places - taken) * price;
  if (taken - lockedWith > openLeast) report({ rule: "negative-price-above-least", mentor, price });
  return (openLeast - taken + lockedWith) * price;
}

function isExact(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= 2 ** 51;
}

function checkBonus(market: Market, claim: Claim, report: Report): void {
  let needed = 0;
  if (claim.objective === "most-people") {
    let places = 0;
    let most = 0;
    for (const capacity of market.capacity) places += capacity;
    for (const weight of market.weight) most = Math.max(most, weight);
    needed = most * Math.min(places, market.menteeCount) + 1;
  }
  const fits = claim.objective === "most-people" ? claim.bonus >= needed && isExact(claim.bonus) : claim.bonus === 0;
  if (!fits) report({ rule: "bonus-does-not-fit", bonus: claim.bonus, needed });
}
