import { lotteryOrder } from "../market/lottery.ts";

/**
 * Who comes first among equals. Both sides are drawn into a circle by lottery (from the seed and the keys). A mentee prefers, among
 * mentors of equal weight, the one who comes first after her own place, and a mentor likewise: so equal pairs spread over all
 * people instead of gathering on the same few, and the order of the lists makes no difference.
 */
export type TieOrder = {
  /** Place on the circle → number of the person. */
  readonly menteeAt: Int32Array;
  readonly mentorAt: Int32Array;
  /** Number of the person → place on the circle. */
  readonly menteePlace: Int32Array;
  readonly mentorPlace: Int32Array;
};

export type TieTerms = {
  readonly seed?: string | number | undefined;
  readonly menteeKeys?: readonly string[] | undefined;
  readonly mentorKeys?: readonly string[] | undefined;
};

export function tieOrder(mentees: number, mentors: number, { seed = 0, menteeKeys, mentorKeys }: TieTerms): TieOrder {
  const menteeAt = lotteryOrder(mentees, menteeKeys ?? null, seed, "mentees");
  const mentorAt = lotteryOrder(mentors, mentorKeys ?? null, seed, "mentors");
  return { menteeAt, mentorAt, menteePlace: inverse(menteeAt), mentorPlace: inverse(mentorAt) };
}

function inverse(order: Int32Array): Int32Array {
  const places = new Int32Array(order.length);
  order.forEach((person, place) => (places[person] = place));
  return places;
}

/** Where on a circle of `others` someone at `place` of a circle of `own` begins to look. */
export function startOf(place: number, own: number, others: number): number {
  return Math.floor((place * others) / own);
}

/** How far `place` is after `start` on a circle. */
export function stepsAfter(start: number, place: number, around: number): number {
  return place >= start ? place - start : place - start + around;
}

/** More than the people of one side can be (2^21, as a market). */
const STEPS = 2 ** 22;

/** Weight and nearness on the circle in one number that a double holds exactly: the larger, the better. At least 0. */
export function keyOf(weight: number, steps: number): number {
  return weight * STEPS + (STEPS - 1 - steps);
}

export function weightOfKey(key: number): number {
  return Math.floor(key / STEPS);
}

export function stepsOfKey(key: number): number {
  return STEPS - 1 - (key % STEPS);
}
