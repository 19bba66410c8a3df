import type { BoundMust } from "../scoring/must.ts";
import type { Scoring } from "../scoring/rules.ts";
import { FULL_WEIGHT, neutralWeight, possibleFor, wholeWeight } from "../scoring/score.ts";
import { bindShould, type BoundShould } from "../scoring/should.ts";
import { BestKeys } from "./best-keys.ts";
import { type Bounder, FINE, makeBounder } from "./bounds.ts";
import { allBits, type Bits } from "./mentor-index.ts";
import { makeSieves, type Sieves } from "./sieves.ts";
import { keyOf, startOf, stepsAfter, stepsOfKey, type TieOrder, weightOfKey } from "./tie-order.ts";

/** The bound of a mentor who is refused: so low that no rule lifts it to 0. */
const REFUSED = -(2 ** 30);
/** Bounds are counted by levels of this many bits, to begin with the highest. */
const LEVEL_BITS = 14;
const LEVELS = ((FULL_WEIGHT * FINE) >> LEVEL_BITS) + 2;

/** A rule that counts for the mentee at hand, and what it gives at most. */
type Counting = { readonly rule: BoundShould; readonly bounder: Bounder; readonly full: number; readonly most: number };

/**
 * Finds the best mentors of one mentee after the other, and meanwhile the best mentees of each mentor.
 *
 * For a mentee, must rules first refuse mentors by bits. Then each mentor gets a bound of her weight: rules that an index answers
 * give it nearly exactly, dear ones with what they could give at most. Mentors are looked at from the highest bounds down, each
 * weighed exactly unless her bound shows that she can be neither among the best of the mentee nor have the mentee among her own
 * best (threshold algorithms: Fagin, Lotem and Naor 2003; bounds per term: Turtle and Flood 1995).
 */
export class MenteeRow {
  readonly bestOfMentors: BestKeys;
  readonly #best: BestKeys;
  readonly #order: TieOrder;
  readonly #should: readonly BoundShould[];
  readonly #bounders: readonly Bounder[];
  readonly #sieves: Sieves;
  readonly #neutral: number;
  readonly #everyone: Bits;
  readonly #allowed: Bits;
  /** By place: the most that a mentor can weigh with the mentee at hand, in parts of `FINE`. */
  readonly #bounds: Int32Array;
  /** By place: what a bound must reach so that the mentee could be among the best of the mentor. */
  readonly #needOfMentor: Int32Array;
  /** By place: where on the mentees' circle the mentor begins. */
  readonly #startOfMentor: Int32Array;
  /** The places of the mentors who are allowed, rising. */
  readonly #open: Int32Array;
  #openCount = 0;
  readonly #levels = new Int32Array(LEVELS);
  /** What a bound must reach so that the mentor could be among the best of the mentee at hand. */
  #need = 0;
  // Of the mentee at hand:
  #mentee = 0;
  #place = 0;
  #start = 0;
  #counting: BoundShould[] = [];
  #measured: Counting[] = [];
  #possible = 0;

  constructor(scoring: Scoring, must: readonly BoundMust[], order: TieOrder, perMentee: number, perMentor: number) {
    const { mentorAt, menteeAt } = order;
    this.#order = order;
    this.#should = bindShould(scoring);
    this.#bounders = scoring.should.map((rule, index) => makeBounder(rule, scoring, mentorAt, { list: "should", index }));
    this.#sieves = makeSieves(scoring, must, mentorAt);
    this.#neutral = neutralWeight(scoring);
    this.#everyone = allBits(mentorAt.length);
    this.#allowed = this.#everyone.slice();
    this.#bounds = new Int32Array(mentorAt.length);
    this.#open = new Int32Array(mentorAt.length);
    this.#best = new BestKeys(1, perMentee);
    this.bestOfMentors = new BestKeys(mentorAt.length, perMentor);
    this.#needOfMentor = new Int32Array(mentorAt.length).fill(perMentor > 0 ? 0 : 2 ** 31 - 1);
    this.#startOfMentor = Int32Array.from(mentorAt, (_, place) => startOf(place, mentorAt.length, menteeAt.length));
  }

