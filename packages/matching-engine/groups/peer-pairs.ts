import { checkCertificate } from "../assignment/certificate.ts";
import { type MatchingResult, maximumWeightMatching } from "../assignment/maximum-weight.ts";
import { marketFromPairs } from "../market/make-market.ts";
import { lotteryOrder } from "../market/lottery.ts";
import type { Market } from "../market/market.ts";

/** Two people of one list who could be paired, in either order, and what the pair is worth: a whole number from 0. */
export type PeerPair = { readonly one: number; readonly other: number; readonly weight: number };

export type PeerPlan = {
  readonly count: number;
  /** Each unordered pair at most once. */
  readonly pairs: readonly PeerPair[];
  readonly keys?: readonly string[] | undefined;
  readonly seed: string | number;
  readonly cancelled?: (() => boolean) | undefined;
};

export type PeerPairing = {
  /** The partner of each person, or -1. */
  readonly partner: Int32Array;
  readonly total: number;
  /** No pairing has a larger total. */
  readonly bound: number;
  /** What proves the bound: the best matching of everybody with everybody, of which `bound` is half. */
  readonly cover: { readonly market: Market; readonly result: MatchingResult };
};

/**
 * Pairs the people of one list with each other: a good pairing found by a heuristic, with a proven bound on what the best could be.
 *
 * Each person stands in a market twice, as who asks and as who is asked (the bipartite double cover). Half of its best total is at
 * least what any pairing is worth, and it falls apart into pairs, chains and rounds of people (Balinski 1965: the fractional optimum
 * is half-integral). Chains and rounds are cut where that costs least; only rounds of an odd number of people lose something by it.
 * Then exchanges between two pairs and with people left over go on until none gains. Where nobody stood in an odd round the
 * pairing is the best, and `total` equals `bound`.
 */
export function peerPairsHeuristic(plan: PeerPlan): PeerPairing {
  const { count, pairs, keys, seed, cancelled } = plan;
  const market = marketFromPairs({
    menteeCount: count,
    capacity: new Int32Array(count).fill(1),
    pairs: pairs.flatMap(({ one, other, weight }) => [
      { mentee: one, mentor: other, weight },
      { mentee: other, mentor: one, weight },
    ]),
    menteeKeys: keys,
    mentorKeys: keys,
  });
  const result = maximumWeightMatching(market, { seed, cancelled });

  // From here on people are numbered in the order of the lottery, so that the order of the list decides nothing.
  const order = lotteryOrder(count, keys ?? null, seed, "mentees");
  const place = new Int32Array(count);
  order.forEach((person, k) => (place[person] = k));
  const weights = weightsOf(count, pairs, place);
  const asks = Int32Array.from(order, (person) => (result.assignment[person]! < 0 ? -1 : place[result.assignment[person]!]!));
  const found = cutRounds(asks, weights);
  improve(found, weights);
  const partner = Int32Array.from(place, (k) => (found[k]! < 0 ? -1 : order[found[k]!]!));
  return { partner, total: totalOf(found, weights), bound: Math.floor(result.total / 2), cover: { market, result } };
}

export type PeerCheck = { readonly valid: boolean; readonly total: number; readonly bound: number; readonly problems: readonly string[] };

/** Looks at a pairing without the code that made it: pairs go both ways and are possible, the sums are right, the bound is proven. */
export function checkPeerPairs(plan: Pick<PeerPlan, "count" | "pairs">, pairing: PeerPairing): PeerCheck {
  const problems: string[] = [];
  const listed = new Map(plan.pairs.map(({ one, other, weight }) => [`${Math.min(one, other)} ${Math.max(one, other)}`, weight]));
  if (pairing.partner.length !== plan.count) problems.push(`there are ${plan.count} people, and ${pairing.partner.length} have a line`);
  let total = 0;
  for (const [person, partner] of pairing.partner.entries()) {
    if (partner === -1) continue;
    const weight = listed.get(`${Math.min(person, partner)} ${Math.max(person, partner)}`);
    if (pairing.partner[partner] !== person) problems.push(`${person} is with ${partner}, who is not with ${person}`);
    else if (weight === undefined) problems.push(`${person} and ${partner} are no possible pair`);
    else if (person < partner) total += weight;
  }
  const { market, result } = pairing.cover;
  // The cover must be of these very people, or its bound says nothing of them.
  const covered = new Map<string, number>();
  for (let i = 0; i < market.menteeCount; i++) {
    for (let e = market.ptr[i]!; e < market.ptr[i + 1]!; e++) covered.set(`${i} ${market.col[e]!}`, market.weight[e]!);
  }
  const both = plan.pairs.every(
    ({ one, other, weight }) => covered.get(`${one} ${other}`) === weight && covered.get(`${other} ${one}`) === weight,
  );
  const single = market.capacity.every((places) => places === 1) && market.locked.every((mentor) => mentor === -1);
  if (!both || !single || market.mentorCount !== plan.count || market.menteeCount !== plan.count)
    problems.push("the cover is of other people");
  if (!checkCertificate(market, result).proven) problems.push("the bound is not proven");
  const bound = Math.floor(result.total / 2);
  if (total !== pairing.total) problems.push(`the pairs are worth ${total}, not ${pairing.total}`);
  if (bound !== pairing.bound) problems.push(`the bound is ${bound}, not ${pairing.bound}`);
  if (total > bound) problems.push(`the total ${total} is above the bound ${bound}`);
  return { valid: problems.length === 0, total, bound, problems };
}

