import type { Canonical } from "../market/canonical.ts";
import type { Beginning } from "./round-prices.ts";

/** A matching of this or a similar market to begin with, in the market's own numbers: the mentor of each mentee or -1, and prices. */
export type EarlierMatching = { readonly assignment: ArrayLike<number>; readonly prices: ArrayLike<number> };

/** What an auction would have found, taken from an earlier matching instead. Pairs that are none any more are left out. */
export function earlierBids(market: Canonical, outside: number, earlier: EarlierMatching): Beginning {
  const { mentees, mentors, menteeCount, mentorCount, rows } = market;
  const { ptr, data, stride, shift, mask } = rows;
  const price = new Float64Array(mentorCount);
  const mentorOf = new Int32Array(menteeCount).fill(-1);
  const weightOf = new Int32Array(menteeCount);
  // Stryker disable next-line ConditionalExpression,EqualityOperator: speed (any prices from 0 up are a beginning)
  for (let j = 0; j < mentorCount; j++) price[j] = Math.max(0, Math.round(earlier.prices[mentors[j]!]!));
  for (let i = 0; i < menteeCount; i++) {
    const mentor = earlier.assignment[mentees[i]!]!;
    // Stryker disable next-line ConditionalExpression,EqualityOperator: speed (any pairs are a beginning, and nobody's number is -1)
    if (mentor < 0) continue;
    for (let k = stride * ptr[i]!, end = stride * ptr[i + 1]!; k < end; k += stride) {
      const j = data[k + stride - 1]! & mask;
      if (mentors[j] !== mentor) continue;
      mentorOf[i] = j;
      weightOf[i] = data[k]! >>> shift;
      break;
    }
  }
  return { price, mentorOf, weightOf, outside };
}
