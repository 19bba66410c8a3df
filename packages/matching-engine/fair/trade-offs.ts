import type { Market } from "../market/market.ts";
import { refuseLeast } from "../market/refuse-least.ts";
import { FairGround, type FairOptions } from "./fair-ground.ts";
import { type FairPrice, type FairRule, priceOf, sums } from "./fair-matching.ts";

/** One way to weigh total against coverage. `match` with the objective `{ kind: "fair", ...rule }` and the same seed gives the same matching, with its proof. */
export type TradeOff = {
  readonly rule: Extract<FairRule, { rule: "at-least" }>;
  readonly assignment: readonly number[];
  readonly total: number;
  readonly matched: number;
  readonly price: FairPrice;
  /** By group in the order of their numbers, those in no group last: matched as a share of those attainable; null where nobody is. */
  readonly coverage: readonly (number | null)[];
  /** The smallest of these, and how far the largest is above it; null where no group has anybody attainable. */
  readonly leastCoverage: number | null;
  readonly gap: number | null;
};

export type TradeOffOptions = FairOptions & {
  readonly groupOf: ArrayLike<number>;
  /** At most so many points besides the first. */
  readonly steps: number;
};

/**
 * The curve between the best total and the fairest coverage: at each step every group is to have more of its coverage, as far as its
 * fair number allows, and of all matchings with that the best is taken.
 *
 * From point to point the total falls and the coverage gets fairer (leximin); whatever is no fairer than a point with as large a total
 * is left out, so none of them is worse than another in both. One solve, and one shortest path for each person by whom a
 * point differs from the best.
 * @returns from the best total (not regarding groups, but the fairest of the same total found) to the fairest coverage
 * @throws {RangeError} for groups or steps that are none
 * @throws {MarketError} `least-not-kept` for a market in which mentors are to have mentees at the least
 */
export function tradeOffs(market: Market, options: TradeOffOptions): TradeOff[] {
  const { groupOf, steps } = options;
  if (!(Number.isInteger(steps) && steps >= 1)) throw new RangeError(`The number of steps is ${steps}. Give a whole number from 1 up.`);
  refuseLeast(market, "a fair matching");
  const ground = new FairGround(market, groupOf, "attainable", options);
  const curve: TradeOff[] = [];
  for (const share of sharesOf(ground, steps)) {
    const point = pointOf(ground, { rule: "at-least", groupOf: Array.from(groupOf), share });
    const last = curve.at(-1);
    if (last && !isFairerCoverage(point.coverage, last.coverage)) continue;
    if (last?.total === point.total) curve.pop();
    curve.push(point);
  }
  return curve;
}

/** From where the least covered of those who are to gain begins to where the best covered of them ends, in ten-thousandths; then all. */
function sharesOf({ groups, bestAssignment, attainable, fair }: FairGround, steps: number): number[] {
  const before = new Int32Array(groups.count);
  groups.of.forEach((g, mentee) => (before[g]! += bestAssignment[mentee]! >= 0 ? 1 : 0));
  const gaining = [...fair.keys()].filter((g) => fair[g]! > before[g]!);
  if (gaining.length === 0) return [0, 1];
  const from = Math.min(...gaining.map((g) => before[g]! / attainable[g]!));
  const to = Math.max(...gaining.map((g) => fair[g]! / attainable[g]!));
  const between = Array.from({ length: steps - 1 }, (_, k) => Math.round(10_000 * (from + ((to - from) * (k + 1)) / steps)) / 10_000);
  return [0, ...between, 1];
}

function pointOf(ground: FairGround, rule: TradeOff["rule"]): TradeOff {
  const flow = ground.withCoverage(rule.share);
  const reached = sums(ground.market, ground.assignmentOf(flow));
  const coverage = Array.from(ground.countsOf(flow), (count, g) => (ground.attainable[g]! > 0 ? count / ground.attainable[g]! : null));
  const known = coverage.filter((share) => share !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return {
    rule,
    assignment: [...ground.assignmentOf(flow)],
    ...reached,
    price: priceOf(reached, ground.bestTotal, ground.mostMatched),
    coverage,
    leastCoverage: known.length > 0 ? least : null,
    gap: known.length > 0 ? most - least : null,
  };
}

/** Whether the one has the larger smallest share, or, if they are equal, the larger next, and so on. */
function isFairerCoverage(one: readonly (number | null)[], other: readonly (number | null)[]): boolean {
  const [a, b] = [one, other].map((shares) => shares.filter((share) => share !== null).toSorted((x, y) => x - y)) as [number[], number[]];
  const at = a.findIndex((share, k) => share !== b[k]);
  return at >= 0 && a[at]! > b[at]!;
}
