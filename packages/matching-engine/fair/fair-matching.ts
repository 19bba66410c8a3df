import { type Market, weightOf } from "../market/market.ts";
import { refuseLeast } from "../market/refuse-least.ts";
import { attainableCounts, FairGround, type FairOptions, type PricedMatching } from "./fair-ground.ts";
import { type FloorChoice, floorMatching, type FloorProof } from "./floor.ts";
import { type GroupReport, reportGroups } from "./group-report.ts";
import { readGroups } from "./groups.ts";

/**
 * What is fair. Groups are numbered from 0 (`groupOf`, one number for each mentee); -1 is for those in no group, who count as one group
 * more, so that nobody is served last for having told nothing.
 * - `coverage`: of the largest matchings one whose smallest coverage is as large as possible, then the next, and so on; among those the
 *   largest total. The coverage of a group is its number of matched as a share of those who could be matched if it were alone.
 * - `parity`: of the largest matchings the one with the largest total in which the share of every group is at most `points` (of 100)
 *   above or below its share in the fairest matching. That is the same for all groups as far as competition allows it; who is
 *   held back by her own candidates does not hold back others. Shares are of those `attainable`, or of all `people` of the group.
 * - `at-least`: the largest total with which every group has at least a `share` (0 to 1) of its coverage, or its fairest coverage where
 *   that is less. With 0 the best total without regard to groups, with 1 the same as `coverage`; in between it may match fewer people
 *   where that is worth more. These are the points of `tradeOffs`.
 * - `floor`: no pair weighs less than a floor, which is given or the highest at a given price. Groups are only reported.
 */
export type FairRule =
  | { readonly rule: "coverage"; readonly groupOf: ArrayLike<number> }
  | {
      readonly rule: "parity";
      readonly groupOf: ArrayLike<number>;
      readonly points: number;
      readonly shareOf?: "attainable" | "people" | undefined;
    }
  | { readonly rule: "at-least"; readonly groupOf: ArrayLike<number>; readonly share: number }
  | { readonly rule: "floor"; readonly floor: FloorChoice; readonly groupOf?: ArrayLike<number> | undefined };

export type FairProof =
  | {
      readonly kind: "coverage";
      readonly matching: PricedMatching;
      /** The mentor that each mentee would have if her group were alone, or -1. */
      readonly alone: readonly number[];
      /** The best matching without regard to groups. */
      readonly best: PricedMatching;
    }
  | {
      readonly kind: "parity" | "at-least";
      readonly matching: PricedMatching;
      /** The fairest matching: the middle of the band, or what no group needs to have more of. */
      readonly fairest: PricedMatching;
      readonly alone: readonly number[];
      readonly best: PricedMatching;
    }
  | FloorProof;

/** What fairness costs, measured against the best total and the largest number of matches that are possible without it. */
export type FairPrice = {
  readonly bestTotal: number;
  readonly mostMatched: number;
  /** Lost share of the best total, 0 to 1. */
  readonly total: number;
  /** Lost share of the most matches, 0 to 1. */
  readonly matches: number;
};

export type FairMatching = {
  /** The mentor of each mentee, or -1. */
  readonly assignment: readonly number[];
  readonly total: number;
  readonly matched: number;
  /** Empty for a floor without groups. */
  readonly groups: readonly GroupReport[];
  readonly price: FairPrice;
  readonly proof: FairProof;
};

/**
 * A fair matching, exact, with its price and its proof (`checkFair`).
 *
 * The numbers of groups in the largest matchings form a polymatroid, so coverage and parity cost no matches. The best matching for
 * given numbers is a flow with a node for each group (see `GroupFlow`). Protected attributes never enter a weight.
 * @throws {RangeError} for groups, points or a floor that are none
 * @throws {MarketError} `least-not-kept` for a market in which mentors are to have mentees at the least
 * @throws {MatchingCancelled} when `cancelled` answers true
 */
