import type { MatchingState } from "./matching-state.ts";

/**
 * Augmenting paths along tight pairs (profit + price = weight), as many shortest ones at once as do not touch each other: first
 * each mentor's distance in steps, breadth first, then paths that come one step nearer with each step, depth first (Hopcroft and
 * Karp 1973; Dinitz 1970). A pass looks at each candidate pair at most twice.
 */
export class MenteePaths {
  readonly #state: MatchingState;
  /** Whether someone without profit may lose her place to a mentee who gains: then nothing is lost in total. */
  readonly #mayLeave: boolean;
  readonly #pulse: (work: number) => void;
  /** Steps from the nearest source to each mentor in this pass; 0 where she was not reached, or leads nowhere any more. */
  readonly #level: Int32Array;
  readonly #queue: Int32Array;
  readonly #cursor: Int32Array;
  readonly #nextHolder: Int32Array;
  readonly #path: Int32Array;
  readonly #via: Int32Array;

  constructor(state: MatchingState, mayLeave: boolean, pulse: (work: number) => void) {
    const { menteeCount, mentorCount } = state.market;
    this.#state = state;
    this.#mayLeave = mayLeave;
    this.#pulse = pulse;
    this.#level = new Int32Array(mentorCount);
    this.#queue = new Int32Array(mentorCount);
    this.#cursor = new Int32Array(menteeCount);
    this.#nextHolder = new Int32Array(mentorCount);
    this.#path = new Int32Array(mentorCount + 1);
    this.#via = new Int32Array(mentorCount + 1);
  }

  /** One pass over unmatched mentees; returns how many of them were placed. */
  augment(mentees: Int32Array): number {
    if (!this.#reachRoom(mentees)) return 0;
    let found = 0;
    for (const mentee of mentees) if (this.#augmentFrom(mentee)) found++;
    return found;
  }

  /** Sets the levels; false if there is room nowhere. */
  #reachRoom(mentees: Int32Array): boolean {
    const { base, taken, holders } = this.#state;
    const queue = this.#queue;
    this.#level.fill(0);
    let reached = 0;
    for (const mentee of mentees) reached = this.#spread(mentee, 1, reached);
    // Stryker disable next-line BooleanLiteral: speed (without room no path is found either)
    let hasRoom = false;
    for (let head = 0; head < reached; head++) {
      const mentor = queue[head]!;
      if (this.#state.hasRoom(mentor) || this.#leaver(mentor) >= 0) hasRoom = true;
      else {
        for (let slot = base[mentor]!; slot < base[mentor]! + taken[mentor]!; slot++) {
          reached = this.#spread(holders[slot]!, this.#level[mentor]! + 1, reached);
        }
      }
    }
    return hasRoom;
  }

  #spread(mentee: number, level: number, reached: number): number {
    const { market, price, profit, lowestPrice } = this.#state;
    const { ptr, data, stride, shift, mask } = market.rows;
    const needed = profit[mentee]!;
    const begin = stride * ptr[mentee]!;
    const end = stride * ptr[mentee + 1]!;
    let k = begin;
    for (; k < end; k += stride) {
      const weight = data[k]! >>> shift;
      // From here on the weights are below what is needed at any price.
      if (weight < needed + lowestPrice) break;
      const mentor = data[k + stride - 1]! & mask;
      if (this.#level[mentor] !== 0 || needed + price[mentor]! !== weight) continue;
      this.#level[mentor] = level;
      this.#nextHolder[mentor] = this.#state.base[mentor]!;
      this.#queue[reached++] = mentor;
    }
    this.#pulse(k - begin + 1);
    return reached;
  }

  #augmentFrom(source: number): boolean {
    const { base, taken, holders } = this.#state;
    let depth = 0;
    let mentor = this.#enter(0, source);
    for (;;) {
      if (mentor < 0) {
        if (depth === 0) return false;
        mentor = this.#via[--depth]!;
      } else {
        this.#via[depth] = mentor;
        if (this.#state.hasRoom(mentor) || this.#makesRoom(mentor)) {
          this.#shift(depth);
          return true;
        }
      }
      const slot = this.#nextHolder[mentor]!;
      if (slot < base[mentor]! + taken[mentor]!) {
        this.#nextHolder[mentor] = slot + 1;
        mentor = this.#enter(++depth, holders[slot]!);
      } else {
        // Nobody with her can go on: no path through her any more.
        this.#level[mentor] = 0;
        mentor = this.#nextTight(this.#path[depth]!, depth);
      }
    }
  }

  #enter(depth: number, mentee: number): number {
    this.#path[depth] = mentee;
    this.#cursor[mentee] = this.#state.market.rows.ptr[mentee]!;
    return this.#nextTight(mentee, depth);
  }

  /** The next tight mentor of this mentee who is one step further on and may still lead somewhere, or -1. */
  #nextTight(mentee: number, depth: number): number {
    const { market, price, profit, lowestPrice } = this.#state;
    const { ptr, data, stride, shift, mask } = market.rows;
    const needed = profit[mentee]!;
    const end = ptr[mentee + 1]!;
    const begin = this.#cursor[mentee]!;
    for (let e = begin; e < end; e++) {
      const weight = data[stride * e]! >>> shift;
      if (weight < needed + lowestPrice) break;
      const mentor = data[stride * (e + 1) - 1]! & mask;
      if (this.#level[mentor] !== depth + 1 || needed + price[mentor]! !== weight) continue;
      this.#cursor[mentee] = e + 1;
      this.#pulse(e + 1 - begin);
      return mentor;
    }
    this.#cursor[mentee] = end;
    this.#pulse(end - begin);
    return -1;
  }

  /** A holder who has nothing from her place and may leave it, or -1. */
  #leaver(mentor: number): number {
    if (!this.#mayLeave) return -1;
    const { base, taken, holders, profit, outside } = this.#state;
    for (let slot = base[mentor]!; slot < base[mentor]! + taken[mentor]!; slot++) {
      if (profit[holders[slot]!] === outside) return holders[slot]!;
    }
    return -1;
  }

  #makesRoom(mentor: number): boolean {
    const leaver = this.#leaver(mentor);
    if (leaver >= 0) this.#state.release(leaver);
    return leaver >= 0;
  }

  /** Everyone on the path moves one on, beginning at the end, where there is room. */
  #shift(depth: number): void {
    for (let d = depth; d >= 0; d--) {
      const mentee = this.#path[d]!;
      if (d > 0) {
        this.#state.release(mentee);
        // Another holder has come into the place from which this one was looked at.
        this.#nextHolder[this.#via[d - 1]!]! -= 1;
      }
      this.#state.place(mentee, this.#via[d]!);
    }
  }
}
