import { FULL_WEIGHT } from "../scoring/score.ts";
import type { Scoring } from "../scoring/rules.ts";
import { BestKeys } from "./best-keys.ts";
import { FINE } from "./bounds.ts";
import { needFor, RowBounds } from "./row-bounds.ts";
import { keyOf, startOf, stepsAfter, stepsOfKey, type TieOrder, weightOfKey } from "./tie-order.ts";

// Stryker disable next-line ArithmeticOperator: speed (mentors who keep nobody refuse the mentee then when she is offered)
const NEVER = 2 ** 31 - 1;
/** Bounds are counted by levels of this many bits, to begin with the highest. */
const LEVEL_BITS = 14;
const LEVELS = ((FULL_WEIGHT * FINE) >> LEVEL_BITS) + 2;

/**
 * Finds the best mentors of one mentee after the other, and meanwhile the best mentees of each mentor.
 *
 * Mentors are looked at from the highest bounds down, each weighed exactly unless her bound shows that she can be neither among the
 * best of the mentee nor have the mentee among her own best (threshold algorithms: Fagin, Lotem and Naor 2003; bounds per term:
 * Turtle and Flood 1995).
 */
export class MenteeRow {
  readonly bestOfMentors: BestKeys;
  readonly #best: BestKeys;
  readonly #order: TieOrder;
  readonly #row: RowBounds;
  /** By place: what a bound must reach so that the mentee could be among the best of the mentor. */
  readonly #needOfMentor: Int32Array;
  /** By place: where on the mentees' circle the mentor begins. */
  readonly #startOfMentor: Int32Array;
  readonly #levels = new Int32Array(LEVELS);
  /** What a bound must reach so that the mentor could be among the best of the mentee at hand. */
  #need = 0;
  /** Where the mentee at hand stands on her circle, and where she begins on that of the mentors. */
  #place = 0;
  #start = 0;

  constructor(scoring: Scoring, order: TieOrder, perMentee: number, perMentor: number) {
    const { mentorAt, menteeAt } = order;
    this.#order = order;
    this.#row = new RowBounds(scoring, mentorAt);
    this.#best = new BestKeys(1, perMentee);
    this.bestOfMentors = new BestKeys(mentorAt.length, perMentor);
    this.#needOfMentor = new Int32Array(mentorAt.length).fill(perMentor > 0 ? 0 : NEVER);
    this.#startOfMentor = Int32Array.from(mentorAt, (_, place) => startOf(place, mentorAt.length, menteeAt.length));
  }

  /** The keys of the best mentors of a mentee, the best first. Ask for each mentee once. */
  scan(mentee: number): Float64Array {
    const { menteePlace, menteeAt, mentorAt } = this.#order;
    this.#place = menteePlace[mentee]!;
    this.#start = startOf(this.#place, menteeAt.length, mentorAt.length);
    this.#best.clear(0);
    this.#need = 0;
    this.#row.turnTo(mentee);
    const level = this.#highestLevel();
    // Stryker disable next-line BooleanLiteral: speed (less is then known of those who come later)
    this.#visit(level, NEVER, true);
    this.#need = needForKey(this.#best.least(0));
    this.#visit(0, level, false);
    return this.#best.sorted(0);
  }

  /** The mentor of a key that `scan` gave for this mentee. */
  mentorOf(mentee: number, key: number): number {
    const { menteePlace, menteeAt, mentorAt } = this.#order;
    const start = startOf(menteePlace[mentee]!, menteeAt.length, mentorAt.length);
    return mentorAt[(start + stepsOfKey(key)) % mentorAt.length]!;
  }

  /** A bound that about as many mentors reach as the mentee keeps. From whichever bound the search begins, it finds the same. */
  #highestLevel(): number {
    const { bounds, open, count: all } = this.#row;
    const levels = this.#levels.fill(0);
    // Stryker disable next-line ArithmeticOperator,AssignmentOperator,EqualityOperator,MethodExpression: speed (where the search begins)
    for (let k = 0; k < all; k++) levels[Math.min(LEVELS - 1, bounds[open[k]!]! >> LEVEL_BITS)]! += 1;
    // Stryker disable next-line ArithmeticOperator: speed (where the search begins)
    let level = LEVELS - 1;
    // Stryker disable next-line AssignmentOperator,ConditionalExpression,EqualityOperator,LogicalOperator: speed (where the search begins)
    for (let count = levels[level]!; level > 0 && count < this.#best.size; count += levels[level]!) level--;
    return level << LEVEL_BITS;
  }

  /** Looks at the mentors with a bound from `low` to before `high`, in the mentee's own order of equals. */
  #visit(low: number, high: number, isFirst: boolean): void {
    const { bounds, open, count } = this.#row;
    const needOfMentor = this.#needOfMentor;
    const first = firstFrom(open, count, this.#start);
    for (let k = first; k < first + count; k++) {
      const place = open[k < count ? k : k - count]!;
      const bound = bounds[place]!;
      if (bound < low || bound >= high) continue;
      // Stryker disable next-line ConditionalExpression,EqualityOperator: speed (she is weighed then, and kept by nobody)
      if (bound < this.#need && bound < needOfMentor[place]!) continue;
      this.#consider(place, bound, isFirst);
    }
  }

  #consider(place: number, roughly: number, isFirst: boolean): void {
    const { mentorAt, menteeAt } = this.#order;
    const steps = stepsAfter(this.#start, place, mentorAt.length);
    const stepsOfMentor = stepsAfter(this.#startOfMentor[place]!, this.#place, menteeAt.length);
    if (!this.#canBeKept(roughly, place, steps, stepsOfMentor) || !this.#row.keeps(place)) return;
    // Stryker disable next-line MethodExpression: speed (what is measured in part bounds it too)
    const bound = this.#row.measured(place, Math.min(this.#need, this.#needOfMentor[place]!));
    // Stryker disable next-line ConditionalExpression,EqualityOperator: speed (who cannot be kept is weighed then, and not kept)
    if (bound !== roughly && !this.#canBeKept(bound, place, steps, stepsOfMentor)) return;

    const weight = this.#row.weigh(place);
    this.#best.offer(0, keyOf(weight, steps));
    // In the first visit all who come later are also later among equals.
    this.#need = needForKey(this.#best.least(0)) + (isFirst && this.#best.least(0) >= 0 ? FINE : 0);
    if (this.bestOfMentors.size === 0) return;
    this.bestOfMentors.offer(place, keyOf(weight, stepsOfMentor));
    this.#needOfMentor[place] = needForKey(this.bestOfMentors.least(place));
  }

  #canBeKept(bound: number, place: number, steps: number, stepsOfMentor: number): boolean {
    const most = Math.min(FULL_WEIGHT, Math.floor(bound / FINE + 0.5));
    // Stryker disable next-line ConditionalExpression,EqualityOperator: speed (the same)
    return keyOf(most, steps) > this.#best.least(0) || keyOf(most, stepsOfMentor) > this.bestOfMentors.least(place);
  }
}

function needForKey(key: number): number {
  // Stryker disable next-line ConditionalExpression,EqualityOperator: speed (the same: less is needed then than could be)
  return key < 0 ? 0 : needFor(weightOfKey(key));
}

/** Where the places from `start` on begin among `count` rising places. */
function firstFrom(places: Int32Array, count: number, start: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