/** For each person, whom she could be paired with, and the worth. */
type Weights = readonly ReadonlyMap<number, number>[];

function weightsOf(count: number, pairs: readonly PeerPair[], place: Int32Array): Weights {
  const numbered = pairs.map(({ one, other, weight }) => {
    const [low, high] = [place[one]!, place[other]!].toSorted((a, b) => a - b) as [number, number];
    return { low, high, weight };
  });
  const weights = Array.from({ length: count }, () => new Map<number, number>());
  for (const { low, high, weight } of numbered.toSorted((a, b) => a.low - b.low || a.high - b.high)) {
    weights[low]!.set(high, weight);
    weights[high]!.set(low, weight);
  }
  return weights;
}

function totalOf(partner: Int32Array, weights: Weights): number {
  let total = 0;
  for (const [person, other] of partner.entries()) if (other > person) total += weights[person]!.get(other)!;
  return total;
}

/** Takes the chains and rounds of who asks whom apart into pairs, each at its best. */
function cutRounds(asks: Int32Array, weights: Weights): Int32Array {
  const count = asks.length;
  const partner = new Int32Array(count).fill(-1);
  const isAsked = new Uint8Array(count);
  for (const asked of asks) if (asked >= 0) isAsked[asked] = 1;
  const seen = new Uint8Array(count);
  const follow = (start: number): number[] => {
    const line: number[] = [];
    for (let person = start; person >= 0 && seen[person] === 0; person = asks[person]!) {
      seen[person] = 1;
      line.push(person);
    }
    return line;
  };
  const pair = (chosen: readonly (readonly [number, number])[]): void => {
    for (const [one, other] of chosen) {
      partner[one] = other;
      partner[other] = one;
    }
  };
  // Chains first: they begin with somebody whom nobody asks.
  for (let person = 0; person < count; person++)
    if (isAsked[person] === 0 && seen[person] === 0) pair(bestOfChain(follow(person), weights).pairs);
  for (let person = 0; person < count; person++) if (seen[person] === 0) pair(bestOfRound(follow(person), weights));
  return partner;
}

type Chosen = { readonly worth: number; readonly pairs: readonly (readonly [number, number])[] };

/** The best set of pairs of neighbors in a line of people, none in two. */
function bestOfChain(line: readonly number[], weights: Weights): Chosen {
  // best[k]: of the first k people.
  const best = new Float64Array(line.length + 1);
  for (let k = 2; k <= line.length; k++) best[k] = Math.max(best[k - 1]!, best[k - 2]! + weights[line[k - 2]!]!.get(line[k - 1]!)!);
  const pairs: [number, number][] = [];
  for (let k = line.length; k >= 2; k--) {
    if (best[k] === best[k - 1]) continue;
    pairs.push([line[k - 2]!, line[k - 1]!]);
    k--;
  }
  return { worth: best[line.length]!, pairs };
}

/** In a round the last and the first are neighbors too: either they are a pair, or they are not. */
function bestOfRound(round: readonly number[], weights: Weights): Chosen["pairs"] {
  const apart = bestOfChain(round, weights);
  if (round.length < 3) return apart.pairs;
  const [first, last] = [round[0]!, round.at(-1)!];
  const inner = bestOfChain(round.slice(1, -1), weights);
  return inner.worth + weights[last]!.get(first)! > apart.worth ? [...inner.pairs, [last, first]] : apart.pairs;
}

/** Exchanges until none gains: two left over become a pair, one leaves her partner for another, two pairs change partners. */
function improve(partner: Int32Array, weights: Weights): void {
  const worth = (one: number, other: number): number => (one < 0 || other < 0 ? 0 : (weights[one]!.get(other) ?? -Infinity));
  const join = (one: number, other: number): void => {
    if (one >= 0) partner[one] = other;
    if (other >= 0) partner[other] = one;
  };
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const one of partner.keys()) {
      for (const [other, weight] of weights[one]!) {
        const [left, right] = [partner[one]!, partner[other]!];
        if (left === other) continue;
        const before = worth(one, left) + worth(other, right);
        // The two they leave become a pair where they can be one, or are left over.
        const together = worth(left, right);
        const gain = weight + Math.max(0, together) - before;
        const isMore = gain > 0 || (gain === 0 && left < 0 && right < 0);
        if (!isMore) continue;
        if (left >= 0) partner[left] = -1;
        if (right >= 0) partner[right] = -1;
        if (left >= 0 && right >= 0 && together >= 0) join(left, right);
        join(one, other);
        isBetter = true;
      }
    }
  }
}
