import type { Canonical } from "../../market/canonical.ts";

/**
 * Who holds which place in an auction, and for which bid. The places of a mentor are alike, and her price is the least bid among
 * them; while one of them is free, the price is what it would go for.
 */
export class Bids {
  readonly market: Canonical;
  /** Prices, bids and worths are whole multiples of 2^-fineness: 32-bit integers are fast, and every sum is exact. */
  readonly fineness: number;
  readonly price: Int32Array;
  readonly mentorOf: Int32Array;
  /** What her pair is worth to each mentee who has one. */
  readonly worthOf: Int32Array;
  /** The bids for mentor j are `bid[base[j] .. base[j] + taken[j])`, a heap with the least on top; `owner` beside them. */
  readonly base: Int32Array;
  readonly taken: Int32Array;
  readonly bid: Int32Array;
  readonly owner: Int32Array;

  constructor(market: Canonical, fineness: number) {
    const { menteeCount, mentorCount, places } = market;
    this.market = market;
    this.fineness = fineness;
    this.price = new Int32Array(mentorCount);
    this.mentorOf = new Int32Array(menteeCount).fill(-1);
    this.worthOf = new Int32Array(menteeCount);
    this.base = new Int32Array(mentorCount + 1);
    for (let j = 0; j < mentorCount; j++) this.base[j + 1] = this.base[j]! + places[j]!;
    this.taken = new Int32Array(mentorCount);
    this.bid = new Int32Array(this.base[mentorCount]!);
    this.owner = new Int32Array(this.base[mentorCount]!);
  }

  hasFreePlace(mentor: number): boolean {
    return this.taken[mentor]! < this.market.places[mentor]!;
  }

  /** Gives a place to a mentee: a free one, or else that of the least bid. Returns who lost hers, or -1. */
  accept(mentor: number, mentee: number, worth: number, amount: number): number {
    const { base, bid, owner, taken } = this;
    const start = base[mentor]!;
    const places = this.market.places[mentor]!;
    let count = taken[mentor]!;
    let loser = -1;
    let at = 0;
    if (count < places) {
      taken[mentor] = ++count;
      at = count - 1;
      for (let above = (at - 1) >> 1; at > 0 && bid[start + above]! > amount; above = (at - 1) >> 1) {
        bid[start + at] = bid[start + above]!;
        owner[start + at] = owner[start + above]!;
        at = above;
      }
    } else {
      loser = owner[start]!;
      this.mentorOf[loser] = -1;
      at = this.#sink(start, count, amount);
    }
    bid[start + at] = amount;
    owner[start + at] = mentee;
    this.mentorOf[mentee] = mentor;
    this.worthOf[mentee] = worth;
    if (count === places) this.price[mentor] = bid[start]!;
    return loser;
  }

  /** Takes a mentee out of her place, which stays for sale at the price of her mentor. */
  withdraw(mentee: number): void {
    const { bid, owner } = this;
    const mentor = this.mentorOf[mentee]!;
    const start = this.base[mentor]!;
    const last = --this.taken[mentor]!;
    this.mentorOf[mentee] = -1;
    let at = start;
    while (owner[at] !== mentee) at++;
    // The bids under the gap move up, and the last bid goes where the movement ends: no higher than it was, so the heap stays one.
    const amount = bid[start + last]!;
    const who = owner[start + last]!;
    at -= start;
    for (let above = (at - 1) >> 1; at > 0 && bid[start + above]! > amount; above = (at - 1) >> 1) {
      bid[start + at] = bid[start + above]!;
      owner[start + at] = owner[start + above]!;
      at = above;
    }
    for (let below = 2 * at + 1; below < last; below = 2 * at + 1) {
      if (below + 1 < last && bid[start + below + 1]! < bid[start + below]!) below++;
      if (bid[start + below]! >= amount) break;
      bid[start + at] = bid[start + below]!;
      owner[start + at] = owner[start + below]!;
      at = below;
    }
    if (at < last) {
      bid[start + at] = amount;
      owner[start + at] = who;
    }
  }

  /** Moves smaller bids up from the top until `amount` fits; returns where. */
  #sink(start: number, count: number, amount: number): number {
    const { bid, owner } = this;
    let at = 0;
    for (let below = 1; below < count; below = 2 * at + 1) {
      if (below + 1 < count && bid[start + below + 1]! < bid[start + below]!) below++;
      if (bid[start + below]! >= amount) break;
      bid[start + at] = bid[start + below]!;
      owner[start + at] = owner[start + below]!;
      at = below;
    }
    return at;
  }
}
