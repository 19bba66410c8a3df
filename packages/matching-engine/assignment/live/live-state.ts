import type { Market } from "../../market/market.ts";
import type { MatchingResult } from "../maximum-weight.ts";
import { GrowingLists } from "./growing-lists.ts";

/**
 * A best matching that changes, with its prices, in the market's own numbers. Pinned mentees and their places are outside of it:
 * they stand in `rows`, but not in `columns`, `holders`, `places`.
 */
export class LiveState {
  readonly mentorCount: number;
  /** What being unmatched is worth: 0, or minus the bonus of each pair. */
  readonly outside: number;
  /** The candidates of each mentee, and the unpinned mentees who have each mentor as a candidate. */
  readonly rows: GrowingLists;
  readonly columns: GrowingLists;
  readonly capacity: number[];
  readonly least: number[];
  readonly pinnedWith: number[];
  readonly price: number[];
  readonly holders: number[][];
  /** Weight minus price, so that it is above `outside` for who gains by her place. */
  readonly profit: number[] = [];
  /** The mentor of each unpinned mentee, the mentor of each pinned one; -1 for nobody. */
  readonly mentorOf: number[] = [];
  readonly pinnedTo: number[] = [];
  total: number;
  matched: number;

  constructor(market: Market, result: MatchingResult) {
    const { menteeCount, mentorCount, ptr, col, weight, locked } = market;
    this.mentorCount = mentorCount;
    this.outside = -result.bonus;
    this.capacity = [...market.capacity];
    this.least = market.least ? [...market.least] : this.capacity.map(() => 0);
    this.pinnedWith = this.capacity.map(() => 0);
    this.price = [...result.prices];
    this.holders = this.capacity.map(() => []);
    this.total = result.total;
    this.matched = result.matched;
    const lengths = new Int32Array(menteeCount);
    const degrees = new Int32Array(mentorCount);
    // Stryker disable next-line ConditionalExpression,EqualityOperator: speed (lists that begin with room need not be moved)
    for (let i = 0; i < menteeCount; i++) {
      lengths[i] = ptr[i + 1]! - ptr[i]!;
      // Stryker disable next-line ArithmeticOperator,AssignmentOperator,ConditionalExpression,EqualityOperator: speed (the same)
      if (locked[i]! < 0) for (let e = ptr[i]!; e < ptr[i + 1]!; e++) degrees[col[e]!]! += 1;
    }
    this.rows = new GrowingLists(lengths);
    this.columns = new GrowingLists(degrees);
    for (let i = 0; i < menteeCount; i++) {
      for (let e = ptr[i]!; e < ptr[i + 1]!; e++) {
        this.rows.add(i, weight[e]!, col[e]!);
        if (locked[i]! < 0) this.columns.add(col[e]!, weight[e]!, i);
      }
      const mentor = result.assignment[i]!;
      this.pinnedTo.push(locked[i]!);
      this.profit.push(result.profits[i]! - result.bonus);
      this.mentorOf.push(locked[i]! < 0 ? mentor : -1);
      if (locked[i]! >= 0) this.pinnedWith[mentor]! += 1;
      else if (mentor >= 0) this.holders[mentor]!.push(i);
    }
  }

  get menteeCount(): number {
    return this.profit.length;
  }

  /** Places that are not pinned. */
  places(mentor: number): number {
    return this.capacity[mentor]! - this.pinnedWith[mentor]!;
  }

  /** How many unpinned mentees a mentor must have. */
  needed(mentor: number): number {
    return Math.max(0, this.least[mentor]! - this.pinnedWith[mentor]!);
  }

  taken(mentor: number): number {
    return this.holders[mentor]!.length;
  }

  hasFreePlace(mentor: number): boolean {
    return this.taken(mentor) < this.places(mentor);
  }

  /** Whether a mentor asks a price for a free place, or has fewer mentees than she must have. */
  lacks(mentor: number): boolean {
    return this.taken(mentor) < this.needed(mentor) || (this.price[mentor]! > 0 && this.hasFreePlace(mentor));
  }

  /** The largest value of any place to a mentee at these prices, at least that of having none. */
  bestOf(mentee: number): number {
    const { data, begin, length } = this.rows;
    let best = this.outside;
    for (let k = 2 * begin[mentee]!, end = k + 2 * length[mentee]!; k < end; k += 2) {
      const mentor = data[k + 1]!;
      if (this.places(mentor) > 0) best = Math.max(best, data[k]! - this.price[mentor]!);
    }
    return best;
  }

  place(mentee: number, mentor: number): void {
    this.holders[mentor]!.push(mentee);
    this.mentorOf[mentee] = mentor;
    this.total += this.rows.weightOf(mentee, mentor);
    this.matched++;
  }

  release(mentee: number): void {
    const mentor = this.mentorOf[mentee]!;
    const there = this.holders[mentor]!;
    there[there.indexOf(mentee)] = there.at(-1)!;
    there.pop();
    this.mentorOf[mentee] = -1;
    this.total -= this.rows.weightOf(mentee, mentor);
    this.matched--;
  }

  /** Shows a mentee to her candidates, or hides her from them. */
  show(mentee: number): void {
    const { data, begin, length } = this.rows;
    for (let k = 2 * begin[mentee]!, end = k + 2 * length[mentee]!; k < end; k += 2) this.columns.add(data[k + 1]!, data[k]!, mentee);
  }

  hide(mentee: number): void {
    const { data, begin, length } = this.rows;
    for (let k = 2 * begin[mentee]!, end = k + 2 * length[mentee]!; k < end; k += 2) this.columns.remove(data[k + 1]!, mentee);
  }

  /** The lowest price at which nobody gains by a place with this mentor: for one whose first place opens. */
  priceOfFirstPlace(mentor: number): number {
    const { data, begin, length } = this.columns;
    let price = 0;
    for (let k = 2 * begin[mentor]!, end = k + 2 * length[mentor]!; k < end; k += 2) {
      price = Math.max(price, data[k]! - this.profit[data[k + 1]!]!);
    }
    return price;
  }
}
