import { type Estimate, upperShare, usualLevel } from "./interval.ts";
import { normalQuantile } from "./quantiles.ts";

/** So many of so many people. */
export interface Count {
  readonly hits: number;
  readonly of: number;
}

function check({ hits, of }: Count): void {
  if (!Number.isInteger(hits) || !Number.isInteger(of) || of < 1 || hits < 0 || hits > of)
    throw new RangeError(`${hits} of ${of} is no share. Give whole numbers, at least 1 of them all, and no more hits than there are.`);
}

/**
 * A share (0 to 1) with its score interval, which is honest for few people and for shares near 0 and 1.
 * Source: Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927); without continuity
 * correction, as method 3 in Newcombe, Statistics in Medicine 17 (1998) 857-872.
 * @throws {RangeError} where the count is no share, or the level none
 */
export function wilsonInterval(count: Count, level: number = usualLevel): Estimate {
  check(count);
  const { hits, of } = count;
  const z = normalQuantile(upperShare(level));
  const share = hits / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  // At the ends the formula gives exactly 0 and 1, rounding aside.
  return { value: share, low: hits === 0 ? 0 : middle - half, high: hits === of ? 1 : middle + half };
}

/**
 * How much larger the first share is than the second (-1 to 1), of two groups that share nobody, with its interval.
 * Source: Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17 (1998)
 * 873-890, method 10, from the two score intervals.
 * @throws {RangeError} where a count is no share, or the level none
 */
export function differenceOfProportions(first: Count, second: Count, level: number = usualLevel): Estimate {
  const [one, other] = [wilsonInterval(first, level), wilsonInterval(second, level)];
  const value = one.value - other.value;
  return {
    value,
    low: value - Math.hypot(one.value - one.low, other.high - other.value),
    high: value + Math.hypot(one.high - one.value, other.value - other.low),
  };
}
