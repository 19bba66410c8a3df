import { checkCertificate, type Violation } from "../assignment/certificate.ts";
import type { Market } from "../market/market.ts";
import { attainableBy, exchangesOf } from "./check-exchanges.ts";
import { checkPriced, type PricedViolation } from "./check-priced.ts";
import type { PricedMatching } from "./fair-ground.ts";
import type { FairMatching, FairPrice, FairRule } from "./fair-matching.ts";

export type FairViolation =
  | Violation
  | PricedViolation
  | { readonly rule: "proof-of-something-else"; readonly what: "kind" | "objective" | "assignment" | "total" | "matched" | "price" }
  /** The matchings of each group alone break a rule or are not the largest. */
  | { readonly rule: "attainable-not-shown" }
  | { readonly rule: "not-the-most-people"; readonly group: number }
  /** One more of the first group for one less of the second would be fairer. */
  | { readonly rule: "fairer-exchange"; readonly more: number; readonly less: number }
  /** One more of the first for one less of the second is allowed just as well, and the subsidies do not say that it loses weight. */
  | { readonly rule: "exchange-may-gain"; readonly more: number; readonly less: number }
  | { readonly rule: "below-share"; readonly group: number; readonly matched: number; readonly least: number }
  /** A group is subsidized beyond its least number, so the subsidies do not prove that it must be so many. */
  | { readonly rule: "subsidized-beyond-share"; readonly group: number; readonly subsidy: number }
  | { readonly rule: "outside-band"; readonly group: number; readonly matched: number; readonly least: number; readonly most: number }
  | { readonly rule: "below-floor"; readonly mentee: number; readonly weight: number }
  | { readonly rule: "floor-too-dear"; readonly lost: number; readonly bearable: number }
  | { readonly rule: "floor-could-be-higher"; readonly floor: number };

type Report = (violation: FairViolation) => void;
type Claim = Pick<FairMatching, "assignment" | "total" | "matched" | "price" | "proof">;

/**
 * Checks a fair matching against its market and rule; shares no code with what made it. Proven, for `coverage` and `parity`:
 * - how many each group could have alone: shown by a matching from which no free place can be reached;
 * - the largest number matched: nobody unmatched can reach a free place (Berge 1957);
 * - leximin: no single exchange between two groups is fairer. On the bases of a polymatroid that is enough for the best of all
 *   (Murota 2003, Discrete Convex Analysis, theorem 6.26; Frank and Murota 2022);
 * - the largest total: prices, profits and subsidies bound the total of every matching with the same numbers (`checkPriced`), and for
 *   each exchange that stays as fair (or within the band) the subsidies say that it cannot gain. That is enough for all of them together,
 *   because allowed numbers are again the bases of a polymatroid, on which a linear function has no local optimum that is not global;
 * - for `at-least`: subsidies are not negative, and 0 where a group has more than its least, so no other numbers that keep the least ones
 *   can have a larger total either;
 * - the price: the best total is that of a matching proven the best by prices alone.
 * For `floor`: the certificates of the best matching with and without the floor, and with the next higher one.
 */
export function checkFair(market: Market, rule: FairRule, claim: Claim): FairViolation[] {
  const violations: FairViolation[] = [];
  const report: Report = (violation) => violations.push(violation);
  const { proof } = claim;
  if (proof.kind !== rule.rule) report({ rule: "proof-of-something-else", what: "kind" });
  else if (rule.rule === "floor") checkFloor(market, rule, claim, report);
  else checkShares(market, rule, claim, report);
  return violations;
}

