import type { MatchingState } from "./matching-state.ts";

/** What `MenteePaths` does, from the other side: a mentor with a free place and a price draws a mentee from a mentor who loses nothing by it. */
export class MentorPaths {
  readonly #state: MatchingState;
  readonly #pulse: (work: number) => void;
  readonly #level: Int32Array;
  readonly #queue: Int32Array;
  readonly #cursor: Int32Array;
  readonly #path: Int32Array;
  readonly #via: Int32Array;

  constructor(state: MatchingState, pulse: (work: number) => void) {
    const { mentorCount } = state.market;
    this.#state = state;
    this.#pulse = pulse;
    this.#level = new Int32Array(mentorCount);
    this.#queue = new Int32Array(mentorCount);
    this.#cursor = new Int32Array(mentorCount);
    this.#path = new Int32Array(mentorCount + 1);
    this.#via = new Int32Array(mentorCount + 1);
  }

  /** One pass over mentors with a free place and a price; returns how many places were filled. */
  augment(mentors: Int32Array): number {
    if (!this.#reachGiver(mentors)) return 0;
    let found = 0;
    for (const mentor of mentors) {
      for (let missing = this.#missing(mentor); missing > 0 && this.#augmentFrom(mentor); missing--) found++;
    }
    return found;
  }

  /** How many mentees a mentor lacks: all places while she asks a price, else those whom she must have. */
  #missing(mentor: number): number {
    const { price, taken, market } = this.#state;
    return (price[mentor]! > 0 ? market.places[mentor]! : market.least[mentor]!) - taken[mentor]!;
  }

  /** Sets the levels; false if nobody can be had for nothing. */
  #reachGiver(mentors: Int32Array): boolean {
    const queue = this.#queue;
    const columns = this.#state.columns();
    this.#level.fill(0);
    let reached = 0;
    for (const mentor of mentors) {
      this.#level[mentor] = 1;
      queue[reached++] = mentor;
    }
    let hasGiver = false;
    for (let head = 0; head < reached; head++) {
      const mentor = queue[head]!;
      columns.isSorted(mentor);
      this.#cursor[mentor] = columns.lists.ptr[mentor]!;
      for (let mentee = this.#nextTight(mentor); mentee >= 0; mentee = this.#nextTight(mentor)) {
        const from = this.#state.mentorOf[mentee]!;
        if (this.#isGiver(from)) hasGiver = true;
        else if (this.#level[from] === 0) {
          this.#level[from] = this.#level[mentor]! + 1;
          queue[reached++] = from;
        }
      }
      this.#cursor[mentor] = columns.lists.ptr[mentor]!;
    }
    return hasGiver;
  }

  #augmentFrom(source: number): boolean {
    const { mentorOf } = this.#state;
    let depth = 0;
    this.#path[0] = source;
    for (;;) {
      const mentor = this.#path[depth]!;
      const mentee = this.#level[mentor] === depth + 1 ? this.#nextTight(mentor) : -1;
      if (mentee < 0) {
        // Nobody else can be drawn here: no path through her any more.
        this.#level[mentor] = 0;
        if (depth-- === 0) return false;
        continue;
      }
      const from = mentorOf[mentee]!;
      this.#via[depth] = mentee;
      if (this.#isGiver(from)) {
        this.#shift(depth);
        return true;
      }
      if (this.#level[from] === depth + 2) this.#path[++depth] = from;
    }
  }

  /** Whether a mentee can be had from there without loss: she is unmatched, or her place costs nothing and need not be filled. */
  #isGiver(mentor: number): boolean {
    return mentor < 0 || (this.#state.price[mentor] === 0 && this.#state.canSpare(mentor));
  }

  /** The next tight mentee of this mentor who is not with her, or -1. */
  #nextTight(mentor: number): number {
    const { mentorOf, price, profit, outside } = this.#state;
    const { ptr, data, stride, shift, mask } = this.#state.columns().lists;
    const asked = price[mentor]!;
    const end = ptr[mentor + 1]!;
    const begin = this.#cursor[mentor]!;
    for (let e = begin; e < end; e++) {
      const weight = data[stride * e]! >>> shift;
      // Stryker disable next-line ArithmeticOperator,ConditionalExpression,EqualityOperator: speed (no profit is below what being unmatched is worth)
      if (weight < asked + outside) continue;
      const mentee = data[stride * (e + 1) - 1]! & mask;
      if (profit[mentee]! + asked !== weight || mentorOf[mentee] === mentor) continue;
      this.#cursor[mentor] = e + 1;
      this.#pulse(e + 1 - begin);
      return mentee;
    }
    this.#cursor[mentor] = end;
    this.#pulse(end - begin);
    return -1;
  }

  /** Everyone moves one up, beginning at the source, who has a free place. */
  #shift(depth: number): void {
    for (let d = 0; d <= depth; d++) {
      const mentee = this.#via[d]!;
      if (this.#state.mentorOf[mentee]! >= 0) this.#state.release(mentee);
      this.#state.place(mentee, this.#path[d]!);
    }
  }
}
