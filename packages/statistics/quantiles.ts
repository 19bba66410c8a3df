/** Quantiles of the normal and of Student's distribution, from their distribution functions by bisection: slow and exact enough. */

/**
 * The probability that a standard normal value is below `x`, to about 15 decimals.
 * Source: Marsaglia, "Evaluating the Normal Distribution", Journal of Statistical Software 11 (2004).
 */
export function normalBelow(x: number): number {
  if (x < -8) return 0;
  if (x > 8) return 1;
  let sum = x;
  let term = x;
  for (let k = 3; sum + term !== sum; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

/** The value that a standard normal value stays below with probability `share`, 0 < share < 1. @throws {RangeError} outside of it */
export function normalQuantile(share: number): number {
  return quantile(share, normalBelow, 9);
}

/**
 * The probability that a value of Student's distribution with `df` degrees of freedom (any positive number) is below `t`.
 * Source: Abramowitz and Stegun 26.7.1, by the incomplete beta function.
 */
export function studentBelow(t: number, df: number): number {
  const tail = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
}

/** The value that one of Student's distribution stays below with probability `share`, 0 < share < 1. @throws {RangeError} outside of it */
export function studentQuantile(share: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`Student's distribution has ${df} degrees of freedom. Give a number above 0.`);
  let end = 9;
  while (studentBelow(end, df) < Math.max(share, 1 - share)) end *= 4;
  return quantile(share, (t) => studentBelow(t, df), end);
}

/** Halves until two neighboring numbers are left. */
function quantile(share: number, below: (x: number) => number, end: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`There is no quantile at ${share}. Give a share above 0 and below 1.`);
  let [low, high] = [-end, end];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (below(middle) < share) low = middle;
    else high = middle;
  }
}

/** The regularized incomplete beta function, by its continued fraction (Abramowitz and Stegun 26.5.8; evaluated as Lentz 1976). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast only below the mean; above it the function is the complement of its mirror.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - Math.log(a) - logBeta(a, b));
  const tiny = 1e-300;
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m++) {
    let step = 1;
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / away(1 + term * d);
      c = away(1 + term / c);
      step = c * d;
      fraction *= step;
    }
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return front * fraction;
}

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/** Stirling's series after moving the argument up to where it is exact to 16 digits (Abramowitz and Stegun 6.1.40, 6.1.15). */
function logGamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 15; z++) shift += Math.log(z);
  const w = 1 / (z * z);
  const series = (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w / 1188)))) / z;
  return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - shift;
}
