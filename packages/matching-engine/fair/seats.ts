import type { Market } from "../market/market.ts";

/** Who holds which place, in the making. The mentees of mentor j are `holders[base[j] .. base[j] + taken[j])`. */
export class Seats {
  readonly mentorOf: Int32Array;
  readonly base: Int32Array;
  readonly holders: Int32Array;
  readonly taken: Int32Array;
  readonly #capacity: Int32Array;
  readonly #slot: Int32Array;

  constructor({ menteeCount, mentorCount, capacity }: Market) {
    this.mentorOf = new Int32Array(menteeCount).fill(-1);
    this.base = new Int32Array(mentorCount + 1);
    for (let j = 0; j < mentorCount; j++) this.base[j + 1] = this.base[j]! + capacity[j]!;
    this.holders = new Int32Array(this.base[mentorCount]!);
    this.taken = new Int32Array(mentorCount);
    this.#capacity = capacity;
    this.#slot = new Int32Array(menteeCount);
  }

  isFree(mentor: number): boolean {
    return this.taken[mentor]! < this.#capacity[mentor]!;
  }

  place(mentee: number, mentor: number): void {
    const slot = this.base[mentor]! + this.taken[mentor]!;
    this.holders[slot] = mentee;
    this.#slot[mentee] = slot;
    this.taken[mentor]! += 1;
    this.mentorOf[mentee] = mentor;
  }

  release(mentee: number): void {
    const mentor = this.mentorOf[mentee]!;
    this.taken[mentor]! -= 1;
    const last = this.holders[this.base[mentor]! + this.taken[mentor]!]!;
    this.holders[this.#slot[mentee]!] = last;
    this.#slot[last] = this.#slot[mentee]!;
    this.mentorOf[mentee] = -1;
  }

  clear(): void {
    this.mentorOf.fill(-1);
    this.taken.fill(0);
  }
}
