import { type Certificate, certificate } from "../assignment/certificate.ts";
import { type MatchingResult, maximumWeightMatching } from "../assignment/maximum-weight.ts";
import type { Market } from "../market/market.ts";
import type { FairOptions } from "./fair-ground.ts";
import { keepPairs } from "./kept-pairs.ts";

/** How the floor is chosen: as a weight, or as the highest that costs at most a share (0 to 1) of the best total or of the most matches. */
export type FloorChoice = { readonly least: number } | { readonly mostLoss: { readonly of: "total" | "matches"; readonly share: number } };

export type FloorProof = {
  readonly kind: "floor";
  /** No unlocked pair weighs less. */
  readonly floor: number;
  /** The best matching of the pairs from the floor up. */
  readonly certificate: Certificate;
  /** The best total and the most matches that are possible without a floor. */
  readonly best: Certificate;
  readonly largest: Certificate;
  /** The next higher floor and its best matching, which loses too much; null where the floor was given, or no pair weighs more. */
  readonly next: { readonly floor: number; readonly certificate: Certificate } | null;
};

/**
 * The best matching in which no pair weighs less than the floor (locked pairs excepted). With `mostLoss` of the total or a given floor,
 * the best in total weight; with `mostLoss` of the matches, the largest.
 * @throws {RangeError} for a floor or a share that is none
 */
export function floorMatching(market: Market, choice: FloorChoice, options: FairOptions): FloorProof {
  requireChoice(choice);
  const byMatches = "mostLoss" in choice && choice.mostLoss.of === "matches";
  const from = (floor: number): MatchingResult =>
    maximumWeightMatching(
      keepPairs(market, (e) => market.weight[e]! >= floor),
      { ...options, objective: byMatches ? "most-people" : "most-good" },
    );
  const best = maximumWeightMatching(market, { ...options, objective: "most-good" });
  const largest = maximumWeightMatching(market, { ...options, objective: "most-people" });
  const proof = (floor: number, next: number | null): FloorProof => ({
    kind: "floor",
    floor,
    certificate: certificate(from(floor)),
    best: certificate(best),
    largest: certificate(largest),
    next: next === null ? null : { floor: next, certificate: certificate(from(next)) },
  });
  if ("least" in choice) return proof(choice.least, null);

  const { of, share } = choice.mostLoss;
  const isBearable = (result: MatchingResult): boolean =>
    of === "total" ? best.total - result.total <= share * best.total : largest.matched - result.matched <= share * largest.matched;
  const floors = [...new Set(market.weight)].toSorted((a, b) => a - b);
  // The lowest weight as a floor loses nothing; the higher the floor, the more is lost.
  let [bearable, unbearable] = [0, floors.length];
  while (unbearable - bearable > 1) {
    const middle = (bearable + unbearable) >> 1;
    if (isBearable(from(floors[middle]!))) bearable = middle;
    else unbearable = middle;
  }
  return proof(floors[bearable] ?? 0, floors[unbearable] ?? null);
}

function requireChoice(choice: FloorChoice): void {
  if ("least" in choice) {
    if (Number.isInteger(choice.least) && choice.least >= 0) return;
    throw new RangeError(`The floor is ${choice.least}. Give a whole number from 0 up.`);
  }
  const { share } = choice.mostLoss;
  if (share >= 0 && share <= 1) return;
  throw new RangeError(`The share that the floor may cost is ${share}. Give a number from 0 to 1.`);
}
