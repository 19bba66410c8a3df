import { DistanceQueue } from "./distance-queue.ts";
import type { MatchingState } from "./matching-state.ts";
import { MenteePaths } from "./mentee-paths.ts";
import { MentorPaths } from "./mentor-paths.ts";

/** Mentors who together must have more mentees than there are for them. */
export class LeastNotReachable extends Error {
  readonly mentors: readonly number[];

  constructor(mentors: readonly number[]) {
    super("These mentors cannot all have as many mentees as they must have.");
    this.mentors = mentors;
  }
}

export type SettleCounts = { searches: number; augmentations: number };
/** Told how many candidate pairs were looked at, and how many faults are left. */
type Pulse = (work: number, left: number) => void;

/**
 * Makes a matching exact, whatever prices it begins with (integers from 0): the primal-dual method with shortest augmenting paths
 * (Kuhn, Munkres; Edmonds and Karp 1972). Afterwards every pair is tight (profit + price = weight), no pair is worth more than
 * profit + price, who is unmatched has no profit, a free place has no price, and a price below 0 is only with mentors who have no mentee
 * more than they must have: the optimum.
 *
 * @throws {LeastNotReachable}
 *
 * Two kinds of faults are mended, at least one in each round: mentees who are unmatched although they would gain, and then
 * mentors who lack mentees: they ask a price although they have a free place, or have fewer mentees than they must have. A round moves the prices just so far that a path of tight pairs
 * opens, and then follows as many such paths as it finds.
 */
export function settle(state: MatchingState, pulse: Pulse): SettleCounts {
  const { menteeCount, mentorCount } = state.market;
  const counts: SettleCounts = { searches: 0, augmentations: 0 };
  let left = 0;
  const work = (amount: number) => pulse(amount, left);

  const menteePaths = new MenteePaths(state, true, work);
  const queue = new DistanceQueue(mentorCount);
  const isWanting = (i: number) => state.mentorOf[i]! < 0 && state.profit[i]! > state.outside;
  for (let wanting = numbers(menteeCount).filter(isWanting); wanting.length > 0; wanting = wanting.filter(isWanting)) {
    left = wanting.length;
    const found = menteePaths.augment(wanting);
    counts.augmentations += found;
    if (found > 0) continue;
    raisePrices(state, wanting, queue, work);
    counts.searches++;
  }

  const mentorPaths = new MentorPaths(state, work);
  const lacks = (j: number) => state.taken[j]! < state.market.least[j]! || (state.price[j]! > 0 && state.hasFreePlace(j));
  for (let lacking = numbers(mentorCount).filter(lacks); lacking.length > 0; lacking = lacking.filter(lacks)) {
    left = lacking.length;
    const found = mentorPaths.augment(lacking);
    counts.augmentations += found;
    if (found > 0) continue;
    lowerPrices(state, lacking, queue, work);
    counts.searches++;
  }

  if (state.outside === 0) counts.augmentations += matchMoreAtNoCost(state, work);
  return counts;
}

/** Among the best matchings, one with the most people: those who neither gain nor cost anything take places that are free anyway. */
function matchMoreAtNoCost(state: MatchingState, work: (amount: number) => void): number {
  const paths = new MenteePaths(state, false, work);
  let all = 0;
  let waiting = numbers(state.market.menteeCount).filter((i) => state.mentorOf[i]! < 0);
  for (let found = paths.augment(waiting); found > 0; found = paths.augment(waiting)) {
    all += found;
    waiting = waiting.filter((i) => state.mentorOf[i]! < 0);
  }
  return all;
}

/**
 * Shortest paths from the wanting mentees to a free place or to someone who loses nothing by leaving; the length of a step is
 * what the pair falls short of being tight. Then raises prices and lowers profits so that the shortest path becomes tight.
 */