  /** The keys of the best mentors of a mentee, the best first. Ask for each mentee once. */
  scan(mentee: number): Float64Array {
    const { menteePlace, menteeAt, mentorAt } = this.#order;
    this.#mentee = mentee;
    this.#place = menteePlace[mentee]!;
    this.#start = startOf(this.#place, menteeAt.length, mentorAt.length);
    this.#best.clear(0);
    this.#need = 0;
    this.#allowed.set(this.#everyone);
    for (const sieve of this.#sieves.sieves) sieve(mentee, this.#allowed);
    this.#bound();
    const level = this.#highestLevel();
    this.#visit(level, 2 ** 31 - 1, true);
    this.#need = needFor(this.#best.least(0));
    this.#visit(0, level, false);
    return this.#best.sorted(0);
  }

  /** The mentor of a key that `scan` gave for this mentee. */
  mentorOf(mentee: number, key: number): number {
    const { menteePlace, menteeAt, mentorAt } = this.#order;
    const start = startOf(menteePlace[mentee]!, menteeAt.length, mentorAt.length);
    return mentorAt[(start + stepsOfKey(key)) % mentorAt.length]!;
  }

  #bound(): void {
    const bounds = this.#bounds;
    const mentee = this.#mentee;
    this.#counting = this.#should.filter((rule) => rule.counts(mentee));
    this.#possible = possibleFor(this.#counting);
    this.#measured = [];
    const indexed: Counting[] = [];
    let base = this.#possible > 0 ? 0 : this.#neutral * FINE;
    this.#should.forEach((rule, k) => {
      if (!rule.counts(mentee) || this.#possible === 0) return;
      const full = (FULL_WEIGHT * FINE * rule.weight) / this.#possible;
      const most = this.#bounders[k]!.most(mentee, full);
      if (most === 0) return;
      const counting = { rule, bounder: this.#bounders[k]!, full, most };
      if (counting.bounder.cost(mentee) <= bounds.length * (most > 0.3 * FULL_WEIGHT * FINE ? 8 : 1.5)) indexed.push(counting);
      else this.#measured.push(counting);
    });
    this.#measured.sort((a, b) => b.most - a.most);
    for (const { most } of this.#measured) base += most;
    this.#allow(base);
    for (const { bounder, full } of indexed) bounder.add(mentee, full, bounds);
  }

  /** Lists who is allowed, with `base` as the bound of each. */
  #allow(base: number): void {
    const [bounds, allowed, open] = [this.#bounds.fill(REFUSED), this.#allowed, this.#open];
    let count = 0;
    for (let w = 0; w < allowed.length; w++) {
      for (let word = allowed[w]!; word !== 0; word &= word - 1) {
        const place = 32 * w + 31 - Math.clz32(word & -word);
        open[count++] = place;
        bounds[place] = base;
      }
    }
    this.#openCount = count;
  }

  /** A bound that about as many mentors reach as the mentee keeps. */
  #highestLevel(): number {
    const [bounds, open] = [this.#bounds, this.#open];
    const levels = this.#levels.fill(0);
    for (let k = 0; k < this.#openCount; k++) levels[Math.min(LEVELS - 1, bounds[open[k]!]! >> LEVEL_BITS)]! += 1;
    let level = LEVELS - 1;
    for (let count = levels[level]!; level > 0 && count < this.#best.size; count += levels[level]!) level--;
    return level << LEVEL_BITS;
  }

  /** Looks at the mentors with a bound from `low` to before `high`, in the mentee's own order of equals. */
  #visit(low: number, high: number, isFirst: boolean): void {
    const [bounds, open, needOfMentor] = [this.#bounds, this.#open, this.#needOfMentor];
    const count = this.#openCount;
    const first = firstFrom(open, count, this.#start);
    for (let k = first; k < first + count; k++) {
      const place = open[k < count ? k : k - count]!;
      const bound = bounds[place]!;
      if (bound < low || bound >= high || (bound < this.#need && bound < needOfMentor[place]!)) continue;
      this.#consider(place, bound, isFirst);
    }
  }

  #consider(place: number, roughly: number, isFirst: boolean): void {
    const { mentorAt, menteeAt } = this.#order;
    const steps = stepsAfter(this.#start, place, mentorAt.length);
    const stepsOfMentor = stepsAfter(this.#startOfMentor[place]!, this.#place, menteeAt.length);
    if (!this.#canBeKept(roughly, place, steps, stepsOfMentor)) return;
    const mentor = mentorAt[place]!;
    for (const keeps of this.#sieves.asked) if (!keeps(this.#mentee, mentor)) return;
    let bound = roughly;
    for (const { rule, full, most } of this.#measured) {
      bound += Math.ceil(full * rule.degree(this.#mentee, mentor) + 1e-3) - most;
      if (bound < this.#need && bound < this.#needOfMentor[place]!) return;
    }
    if (bound !== roughly && !this.#canBeKept(bound, place, steps, stepsOfMentor)) return;

    const weight = this.#weigh(mentor);
    this.#best.offer(0, keyOf(weight, steps));
    // In the first visit all who come later are also later among equals.
    this.#need = needFor(this.#best.least(0)) + (isFirst && this.#best.least(0) >= 0 ? FINE : 0);
    if (this.bestOfMentors.size === 0) return;
    this.bestOfMentors.offer(place, keyOf(weight, stepsOfMentor));
    this.#needOfMentor[place] = needFor(this.bestOfMentors.least(place));
  }

  #canBeKept(bound: number, place: number, steps: number, stepsOfMentor: number): boolean {
    const most = Math.min(FULL_WEIGHT, Math.floor(bound / FINE + 0.5));
    return keyOf(most, steps) > this.#best.least(0) || keyOf(most, stepsOfMentor) > this.bestOfMentors.least(place);
  }

  /** The weight as `scorePairs` computes it, to the bit: the same sum in the same order. */
  #weigh(mentor: number): number {
    if (this.#possible === 0) return this.#neutral;
    let earned = 0;
    for (const rule of this.#counting) earned += rule.weight * rule.degree(this.#mentee, mentor);
    // A whole number also where answers were infinite, as in the rows of `scorePairs`.
    return wholeWeight(earned, this.#possible) | 0;
  }
}

/** The bound below which no weight reaches that of a key, after rounding. */
function needFor(key: number): number {
  return key < 0 ? 0 : weightOfKey(key) * FINE - FINE / 2;
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