export function fairMatching(market: Market, options: FairRule & FairOptions): FairMatching {
  refuseLeast(market, "a fair matching");
  if (options.rule === "floor") return withFloor(market, options);
  if (options.rule === "parity") requireWithin(options.points, 100, "The band is", "points");
  if (options.rule === "at-least") requireWithin(options.share, 1, "The least share is", "");
  const ground = new FairGround(market, options.groupOf, (options.rule === "parity" && options.shareOf) || "attainable", options);
  const shared = { alone: [...ground.alone], best: unsubsidized(ground) };
  const fairest = ground.priced(ground.fairest);
  if (options.rule === "coverage") return described(ground, { kind: "coverage", matching: fairest, ...shared });
  if (options.rule === "at-least") {
    const matching = ground.priced(ground.withCoverage(options.share));
    return described(ground, { kind: "at-least", matching, fairest, ...shared });
  }
  const slack = ground.claims.map((claim) => pointsOf(claim, options.points));
  const flow = ground.widen(
    ground.fair.map((count, g) => Math.max(ground.groups.locked[g]!, count - slack[g]!)),
    ground.fair.map((count, g) => Math.min(ground.attainable[g]!, count + slack[g]!)),
  );
  return described(ground, { kind: "parity", matching: ground.priced(flow), fairest, ...shared });
}

/** So many points of 100 as people of a group, rounded down. */
function pointsOf(claim: number, points: number): number {
  // Decimal points have no exact double: 0.1 points of 1,000 people are one person, not 0.9999.
  return Math.floor((claim * points) / 100 + 1e-9);
}

function requireWithin(number: number, most: number, what: string, unit: string): void {
  if (number >= 0 && number <= most) return;
  throw new RangeError(`${what} ${number}${unit && ` ${unit}`}. Give a number from 0 to ${most}.`);
}

function unsubsidized({ market, groups, open, best, bestAssignment }: FairGround): PricedMatching {
  const prices = Array.from({ length: market.mentorCount }, () => 0);
  const profits = Array.from({ length: market.menteeCount }, () => 0);
  open.mentors.forEach((mentor, j) => (prices[mentor] = best.prices[j]!));
  open.mentees.forEach((mentee, i) => (profits[mentee] = best.profits[i]!));
  return { assignment: [...bestAssignment], prices, profits, subsidies: Array.from(groups.size, () => 0) };
}

function described(ground: FairGround, proof: Exclude<FairProof, FloorProof>): FairMatching {
  const { market, groups, attainable, bestAssignment, bestTotal, mostMatched } = ground;
  const { assignment } = proof.matching;
  return {
    assignment,
    ...sums(market, assignment),
    groups: reportGroups(market, groups, attainable, { before: bestAssignment, after: assignment }),
    price: priceOf(sums(market, assignment), bestTotal, mostMatched),
    proof,
  };
}

function withFloor(market: Market, options: Extract<FairRule, { rule: "floor" }> & FairOptions): FairMatching {
  const proof = floorMatching(market, options.floor, options);
  const { assignment, total, matched } = proof.certificate;
  const price = priceOf({ total, matched }, proof.best.total, proof.largest.matched);
  if (!options.groupOf) return { assignment, total, matched, groups: [], price, proof };
  const groups = readGroups(market, options.groupOf);
  const attainable = attainableCounts(market, groups, options);
  const assignments = { before: proof.best.assignment, after: assignment };
  return { assignment, total, matched, groups: reportGroups(market, groups, attainable, assignments), price, proof };
}

export function sums(market: Market, assignment: ArrayLike<number>): { readonly total: number; readonly matched: number } {
  let [total, matched] = [0, 0];
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    if (assignment[mentee]! < 0) continue;
    total += weightOf(market, mentee, assignment[mentee]!);
    matched++;
  }
  return { total, matched };
}

export function priceOf(reached: { readonly total: number; readonly matched: number }, bestTotal: number, mostMatched: number): FairPrice {
  const lost = (is: number, could: number): number => (could > 0 ? 1 - is / could : 0);
  return { bestTotal, mostMatched, total: lost(reached.total, bestTotal), matches: lost(reached.matched, mostMatched) };
}