function checkShares(market: Market, rule: Exclude<FairRule, { rule: "floor" }>, claim: Claim, report: Report): void {
  const { proof } = claim;
  if (proof.kind === "floor") return;
  const { of, sizes } = numbered(rule.groupOf);
  const found = checkPriced(market, of, sizes.length, proof.matching, report);
  const best = checkPriced(market, of, sizes.length, proof.best, report);
  if (!found || !best) return;
  proof.best.subsidies.forEach((subsidy, group) => subsidy === 0 || report({ rule: "bad-subsidy", group, subsidy }));
  const attainable = attainableBy(market, of, sizes.length, proof.alone);
  if (!attainable) {
    report({ rule: "attainable-not-shown" });
    return;
  }
  const claims = rule.rule === "parity" && rule.shareOf === "people" ? sizes : attainable;
  const fairest = proof.kind === "coverage" ? proof.matching : proof.fairest;
  if (proof.kind !== "coverage" && !checkPriced(market, of, sizes.length, fairest, report)) return;
  const counts = countsOf(of, sizes.length, fairest);
  checkLeximin(market, of, claims, fairest, counts, report);
  if (rule.rule === "parity") {
    const band = { points: rule.points, claims, center: counts, locked: countsOf(of, sizes.length, { assignment: [...market.locked] }) };
    checkBand(countsOf(of, sizes.length, proof.matching), proof.matching, attainable, band, report);
  }
  if (rule.rule === "at-least")
    checkShare(countsOf(of, sizes.length, proof.matching), proof.matching, rule.share, attainable, counts, report);
  const mostMatched = counts.reduce((sum, count) => sum + count, 0);
  checkSums(claim, proof.matching.assignment, found, { bestTotal: best.total, mostMatched }, report);
  if (rule.rule !== "at-least" && found.matched !== mostMatched) report({ rule: "not-the-most-people", group: -1 });
}

/** Groups from 0, with those in no group as one more at the end. */
function numbered(groupOf: ArrayLike<number>): { readonly of: number[]; readonly sizes: number[] } {
  let next = 0;
  for (let i = 0; i < groupOf.length; i++) next = Math.max(next, groupOf[i]! + 1);
  const of = Array.from(groupOf, (group) => (group === -1 ? next : group));
  const sizes = Array.from({ length: of.includes(next) ? next + 1 : next }, () => 0);
  for (const group of of) sizes[group]! += 1;
  return { of, sizes };
}

function countsOf(of: readonly number[], groups: number, { assignment }: Pick<PricedMatching, "assignment">): number[] {
  const counts = Array.from({ length: groups }, () => 0);
  assignment.forEach((mentor, mentee) => {
    if (mentor >= 0) counts[of[mentee]!]! += 1;
  });
  return counts;
}

/** Exact comparison of a / b with c / d. */
const compare = (a: number, b: number, c: number, d: number): number => a * d - c * b;

function checkLeximin(
  market: Market,
  of: readonly number[],
  claims: ArrayLike<number>,
  fairest: PricedMatching,
  counts: readonly number[],
  report: Report,
): void {
  const { freePlace, possible } = exchangesOf(market, of, counts.length, fairest.assignment);
  counts.forEach((count, more) => {
    if (freePlace[more]) report({ rule: "not-the-most-people", group: more });
    counts.forEach((other, less) => {
      if (!possible[more]![less]) return;
      // Before: count and other; after: count + 1 and other - 1. The smaller share decides, then the larger.
      const smaller = compare(other - 1, claims[less]!, count, claims[more]!);
      const larger = compare(count + 1, claims[more]!, other, claims[less]!);
      if (smaller > 0 || (smaller === 0 && larger > 0)) report({ rule: "fairer-exchange", more, less });
      if (smaller === 0 && larger === 0 && fairest.subsidies[more]! < fairest.subsidies[less]!) {
        report({ rule: "exchange-may-gain", more, less });
      }
    });
  });
}

type Band = {
  readonly points: number;
  readonly claims: ArrayLike<number>;
  readonly center: readonly number[];
  readonly locked: readonly number[];
};

function checkBand(
  counts: readonly number[],
  matching: PricedMatching,
  attainable: ArrayLike<number>,
  { points, claims, center, locked }: Band,
  report: Report,
): void {
  const bounds = counts.map((matched, group) => {
    const slack = Math.floor((claims[group]! * points) / 100 + 1e-9);
    const least = Math.max(locked[group]!, center[group]! - slack);
    const most = Math.min(attainable[group]!, center[group]! + slack);
    if (matched < least || matched > most) report({ rule: "outside-band", group, matched, least, most });
    return { canRise: matched < most, canFall: matched > least };
  });
  bounds.forEach(({ canRise }, more) => {
    bounds.forEach(({ canFall }, less) => {
      if (more === less || !canRise || !canFall || matching.subsidies[more]! >= matching.subsidies[less]!) return;
      report({ rule: "exchange-may-gain", more, less });
    });
  });
}