function raisePrices(state: MatchingState, wanting: Int32Array, queue: DistanceQueue, work: (amount: number) => void): void {
  const { market, price, profit, outside, base, taken, holders } = state;
  const { ptr, data, stride, shift, mask } = market.rows;
  const least = leastOf(price);
  const reached: number[] = [];
  let end = Infinity;
  queue.clear();

  function reach(mentee: number, distance: number): void {
    const own = profit[mentee]!;
    if (distance + own - outside < end) end = distance + own - outside;
    let e = ptr[mentee]!;
    for (; e < ptr[mentee + 1]!; e++) {
      const short = own - (data[stride * e]! >>> shift);
      if (distance + short + least >= end) break;
      const mentor = data[stride * (e + 1) - 1]! & mask;
      const d = distance + short + price[mentor]!;
      // Stryker disable next-line ConditionalExpression,EqualityOperator: speed (who is beyond the end is not looked at)
      if (d < end) queue.reach(mentor, d);
    }
    work(e + 1 - ptr[mentee]!);
  }

  for (const mentee of wanting) reach(mentee, 0);
  while (queue.nearest() < end) {
    const distance = queue.nearest();
    const mentor = queue.settle();
    if (state.hasFreePlace(mentor)) {
      end = distance;
      break;
    }
    reached.push(mentor);
    for (let slot = base[mentor]!; slot < base[mentor]! + taken[mentor]!; slot++) reach(holders[slot]!, distance);
  }

  for (const mentee of wanting) profit[mentee]! -= end;
  for (const mentor of reached) {
    const change = end - queue.distance[mentor]!;
    price[mentor]! += change;
    for (let slot = base[mentor]!; slot < base[mentor]! + taken[mentor]!; slot++) profit[holders[slot]!]! -= change;
  }
}

/**
 * The mirror image: from mentors who lack mentees, to someone unmatched or to a mentor whose price falls to nothing and who need
 * not have as many mentees as she has. Where mentors lack mentees whom they must have, prices fall below 0.
 */
function lowerPrices(state: MatchingState, lacking: Int32Array, queue: DistanceQueue, work: (amount: number) => void): void {
  const { market, price, profit, mentorOf, base, taken, holders } = state;
  const columns = state.columns();
  const { ptr, data, stride, shift, mask } = columns.lists;
  const least = leastOf(profit);
  const reached: number[] = [];
  let end = Infinity;
  queue.clear();

  for (const mentor of lacking) queue.reach(mentor, 0);
  while (queue.nearest() < end) {
    const distance = queue.nearest();
    const mentor = queue.settle();
    reached.push(mentor);
    const asked = price[mentor]!;
    const hasEnough = state.taken[mentor]! >= market.least[mentor]!;
    const stops = state.canSpare(mentor) || (hasEnough && asked > 0 && state.hasFreePlace(mentor));
    if (stops && distance + asked < end) end = distance + asked;
    const isSorted = columns.isSorted(mentor);
    let e = ptr[mentor]!;
    for (; e < ptr[mentor + 1]!; e++) {
      const short = asked - (data[stride * e]! >>> shift);
      if (distance + short + least >= end) {
        if (isSorted) break;
        continue;
      }
      const mentee = data[stride * (e + 1) - 1]! & mask;
      const d = distance + short + profit[mentee]!;
      if (d >= end) continue;
      if (mentorOf[mentee]! < 0) end = d;
      else queue.reach(mentorOf[mentee]!, d);
    }
    work(e + 1 - ptr[mentor]!);
  }

  if (end === Infinity) throw new LeastNotReachable(reached);
  for (const mentor of reached) {
    const change = end - queue.distance[mentor]!;
    price[mentor]! -= change;
    state.lowestPrice = Math.min(state.lowestPrice, price[mentor]!);
    for (let slot = base[mentor]!; slot < base[mentor]! + taken[mentor]!; slot++) profit[holders[slot]!]! += change;
  }
}

function numbers(count: number): Int32Array {
  const all = new Int32Array(count);
  for (let k = 0; k < count; k++) all[k] = k;
  return all;
}

function leastOf(values: Float64Array): number {
  let least = Infinity;
  for (const value of values) if (value < least) least = value;
  return least;
}
