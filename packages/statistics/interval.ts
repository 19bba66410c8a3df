/** An estimate with the ends of its interval, in the unit of the estimate. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export const usualLevel = 0.95;

/** The share of a distribution below the upper end of a two-sided interval. @throws {RangeError} for a level that is none */
export function upperShare(level: number): number {
  if (!(level > 0 && level < 1))
    throw new RangeError(`An interval cannot hold with probability ${level}. Give a level above 0 and below 1.`);
  return 1 - (1 - level) / 2;
}