function checkShare(
  counts: readonly number[],
  { subsidies }: PricedMatching,
  share: number,
  attainable: ArrayLike<number>,
  fair: readonly number[],
  report: Report,
): void {
  counts.forEach((matched, group) => {
    const least = Math.min(fair[group]!, Math.ceil(attainable[group]! * share - 1e-9));
    const subsidy = subsidies[group]!;
    if (matched < least) report({ rule: "below-share", group, matched, least });
    if (subsidy < 0) report({ rule: "bad-subsidy", group, subsidy });
    if (subsidy > 0 && matched > least) report({ rule: "subsidized-beyond-share", group, subsidy });
  });
}

type Found = { readonly total: number; readonly matched: number };

function checkSums(
  claim: Claim,
  assignment: readonly number[],
  found: Found,
  bounds: Omit<FairPrice, "total" | "matches">,
  report: Report,
) {
  const isSame = claim.assignment.length === assignment.length && claim.assignment.every((mentor, i) => mentor === assignment[i]);
  if (!isSame) report({ rule: "proof-of-something-else", what: "assignment" });
  for (const what of ["total", "matched"] as const) if (claim[what] !== found[what]) report({ rule: "proof-of-something-else", what });
  const { bestTotal, mostMatched } = bounds;
  const total = bestTotal > 0 ? 1 - found.total / bestTotal : 0;
  const matches = mostMatched > 0 ? 1 - found.matched / mostMatched : 0;
  const { price } = claim;
  const isPrice = price.bestTotal === bestTotal && price.mostMatched === mostMatched && price.total === total && price.matches === matches;
  if (!isPrice) report({ rule: "proof-of-something-else", what: "price" });
}

function checkFloor(market: Market, rule: Extract<FairRule, { rule: "floor" }>, claim: Claim, report: Report): void {
  const { proof } = claim;
  if (proof.kind !== "floor") return;
  const expected = "mostLoss" in rule.floor && rule.floor.mostLoss.of === "matches" ? "most-people" : "most-good";
  const certificates = [
    [market, proof.best, "most-good"],
    [market, proof.largest, "most-people"],
    [fromFloor(market, proof.floor), proof.certificate, expected],
    ...(proof.next ? ([[fromFloor(market, proof.next.floor), proof.next.certificate, expected]] as const) : []),
  ] as const;
  for (const [of, certificate, objective] of certificates) {
    for (const violation of checkCertificate(of, certificate).violations) report(violation);
    if (certificate.objective !== objective) report({ rule: "proof-of-something-else", what: "objective" });
  }
  const { certificate, best, largest } = proof;
  checkSums(claim, certificate.assignment, certificate, { bestTotal: best.total, mostMatched: largest.matched }, report);
  certificate.assignment.forEach((mentor, mentee) => {
    if (mentor < 0 || mentor === market.locked[mentee]) return;
    const row = market.col.subarray(market.ptr[mentee], market.ptr[mentee + 1]);
    const weight = market.weight[market.ptr[mentee]! + row.indexOf(mentor)]!;
    if (weight < proof.floor) report({ rule: "below-floor", mentee, weight });
  });
  if ("least" in rule.floor) {
    if (proof.floor !== rule.floor.least) report({ rule: "proof-of-something-else", what: "objective" });
    return;
  }
  const { of, share } = rule.floor.mostLoss;
  const lossOf = (found: Found): number => (of === "total" ? best.total - found.total : largest.matched - found.matched);
  const bearable = share * (of === "total" ? best.total : largest.matched);
  if (lossOf(certificate) > bearable) report({ rule: "floor-too-dear", lost: lossOf(certificate), bearable });
  // Between this floor and the next there must be no other weight, and the next must lose too much.
  const higher = market.weight.reduce((least, weight) => (weight > proof.floor && weight < least ? weight : least), Infinity);
  if ((proof.next?.floor ?? Infinity) !== higher || (proof.next && lossOf(proof.next.certificate) <= bearable)) {
    report({ rule: "floor-could-be-higher", floor: higher });
  }
}

/** The pairs from a floor up, and locked ones. */
function fromFloor(market: Market, floor: number): Market {
  const ptr = [0];
  const edges: number[] = [];
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
      if (market.weight[e]! >= floor || market.col[e] === market.locked[mentee]) edges.push(e);
    }
    ptr.push(edges.length);
  }
  const take = (from: Int32Array): Int32Array => Int32Array.from(edges, (e) => from[e]!);
  return { ...market, ptr: Int32Array.from(ptr), col: take(market.col), weight: take(market.weight) };
}
