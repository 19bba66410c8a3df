import type { Canonical } from "../market/canonical.ts";
import type { MatchingState } from "./matching-state.ts";

/** Where to begin. */
export type Beginning = {
  /** From 0. */
  readonly price: Float64Array;
  /** The mentor of each mentee, or -1, and the weight of that pair. */
  readonly mentorOf: Int32Array;
  readonly weightOf: Int32Array;
  /** What being unmatched is worth at these prices. */
  readonly outside: number;
};

/**
 * Turns the fractional prices of an auction into whole ones that are just as good or better, and takes over the pairs that are
 * tight at them.
 *
 * With a threshold t from 0 to 1, let price' = ⌊price + t⌋ and profit' = ⌈profit − t⌉. As weights are integers, no pair is worth
 * more than profit' + price' if none was worth more than profit + price; and averaged over all t the sum of profits and prices
 * stays what it was. So some threshold makes it no larger, and prices that were within less than 1 of the optimum become optimal
 * ones. (Rounding by a random threshold; the dual of an assignment problem is totally unimodular.)
 */
export function takeOver({ price, mentorOf, weightOf, outside }: Beginning, state: MatchingState): void {
  const profit = bestProfits(state.market, price, outside);
  const threshold = bestThreshold(price, profit, state.market.places);
  for (let j = 0; j < price.length; j++) state.price[j] = Math.floor(price[j]! + threshold);
  for (let i = 0; i < profit.length; i++) {
    const best = Math.ceil(profit[i]! - threshold);
    state.profit[i] = best;
    const mentor = mentorOf[i]!;
    if (mentor >= 0 && best === weightOf[i]! - state.price[mentor]! && state.hasFreePlace(mentor)) state.place(i, mentor);
  }
}

function bestProfits({ menteeCount, rows }: Canonical, price: Float64Array, outside: number): Float64Array {
  const { ptr, data, stride, shift, mask } = rows;
  const profit = new Float64Array(menteeCount);
  for (let i = 0; i < menteeCount; i++) {
    let best = outside;
    for (let k = stride * ptr[i]!, end = stride * ptr[i + 1]!; k < end; k += stride) {
      const weight = data[k]! >>> shift;
      if (weight <= best) break;
      const value = weight - price[data[k + stride - 1]! & mask]!;
      if (value > best) best = value;
    }
    profit[i] = best;
  }
  return profit;
}

function bestThreshold(price: Float64Array, profit: Float64Array, places: Int32Array): number {
  let best = 0;
  let least = Infinity;
  for (let step = 1; step < 2 * THRESHOLDS; step += 2) {
    const threshold = step / (2 * THRESHOLDS);
    let sum = 0;
    for (let j = 0; j < price.length; j++) sum += places[j]! * (Math.floor(price[j]! + threshold) - price[j]!);
    for (let i = 0; i < profit.length; i++) sum += Math.ceil(profit[i]! - threshold) - profit[i]!;
    if (sum >= least) continue;
    least = sum;
    best = threshold;
  }
  return best;
}

const THRESHOLDS = 8;
