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
    for (const mentor of mentors) if (this.#augmentFrom(mentor)) found++;
    return found;
  }

  /** Sets the levels, up to the first on which someone can be had for nothing; false if there is none. */
  #reachGiver(mentors: Int32Array): boolean {
    const queue = this.#queue;
    this.#level.fill(0);
    let reached = 0;
    for (const mentor of mentors) {
      this.#level[mentor] = 1;
      queue[reached++] = mentor;
    }
    let hasGiver = false;
    for (let head = 0; head < reached && !hasGiver;) {
      const end = reached;
      for (; head < end; head++) {
        const mentor = queue[head]!;
        this.#begin(mentor);
        for (let mentee = this.#nextTight(mentor); mentee >= 0; mentee = this.#nextTight(mentor)) {
          const from = this.#state.mentorOf[mentee]!;
          if (this.#isGiver(from)) hasGiver = true;
          else if (this.#level[from] === 0) {
            this.#level[from] = this.#level[mentor]! + 1;
            queue[reached++] = from;
          }
        }
      }
    }
    return hasGiver;
  }

  #augmentFrom(source: number): boolean {
    const { mentorOf } = this.#state;
    let depth = 0;
    this.#enter(0, source);
    for (;;) {
      const mentee = this.#nextTight(this.#path[depth]!);
      if (mentee < 0) {
        if (depth-- === 0) return false;
        continue;
      }
      const from = mentorOf[mentee]!;
      this.#via[depth] = mentee;
      if (this.#isGiver(from)) {
        this.#shift(depth);
        return true;
      }
      if (this.#level[from] === depth + 2) this.#enter(++depth, from);
    }
  }

  /** Whether a mentee can be had from there without loss: she is unmatched, or her place costs nothing. */
  #isGiver(mentor: number): boolean {
    return mentor < 0 || this.#state.price[mentor] === 0;
  }

  #enter(depth: number, mentor: number): void {
    this.#path[depth] = mentor;
    this.#level[mentor] = 0;
    this.#begin(mentor);
  }

  #begin(mentor: number): void {
    const columns = this.#state.columns();
    columns.isSorted(mentor);
    this.#cursor[mentor] = columns.lists.ptr[mentor]!;
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
