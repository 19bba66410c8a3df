import { DistanceQueue } from "../distance-queue.ts";
import type { LiveState } from "./live-state.ts";

/**
 * Mends one fault of a matching that is the best but for it, by one shortest augmenting path (Dijkstra's algorithm on what each
 * pair falls short of being tight; Tomizawa 1971, Edmonds and Karp 1972). Prices and profits change only where the search came by,
 * by so much that the path becomes tight, and the matching is the best again.
 */
export class ShortestPaths {
  readonly #state: LiveState;
  readonly #queue: DistanceQueue;
  /** The mentee by whom a mentor was reached, and in `fill` the mentor to whom that mentee would go. */
  readonly #mover: Int32Array;
  readonly #toward: Int32Array;

  constructor(state: LiveState) {
    this.#state = state;
    this.#queue = new DistanceQueue(state.mentorCount);
    this.#mover = new Int32Array(state.mentorCount);
    this.#toward = new Int32Array(state.mentorCount);
  }

  /**
   * Finds a place for a mentee who has none: at the end of a chain of moves there is a free place, or somebody who leaves because
   * the others gain more. That can be she herself.
   */
  seat(source: number): void {
    const state = this.#state;
    const { price, profit, holders, outside } = state;
    const queue = this.#queue;
    const reached: number[] = [];
    let end = Infinity;
    let leaver = -1;
    let room = -1;
    queue.clear();

    const reach = (mentee: number, distance: number): void => {
      const own = profit[mentee]!;
      if (distance + own - outside < end) {
        end = distance + own - outside;
        [leaver, room] = [mentee, -1];
      }
      const { data, begin, length } = state.rows;
      for (let k = 2 * begin[mentee]!, last = k + 2 * length[mentee]!; k < last; k += 2) {
        const mentor = data[k + 1]!;
        const d = distance + own + price[mentor]! - data[k]!;
        if (d < end && state.places(mentor) > 0 && queue.reach(mentor, d)) this.#mover[mentor] = mentee;
      }
    };

    reach(source, 0);
    while (queue.nearest() < end) {
      const distance = queue.nearest();
      const mentor = queue.settle();
      reached.push(mentor);
      // A price below 0 has to rise to 0 before she can have one more.
      const there = distance + Math.max(0, -price[mentor]!);
      if (state.hasFreePlace(mentor) && there < end) {
        end = there;
        [leaver, room] = [-1, mentor];
      }
      for (const holder of holders[mentor]!) reach(holder, distance);
    }

    profit[source]! -= end;
    this.#raise(reached, end);
    let mentor = room;
    if (leaver >= 0) {
      mentor = state.mentorOf[leaver]!;
      if (mentor >= 0) state.release(leaver);
    }
    while (mentor >= 0) {
      const mentee = this.#mover[mentor]!;
      const before = state.mentorOf[mentee]!;
      if (before >= 0) state.release(mentee);
      state.place(mentee, mentor);
      mentor = before;
    }
  }

  /**
   * Finds mentees for a mentor who asks a price although she has a free place, or must have more mentees: at the end of a chain
   * there is somebody without a place, or a mentor who can spare one because her price has fallen to nothing.
   * @returns the mentors among whom there are too few mentees, if that is why it cannot be done; then nothing has changed
   */
  fill(source: number): readonly number[] | null {
    while (this.#state.lacks(source)) {
      const blocked = this.#draw(source);
      if (blocked) return blocked;
    }
    return null;
  }

  #draw(source: number): readonly number[] | null {
    const state = this.#state;
    const { price, profit, mentorOf } = state;
    const { data, begin, length } = state.columns;
    const queue = this.#queue;
    const reached: number[] = [];
    let end = Infinity;
    let giver = -1;
    let newcomer = -1;
    queue.clear();
    queue.reach(source, 0);
    while (queue.nearest() < end) {
      const distance = queue.nearest();
      const mentor = queue.settle();
      reached.push(mentor);
      const asked = price[mentor]!;
      const spare = state.taken(mentor) - state.needed(mentor);
      if ((mentor === source ? spare >= 0 : spare > 0) && distance + asked < end) {
        end = distance + asked;
        [giver, newcomer] = [mentor, -1];
      }
      for (let k = 2 * begin[mentor]!, last = k + 2 * length[mentor]!; k < last; k += 2) {
        const mentee = data[k + 1]!;
        const from = mentorOf[mentee]!;
        const d = distance + profit[mentee]! + asked - data[k]!;
        if (d >= end) continue;
        if (from < 0) {
          end = d;
          [giver, newcomer] = [mentor, mentee];
        } else if (queue.reach(from, d)) {
          this.#mover[from] = mentee;
          this.#toward[from] = mentor;
        }
      }
    }
    if (end === Infinity) return reached;

    this.#raise(reached, end, -1);
    if (newcomer >= 0) state.place(newcomer, giver);
    for (let mentor = giver; mentor !== source; mentor = this.#toward[mentor]!) {
      state.release(this.#mover[mentor]!);
      state.place(this.#mover[mentor]!, this.#toward[mentor]!);
    }
    return null;
  }

  /** Raises the prices where the search came by, so that all within `end` becomes tight; lowers them with a sign of -1. */
  #raise(reached: readonly number[], end: number, sign: 1 | -1 = 1): void {
    const { price, profit, holders } = this.#state;
    for (const mentor of reached) {
      const change = sign * (end - this.#queue.distance[mentor]!);
      price[mentor]! += change;
      for (const holder of holders[mentor]!) profit[holder]! -= change;
    }
  }
}
