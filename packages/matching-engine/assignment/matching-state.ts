import type { Canonical } from "../market/canonical.ts";
import { Columns } from "./columns.ts";

/** A matching in the making: who holds which place, and the prices. Only the solver changes it. */
export class MatchingState {
  readonly market: Canonical;
  /** What being unmatched is worth: 0, or minus the bonus that each pair gets. */
  readonly outside: number;
  readonly price: Float64Array;
  /** No price is lower. Below 0 only where mentors must have some mentees at the least. */
  lowestPrice = 0;
  readonly profit: Float64Array;
  /** The mentor of each mentee, or -1. */
  readonly mentorOf: Int32Array;
  /** The mentees of mentor j are `holders[base[j] .. base[j] + taken[j])`. */
  readonly base: Int32Array;
  readonly holders: Int32Array;
  readonly taken: Int32Array;
  readonly #slot: Int32Array;
  #columns: Columns | null = null;

  constructor(market: Canonical, outside: number) {
    this.market = market;
    this.outside = outside;
    this.price = new Float64Array(market.mentorCount);
    this.profit = new Float64Array(market.menteeCount).fill(outside);
    this.mentorOf = new Int32Array(market.menteeCount).fill(-1);
    this.base = new Int32Array(market.mentorCount + 1);
    for (let j = 0; j < market.mentorCount; j++) this.base[j + 1] = this.base[j]! + market.places[j]!;
    this.holders = new Int32Array(this.base[market.mentorCount]!);
    this.taken = new Int32Array(market.mentorCount);
    this.#slot = new Int32Array(market.menteeCount);
  }

  hasFreePlace(mentor: number): boolean {
    return this.taken[mentor]! < this.market.places[mentor]!;
  }

  /** Whether a mentee more can be with this mentor at no other loss than the price. */
  hasRoom(mentor: number): boolean {
    return this.hasFreePlace(mentor) && this.price[mentor]! >= 0;
  }

  /** Whether this mentor may have a mentee fewer. */
  canSpare(mentor: number): boolean {
    return this.taken[mentor]! > this.market.least[mentor]!;
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
    const count = this.taken[mentor]! - 1;
    const last = this.holders[this.base[mentor]! + count]!;
    this.holders[this.#slot[mentee]!] = last;
    this.#slot[last] = this.#slot[mentee]!;
    this.taken[mentor] = count;
    this.mentorOf[mentee] = -1;
  }

  /** The candidates seen from the mentors; made when first needed. */
  columns(): Columns {
    this.#columns ??= new Columns(this.market);
    return this.#columns;
  }
}
