/** Rounds of peers: people of one list paired with each other. Pure. */
import {
  checkPeerPairs,
  lotteryOrder,
  type Market,
  type PeerPair,
  peerPairsHeuristic,
  weightOf,
} from "../../../packages/matching-engine/index.ts";
import type { SolvedMarket } from "./solve-market.ts";

/**
 * Everybody stands in the market twice, with the same number on both sides. Two can be a pair where each may be the other's mentee and
 * mentor; they are worth the mean of both. A good pairing found by a heuristic, checked; `gap` says by how much the best can be better
 * at most.
 *
 * A pair stands in the result once: who is called its mentee, the lottery says, unless a lock does.
 */
export function solvePeers(market: Market, seed: number): Omit<SolvedMarket, "ranks"> {
  const plan = { count: market.menteeCount, pairs: peerPairsOf(market), keys: market.menteeKeys ?? undefined, seed };
  const found = peerPairsHeuristic(plan);
  const check = checkPeerPairs(plan, found);
  const order = lotteryOrder(market.menteeCount, market.menteeKeys, seed, "mentees");
  const assignment = new Int32Array(market.menteeCount).fill(-1);
  const asMentor = new Set<number>();
  for (const person of order) {
    const partner = found.partner[person]!;
    if (partner < 0 || asMentor.has(person) || assignment[partner]! >= 0) continue;
    const isTurned = market.locked[partner] === person;
    assignment[isTurned ? partner : person] = isTurned ? person : partner;
    asMentor.add(isTurned ? person : partner);
  }
  return {
    assignment,
    total: found.total,
    matched: asMentor.size,
    check: { proven: check.valid, gap: found.bound - found.total, violations: check.problems.length },
    asMentor,
  };
}

/** What two are worth to each other; -1 where they cannot be a pair. */
export function peerWeight(market: Market, one: number, other: number): number {
  const isLocked = market.locked[one] === other || market.locked[other] === one;
  return meanOf(weightOf(market, one, other), weightOf(market, other, one), isLocked);
}

/** A must that stands against one direction stands against the pair, unless the coordinator locked it. */
function meanOf(there: number, back: number, isLocked: boolean): number {
  if (!isLocked && (there < 0 || back < 0)) return -1;
  return Math.round((Math.max(0, there) + Math.max(0, back)) / 2);
}

/** Whoever is locked can be paired with nobody else. */
function peerPairsOf({ menteeCount, ptr, col, weight, locked }: Market): PeerPair[] {
  const weights = new Int32Array(menteeCount * menteeCount).fill(-1);
  const bound = new Int32Array(menteeCount).fill(-1);
  for (let one = 0; one < menteeCount; one++) {
    if (locked[one]! < 0) continue;
    bound[one] = locked[one]!;
    bound[locked[one]!] = one;
  }
  const isFree = (one: number, other: number): boolean =>
    (bound[one]! < 0 || bound[one] === other) && (bound[other]! < 0 || bound[other] === one);
  const pairs: PeerPair[] = [];
  for (let one = 0; one < menteeCount; one++)
    for (let e = ptr[one]!; e < ptr[one + 1]!; e++) weights[one * menteeCount + col[e]!] = weight[e]!;
  for (let one = 0; one < menteeCount; one++) {
    for (let other = 0; other < one; other++) {
      if (!isFree(one, other)) continue;
      const worth = meanOf(weights[one * menteeCount + other]!, weights[other * menteeCount + one]!, bound[one] === other);
      if (worth >= 0) pairs.push({ one, other, weight: worth });
    }
  }
  return pairs;
}
