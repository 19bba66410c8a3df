import { type Estimate, upperShare, usualLevel } from "./interval.ts";
import { studentQuantile } from "./quantiles.ts";

export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Sum of the squared distances from the mean, divided by one less than the count; 0 for a single value. */
  readonly variance: number;
}

/** Count, mean and variance, in one pass (Welford, Technometrics 4 (1962)). @throws {RangeError} where there is no value */
export function momentsOf(values: Iterable<number>): Moments {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (const value of values) {
    const before = value - mean;
    mean += before / ++count;
    squares += before * (value - mean);
  }
  if (count === 0) throw new RangeError("There is no mean of nothing. Give at least one value.");
  return { count, mean, variance: count > 1 ? squares / (count - 1) : 0 };
}

/**
 * A mean with its interval by Student's distribution ("The Probable Error of a Mean", Biometrika 6 (1908)).
 * @throws {RangeError} for fewer than two values, which have no interval
 */
export function meanInterval(values: Iterable<number>, level: number = usualLevel): Estimate {
  const { count, mean, variance } = momentsOf(values);
  if (count < 2) throw new RangeError("One value has no interval. Give at least two.");
  const half = studentQuantile(upperShare(level), count - 1) * Math.sqrt(variance / count);
  return { value: mean, low: mean - half, high: mean + half };
}

/**
 * How much larger the first mean is than the second, of two groups that share nobody and may vary differently, with its interval.
 * Source: Welch, "The Generalization of Student's Problem", Biometrika 34 (1947).
 * @throws {RangeError} for fewer than two values in a group
 */
export function differenceOfMeans(first: Iterable<number>, second: Iterable<number>, level: number = usualLevel): Estimate {
  const [one, other] = [momentsOf(first), momentsOf(second)];
  if (one.count < 2 || other.count < 2) throw new RangeError("One value has no interval. Give at least two in each group.");
  const value = one.mean - other.mean;
  const [a, b] = [one.variance / one.count, other.variance / other.count];
  if (a + b === 0) return { value, low: value, high: value };
  const df = (a + b) ** 2 / (a ** 2 / (one.count - 1) + b ** 2 / (other.count - 1));
  const half = studentQuantile(upperShare(level), df) * Math.sqrt(a + b);
  return { value, low: value - half, high: value + half };
}

/** The middle value, or the mean of the two in the middle. @throws {RangeError} where there is no value */
export function median(values: Iterable<number>): number {
  const sorted = Float64Array.from(values).toSorted();
  if (sorted.length === 0) throw new RangeError("There is no median of nothing. Give at least one value.");
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
