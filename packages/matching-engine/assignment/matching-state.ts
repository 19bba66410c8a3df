import { type Canonical, sortRows } from "../market/canonical.ts";

/** A matching in the making: who holds which place, and the prices. Only the solver changes it. */
export class MatchingState {
  readonly market: Canonical;
  /** What being unmatched is worth: 0, or minus the bonus that each pair gets. */
  readonly outside: number;
  readonly price: Float64Array;
  readonly profit: Float64Array;
  /** The mentor of each mentee, or -1. */
  readonly mentorOf: Int32Array;
  /** The mentees of mentor j are `holders[base[j] .. base[j] + taken[j])`. */
  readonly base: Int32Array;
  readonly holders: Int32Array;
  readonly taken: Int32Array;
  readonly #slot: Int32Array;
  #columns: { ptr: Int32Array; row: Int32Array; weight: Int32Array } | null = null;

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

  /** The candidates seen from the mentors, sorted by falling weight; made when first needed. */
  columns(): { readonly ptr: Int32Array; readonly row: Int32Array; readonly weight: Int32Array } {
    if (this.#columns) return this.#columns;
    const { menteeCount, mentorCount, ptr, col, weight, maxWeight } = this.market;
    const made = { ptr: new Int32Array(mentorCount + 1), row: new Int32Array(col.length), weight: new Int32Array(col.length) };
    for (const j of col) made.ptr[j + 1]! += 1;
    for (let j = 0; j < mentorCount; j++) made.ptr[j + 1]! += made.ptr[j]!;
    const next = made.ptr.slice();
    for (let i = 0; i < menteeCount; i++) {
      for (let e = ptr[i]!; e < ptr[i + 1]!; e++) {
        const at = next[col[e]!]!++;
        made.row[at] = i;
        made.weight[at] = weight[e]!;
      }
    }
    sortRows({ ptr: made.ptr, col: made.row, weight: made.weight }, maxWeight, menteeCount);
    this.#columns = made;
    return made;
  }
}
