import type { MatchingState } from "./matching-state.ts";

/**
 * Augmenting paths along tight pairs (profit + price = weight), found depth first. In one pass no mentor is visited twice, so a
 * pass looks at each candidate pair at most once.
 */
export class MenteePaths {
  readonly #state: MatchingState;
  /** Whether someone without profit may lose her place to a mentee who gains: then nothing is lost in total. */
  readonly #mayLeave: boolean;
  readonly #pulse: (work: number) => void;
  readonly #visited: Int32Array;
  readonly #cursor: Int32Array;
  readonly #nextHolder: Int32Array;
  readonly #path: Int32Array;
  readonly #via: Int32Array;
  #pass = 0;

  constructor(state: MatchingState, mayLeave: boolean, pulse: (work: number) => void) {
    this.#state = state;
    this.#mayLeave = mayLeave;
    this.#pulse = pulse;
    this.#visited = new Int32Array(state.market.mentorCount);
    this.#cursor = new Int32Array(state.market.menteeCount);
    this.#nextHolder = new Int32Array(state.market.mentorCount);
    this.#path = new Int32Array(state.market.mentorCount + 1);
    this.#via = new Int32Array(state.market.mentorCount + 1);
  }

  /** One pass over unmatched mentees; returns how many of them were placed. */
  augment(mentees: Int32Array): number {
    this.#pass++;
    let found = 0;
    for (const mentee of mentees) if (this.#augmentFrom(mentee)) found++;
    return found;
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
        this.#nextHolder[mentor] = base[mentor]!;
        if (this.#state.hasFreePlace(mentor) || this.#makesRoom(mentor)) {
          this.#shift(depth);
          return true;
        }
      }
      const slot = this.#nextHolder[mentor]!;
      if (slot < base[mentor]! + taken[mentor]!) {
        this.#nextHolder[mentor] = slot + 1;
        mentor = this.#enter(++depth, holders[slot]!);
      } else mentor = this.#nextTight(this.#path[depth]!);
    }
  }

  #enter(depth: number, mentee: number): number {
    this.#path[depth] = mentee;
    this.#cursor[mentee] = this.#state.market.rows.ptr[mentee]!;
    return this.#nextTight(mentee);
  }

  /** The next tight mentor of this mentee whom no one has visited in this pass, or -1. */
  #nextTight(mentee: number): number {
    const { market, price, profit } = this.#state;
    const { ptr, data, stride, shift, mask } = market.rows;
    const needed = profit[mentee]!;
    const end = ptr[mentee + 1]!;
    const begin = this.#cursor[mentee]!;
    for (let e = begin; e < end; e++) {
      const w = data[stride * e]! >>> shift;
      // Prices are not negative, and from here on the weights are below what is needed.
      if (w < needed) break;
      const mentor = data[stride * (e + 1) - 1]! & mask;
      if (needed + price[mentor]! !== w || this.#visited[mentor] === this.#pass) continue;
      this.#visited[mentor] = this.#pass;
      this.#cursor[mentee] = e + 1;
      this.#pulse(e + 1 - begin);
      return mentor;
    }
    this.#cursor[mentee] = end;
    this.#pulse(end - begin);
    return -1;
  }

  /** Releases a holder who has nothing from her place. */
  #makesRoom(mentor: number): boolean {
    if (!this.#mayLeave) return false;
    const { base, taken, holders, profit, outside } = this.#state;
    for (let slot = base[mentor]!; slot < base[mentor]! + taken[mentor]!; slot++) {
      if (profit[holders[slot]!] !== outside) continue;
      this.#state.release(holders[slot]!);
      return true;
    }
    return false;
  }

  /** Everyone on the path moves one on, beginning at the end, where there is room. */
  #shift(depth: number): void {
    for (let d = depth; d >= 0; d--) {
      const mentee = this.#path[d]!;
      if (d > 0) this.#state.release(mentee);
      this.#state.place(mentee, this.#via[d]!);
    }
  }
}

/** The same from the other side: a mentor with a free place and a price draws a mentee from a mentor who has none to lose by it. */
export class MentorPaths {
  readonly #state: MatchingState;
  readonly #pulse: (work: number) => void;
  readonly #visited: Int32Array;
  readonly #cursor: Int32Array;
  readonly #path: Int32Array;
  readonly #via: Int32Array;
  #pass = 0;

  constructor(state: MatchingState, pulse: (work: number) => void) {
    this.#state = state;
    this.#pulse = pulse;
    this.#visited = new Int32Array(state.market.mentorCount);
    this.#cursor = new Int32Array(state.market.mentorCount);
    this.#path = new Int32Array(state.market.mentorCount + 1);
    this.#via = new Int32Array(state.market.mentorCount + 1);
  }

  /** One pass over mentors with a free place and a price; returns how many places were filled. */
  augment(mentors: Int32Array): number {
    this.#pass++;
    let found = 0;
    for (const mentor of mentors) if (this.#visited[mentor] !== this.#pass && this.#augmentFrom(mentor)) found++;
    return found;
  }

  #augmentFrom(source: number): boolean {
    const { mentorOf, price } = this.#state;
    let depth = 0;
    this.#enter(0, source);
    for (;;) {
      const mentee = this.#nextTight(this.#path[depth]!);
      if (mentee < 0) {
        if (depth-- === 0) return false;
        continue;
      }
      this.#via[depth] = mentee;
      const from = mentorOf[mentee]!;
      if (from < 0 || price[from] === 0) {
        this.#shift(depth);
        return true;
      }
      this.#enter(++depth, from);
    }
  }

  #enter(depth: number, mentor: number): void {
    this.#path[depth] = mentor;
    this.#visited[mentor] = this.#pass;
    const columns = this.#state.columns();
    columns.isSorted(mentor);
    this.#cursor[mentor] = columns.lists.ptr[mentor]!;
  }

  #nextTight(mentor: number): number {
    const { mentorOf, price, profit, outside } = this.#state;
    const { ptr, data, stride, shift, mask } = this.#state.columns().lists;
    const asked = price[mentor]!;
    const end = ptr[mentor + 1]!;
    const begin = this.#cursor[mentor]!;
    for (let e = begin; e < end; e++) {
      const w = data[stride * e]! >>> shift;
      if (w < asked + outside) continue;
      const mentee = data[stride * (e + 1) - 1]! & mask;
      if (profit[mentee]! + asked !== w) continue;
      const from = mentorOf[mentee]!;
      if (from >= 0 && this.#visited[from] === this.#pass) continue;
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
