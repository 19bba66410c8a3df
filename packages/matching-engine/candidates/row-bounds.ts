import type { BoundMust } from "../scoring/must.ts";
import type { Scoring } from "../scoring/rules.ts";
import { FULL_WEIGHT, neutralWeight, possibleFor, wholeWeight } from "../scoring/score.ts";
import { bindMust } from "../scoring/must.ts";
import { bindShould, type BoundShould } from "../scoring/should.ts";
import { type Bounder, FINE, makeBounder } from "./bounds.ts";
import { allBits, type Bits } from "./mentor-index.ts";
import { makeSieves } from "./sieves.ts";

/** The bound of a mentor who is refused: so low that no rule lifts it to 0. */
const REFUSED = -(2 ** 30);
/** A rule is answered from its index where that takes no more additions than so many for each mentor; more for one that decides most. */
const CHEAP = 1.5;
const WORTHWHILE = 8;
// Stryker disable next-line ArithmeticOperator: speed (which rules are answered from their index)
const DECISIVE = 0.3 * FULL_WEIGHT * FINE;

/** A rule that counts for the mentee at hand: what a degree of 1 gives, and what it gives to nobody more than. */
type Counting = { readonly rule: BoundShould; readonly bounder: Bounder; readonly full: number; readonly most: number };

/**
 * Bounds of what one mentee after the other weighs with each mentor. Must rules first refuse mentors by bits; rules that an index
 * answers give the bound nearly exactly; dear ones add what they could give at most, until a pair is measured.
 */
export class RowBounds {
  /** By place: the most that a mentor can weigh with the mentee at hand, in parts of `FINE`; negative for who is refused. */
  readonly bounds: Int32Array;
  /** The places of the mentors who are allowed, rising, as far as `count` (but for rules that are asked pair by pair). */
  readonly open: Int32Array;
  count = 0;
  readonly #mentorAt: Int32Array;
  readonly #should: readonly BoundShould[];
  readonly #bounders: readonly Bounder[];
  readonly #sieves: ReturnType<typeof makeSieves>["sieves"];
  readonly #asked: readonly BoundMust["keeps"][];
  readonly #neutral: number;
  readonly #everyone: Bits;
  readonly #allowed: Bits;
  #mentee = 0;
  #counting: BoundShould[] = [];
  #measured: Counting[] = [];
  #possible = 0;

  constructor(scoring: Scoring, mentorAt: Int32Array) {
    this.#mentorAt = mentorAt;
    this.#should = bindShould(scoring);
    this.#bounders = scoring.should.map((rule, index) => makeBounder(rule, scoring, mentorAt, { list: "should", index }));
    const { sieves, asked } = makeSieves(scoring, bindMust(scoring), mentorAt);
    this.#sieves = sieves;
    this.#asked = asked;
    this.#neutral = neutralWeight(scoring);
    this.#everyone = allBits(mentorAt.length);
    this.#allowed = this.#everyone.slice();
    this.bounds = new Int32Array(mentorAt.length);
    this.open = new Int32Array(mentorAt.length);
  }

  /** Turns to a mentee: fills `bounds` and `open`. */
  turnTo(mentee: number): void {
    this.#mentee = mentee;
    this.#allowed.set(this.#everyone);
    for (const sieve of this.#sieves) sieve(mentee, this.#allowed);
    this.#counting = this.#should.filter((rule) => rule.counts(mentee));
    this.#possible = possibleFor(this.#counting);
    this.#measured = [];
    const indexed: Counting[] = [];
    let base = this.#possible > 0 ? 0 : this.#neutral * FINE;
    this.#should.forEach((rule, k) => {
      if (!rule.counts(mentee) || this.#possible === 0) return;
      const full = (FULL_WEIGHT * FINE * rule.weight) / this.#possible;
      const bounder = this.#bounders[k]!;
      const most = bounder.most(mentee, full);
      // Stryker disable next-line ConditionalExpression: speed (a rule that gives nobody anything need not be asked)
      if (most === 0) return;
      // Stryker disable next-line ArithmeticOperator,ConditionalExpression,EqualityOperator: speed (both ways bound the same weight)
      const isIndexed = bounder.cost(mentee) <= this.bounds.length * (most > DECISIVE ? WORTHWHILE : CHEAP);
      (isIndexed ? indexed : this.#measured).push({ rule, bounder, full, most });
    });
    // Stryker disable next-line ArithmeticOperator,ArrowFunction,CallExpression,MethodExpression: speed (what decides most is measured first)
    this.#measured.sort((a, b) => b.most - a.most);
    for (const { most } of this.#measured) base += most;
    this.#allow(base);
    for (const { bounder, full } of indexed) bounder.add(mentee, full, this.bounds);
  }

  /** Lists who is allowed, with `base` as the bound of each. */
  #allow(base: number): void {
    const { bounds, open } = this;
    const allowed = this.#allowed;
    bounds.fill(REFUSED);
    let count = 0;
    for (let w = 0; w < allowed.length; w++) {
      for (let word = allowed[w]!; word !== 0; word &= word - 1) {
        const place = 32 * w + 31 - Math.clz32(word & -word);
        open[count++] = place;
        bounds[place] = base;
      }
    }
    this.count = count;
  }

  /** Whether the rules that are asked pair by pair keep a mentor, too. */
  keeps(place: number): boolean {
    for (const keeps of this.#asked) if (!keeps(this.#mentee, this.#mentorAt[place]!)) return false;
    return true;
  }

  /** The bound of a mentor with the dear rules measured, one after the other as long as it reaches `need`. */
  measured(place: number, need: number): number {
    let bound = this.bounds[place]!;
    for (const { rule, full, most } of this.#measured) {
      bound += Math.ceil(full * rule.degree(this.#mentee, this.#mentorAt[place]!) + 1e-3) - most;
      // Stryker disable next-line ConditionalExpression,EqualityOperator: speed (the rest would only lower it further)
      if (bound < need) return bound;
    }
    return bound;
  }

  /** The weight as `scorePairs` computes it, to the bit: the same sum in the same order. */
  weigh(place: number): number {
    if (this.#possible === 0) return this.#neutral;
    let earned = 0;
    for (const rule of this.#counting) earned += rule.weight * rule.degree(this.#mentee, this.#mentorAt[place]!);
    // A whole number also where answers were infinite, as in the rows of `scorePairs`.
    return wholeWeight(earned, this.#possible) | 0;
  }
}

/** What a bound must reach so that the pair could weigh so much, after rounding. */
export function needFor(weight: number): number {
  return weight * FINE - FINE / 2;
}
