import type { Bids } from "./bids.ts";

/** Told how many pairs were looked at; throws to stop. */
export type Pulse = (work: number) => void;

/** The bids of mentees: each goes for whom she likes best at the present prices, as far up as leaves her better off than with her second choice, and ε beyond. */
export class Forward {
  /** Mentees who have no place and would gain by one. */
  #waiting: Int32Array;
  #next: Int32Array;
  #count = 0;
  readonly #bids: Bids;
  readonly #kept: Int32Array;
  /** What the last look found: the best mentor (-1 where nothing is better than being unmatched), the worth of that pair, the value of the best, that of the second. */
  #best = -1;
  #bestWorth = 0;
  #first = 0;
  #second = 0;
  #work = 0;

  constructor(bids: Bids) {
    const { menteeCount } = bids.market;
    this.#bids = bids;
    this.#waiting = new Int32Array(menteeCount);
    for (let i = 0; i < menteeCount; i++) this.#waiting[i] = i;
    this.#count = menteeCount;
    this.#next = new Int32Array(menteeCount);
    this.#kept = new Int32Array(menteeCount);
  }

  /** Begins a round: lowers the prices by what they may have overshot, keeps the pairs that are still good enough, all others wait. */
  lowerPrices(before: number, epsilon: number, pulse: Pulse): void {
    const { price, mentorOf, worthOf, market, taken } = this.#bids;
    this.#count = 0;
    for (let j = 0; j < price.length; j++) price[j] = Math.max(0, price[j]! - before);
    // All look at the same prices first; accepting bids changes them.
    for (let i = 0; i < market.menteeCount; i++) {
      this.#look(i);
      const mentor = mentorOf[i]!;
      const first = this.#first;
      if (mentor >= 0 && worthOf[i]! - price[mentor]! >= first - epsilon) {
        const other = this.#best === mentor ? this.#second : first;
        this.#kept[i] = Math.max(price[mentor]!, worthOf[i]! - other + epsilon);
        continue;
      }
      mentorOf[i] = -1;
      if (this.#best >= 0) this.#waiting[this.#count++] = i;
    }
    this.#tell(pulse);
    taken.fill(0);
    for (let i = 0; i < market.menteeCount; i++) {
      if (mentorOf[i]! >= 0) this.#bids.accept(mentorOf[i]!, i, worthOf[i]!, this.#kept[i]!);
    }
  }

  /** Everyone bids in turn, in the order in which the lists lie in memory, until nobody who is left gains anything: best while many wait. */
  bidInTurn(epsilon: number, most: number, pulse: Pulse): number {
    let count = 0;
    while (this.#count > 0 && count < most) {
      const waiting = this.#waiting;
      const next = this.#next;
      let outbid = 0;
      for (let k = 0; k < this.#count; k++) {
        this.#look(waiting[k]!);
        const loser = this.#bid(waiting[k]!, epsilon);
        if (this.#best >= 0) count++;
        if (loser >= 0) next[outbid++] = loser;
      }
      this.#tell(pulse);
      this.#waiting = next;
      this.#next = waiting;
      this.#count = outbid;
    }
    return count;
  }

  /** The latest loser bids first: what is near in memory is often still near in the cache. */
  bidAtOnce(epsilon: number, most: number, pulse: Pulse): number {
    const waiting = this.#waiting;
    let count = 0;
    while (this.#count > 0 && count < most) {
      const mentee = waiting[--this.#count]!;
      this.#look(mentee);
      const loser = this.#bid(mentee, epsilon);
      if (this.#best >= 0) count++;
      if (loser >= 0) waiting[this.#count++] = loser;
      if (this.#work > WORK_PER_PULSE) this.#tell(pulse);
    }
    this.#tell(pulse);
    return count;
  }

  #tell(pulse: Pulse): void {
    pulse(this.#work);
    this.#work = 0;
  }

  /** Returns who lost her place by it, or -1. */
  #bid(mentee: number, epsilon: number): number {
    if (this.#best < 0) return -1;
    return this.#bids.accept(this.#best, mentee, this.#bestWorth, this.#bestWorth - this.#second + epsilon);
  }

  #look(mentee: number): void {
    const { market, price, fineness } = this.#bids;
    const { ptr, data, stride, shift, mask } = market.rows;
    const end = stride * ptr[mentee + 1]!;
    const other = stride - 1;
    let first = 0;
    let second = 0;
    let at = -1;
    let k = stride * ptr[mentee]!;
    for (; k < end; k += stride) {
      const worth = (data[k]! >>> shift) << fineness;
      // Prices are not negative and weights fall: nothing further on can be better.
      if (worth <= second) break;
      const value = worth - price[data[k + other]! & mask]!;
      if (value <= second) continue;
      if (value > first) {
        second = first;
        first = value;
        at = k;
      } else second = value;
    }
    this.#work += k - stride * ptr[mentee]! + 1;
    this.#best = at < 0 ? -1 : data[at + other]! & mask;
    this.#bestWorth = at < 0 ? 0 : (data[at]! >>> shift) << fineness;
    this.#first = first;
    this.#second = second;
  }
}

const WORK_PER_PULSE = 10_000;
