import type { Market } from "../market/market.ts";
import type { PricedMatching } from "./fair-ground.ts";

export type PricedViolation =
  | { readonly rule: "wrong-length"; readonly what: "assignment" | "prices" | "profits" | "subsidies" | "alone" }
  | { readonly rule: "not-allowed"; readonly mentee: number; readonly mentor: number }
  | { readonly rule: "lock-broken"; readonly mentee: number; readonly mentor: number; readonly locked: number }
  | { readonly rule: "overbooked"; readonly mentor: number; readonly places: number; readonly taken: number }
  | { readonly rule: "bad-price"; readonly mentor: number; readonly price: number }
  | { readonly rule: "bad-profit"; readonly mentee: number; readonly profit: number }
  | { readonly rule: "bad-subsidy"; readonly group: number; readonly subsidy: number }
  | { readonly rule: "pair-underpriced"; readonly mentee: number; readonly mentor: number; readonly by: number }
  | { readonly rule: "gap-not-closed"; readonly gap: number };

type Report<V> = (violation: V) => void;

/** Whether an assignment keeps candidates, locks and places. Returns its total weight and number of pairs, or null where it does not. */
function checkAssignment(
  market: Market,
  assignment: readonly number[],
  report: Report<PricedViolation>,
): { readonly total: number; readonly matched: number } | null {
  if (assignment.length !== market.menteeCount) {
    report({ rule: "wrong-length", what: "assignment" });
    return null;
  }
  const taken = new Map<number, number>();
  let [total, matched, kept] = [0, 0, true];
  assignment.forEach((mentor, mentee) => {
    const locked = market.locked[mentee]!;
    if (locked >= 0 && mentor !== locked) {
      report({ rule: "lock-broken", mentee, mentor, locked });
      kept = false;
    }
    if (mentor === -1) return;
    const at = market.col.subarray(market.ptr[mentee], market.ptr[mentee + 1]).indexOf(mentor);
    if (at < 0) {
      report({ rule: "not-allowed", mentee, mentor });
      kept = false;
      return;
    }
    total += market.weight[market.ptr[mentee]! + at]!;
    matched++;
    taken.set(mentor, (taken.get(mentor) ?? 0) + 1);
  });
  for (const [mentor, count] of taken) {
    if (count <= market.capacity[mentor]!) continue;
    report({ rule: "overbooked", mentor, places: market.capacity[mentor]!, taken: count });
    kept = false;
  }
  return kept ? { total, matched } : null;
}

/**
 * Checks that no matching with the same number of each group has a larger total, in one pass over the candidate pairs.
 *
 * Why it proves that: let a pair be worth its weight plus the subsidy of its mentee's group. No open pair is worth more than profit plus
 * price, so no matching is worth more than all profits plus the prices of all open places. Another matching with the same
 * numbers of groups gets the same subsidies, so it can have no more weight than the gap between that bound and this matching.
 * Totals are integers: below 1 nothing fits in between. (For other numbers `c'` of groups: no more than the gap plus subsidies · (c − c').)
 * @param groupOf the group of each mentee, from 0
 * @returns total and matched, or null where a rule is broken
 */
export function checkPriced(
  market: Market,
  groupOf: ArrayLike<number>,
  groups: number,
  claim: PricedMatching,
  report: Report<PricedViolation>,
): { readonly total: number; readonly matched: number } | null {
  let fits = true;
  const violated = (violation: PricedViolation): void => {
    fits = false;
    report(violation);
  };
  const found = checkAssignment(market, claim.assignment, violated);
  for (const [what, length] of [
    ["prices", market.mentorCount],
    ["profits", market.menteeCount],
    ["subsidies", groups],
  ] as const) {
    if (claim[what].length !== length) violated({ rule: "wrong-length", what });
  }
  if (!found || !fits) return null;

  const open = market.capacity.slice();
  for (const mentor of market.locked) if (mentor >= 0) open[mentor]! -= 1;
  claim.subsidies.forEach((subsidy, group) => {
    if (!Number.isFinite(subsidy)) violated({ rule: "bad-subsidy", group, subsidy });
  });
  let bound = 0;
  claim.prices.forEach((price, mentor) => {
    if (!(price >= 0 && price < Infinity)) violated({ rule: "bad-price", mentor, price });
    bound += open[mentor]! * price;
  });
  let worth = 0;
  claim.profits.forEach((profit, mentee) => {
    const isLocked = market.locked[mentee]! >= 0;
    if (!(profit >= 0 && profit < Infinity) || (isLocked && profit !== 0)) violated({ rule: "bad-profit", mentee, profit });
    bound += profit;
    // A locked pair and its place are out of the market.
    if (isLocked) return;
    const subsidy = claim.subsidies[groupOf[mentee]!]!;
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
      const mentor = market.col[e]!;
      if (open[mentor] === 0) continue;
      const own = market.weight[e]! + subsidy;
      if (claim.assignment[mentee] === mentor) worth += own;
      const by = own - profit - claim.prices[mentor]!;
      if (!(by <= 0)) violated({ rule: "pair-underpriced", mentee, mentor, by });
    }
  });
  const gap = bound - worth;
  if (!(gap < 1)) violated({ rule: "gap-not-closed", gap });
  return fits ? found : null;
}
