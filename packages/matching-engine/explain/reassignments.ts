import { DistanceQueue } from "../assignment/distance-queue.ts";
import type { Market } from "../market/market.ts";
import type { MatchingResult } from "../assignment/maximum-weight.ts";

/** One mentee going elsewhere; -1 stands for unmatched. */
export type Move = { readonly mentee: number; readonly from: number; readonly to: number };

/**
 * The chains of moves that a best matching allows. Nodes are the mentors, and one more (`outside`) for being unmatched. A step
 * from u to v means that someone leaves u for v; its length is what that loses against the prices: never negative, and 0 for what
 * the matching does already. Locked mentees stand outside of it all.
 */
export class Reassignments {
  readonly outside: number;
  /** Distance of every node that the last search reached. */
  readonly queue: DistanceQueue;
  /** For each mentor, the unlocked mentees who have her as a candidate: `columns.row[columns.ptr[j] .. columns.ptr[j + 1])`. */
  readonly columns: { readonly ptr: Int32Array; readonly row: Int32Array; readonly weight: Int32Array };
  readonly #market: Market;
  readonly #result: MatchingResult;
  readonly #holders: readonly number[][];
  readonly #free: Uint8Array;
  readonly #open: Uint8Array;
  /** Mentors who must keep as many mentees as they have: whoever leaves is to be replaced. */
  readonly #mustKeep: Uint8Array;
  /** The neighbor on the shortest path towards where the last search began, and who moves (-1: nobody). */
  readonly #neighbor: Int32Array;
  readonly #mover: Int32Array;

  constructor(market: Market, result: MatchingResult) {
    const { mentorCount, menteeCount } = market;
    this.#market = market;
    this.#result = result;
    this.outside = mentorCount;
    this.queue = new DistanceQueue(mentorCount + 1);
    this.#neighbor = new Int32Array(mentorCount + 1);
    this.#mover = new Int32Array(mentorCount + 1);
    const left = market.capacity.slice();
    this.#open = new Uint8Array(mentorCount);
    for (const mentor of market.locked) if (mentor >= 0) left[mentor]! -= 1;
    left.forEach((places, j) => (this.#open[j] = Number(places > 0)));
    const holders: number[][] = Array.from({ length: mentorCount + 1 }, () => []);
    for (let i = 0; i < menteeCount; i++) {
      if (market.locked[i]! >= 0) continue;
      const node = this.nodeOf(i);
      holders[node]!.push(i);
      if (node < mentorCount) left[node]! -= 1;
    }
    this.#holders = holders;
    this.#free = Uint8Array.from(left, (places) => Number(places > 0));
    this.#mustKeep = Uint8Array.from(left, (places, j) => {
      const taken = market.capacity[j]! - places;
      return Number(holders[j]!.length > 0 && taken <= (market.least?.[j] ?? 0));
    });
    this.columns = columnsOf(market);
  }

  /** Where a mentee is: her mentor, or `outside`. */
  nodeOf(mentee: number): number {
    const mentor = this.#result.assignment[mentee]!;
    return mentor < 0 ? this.outside : mentor;
  }

  /** Whether a mentor has a place that is not locked, taken or not. */
  isOpen(mentor: number): boolean {
    return this.#open[mentor] === 1;
  }

  /** What a pair of this weight falls short of the best for the two, at the prices. */
  shortfall(mentee: number, mentor: number, weight: number): number {
    return this.#result.profits[mentee]! + this.#result.prices[mentor]! - weight - this.#result.bonus;
  }

  /** Searches outward from a mentor who needs a place more; `settled` is told each node with its final distance, and stops by false. */
  searchFrom(mentor: number, settled: Settled): void {
    this.queue.clear();
    this.queue.reach(mentor, 0);
    this.#search(settled, (node) => this.#leave(node));
  }

  /** Searches backward from the node where a place is left, for all from which a chain ends there. */
  searchTo(node: number, settled: Settled): void {
    this.queue.clear();
    this.queue.reach(node, 0);
    this.#search(settled, (at) => this.#arrive(at));
  }

  /**
   * How far each mentor is from an unmatched mentee who takes a place somewhere: what is lost against the prices when a chain that
   * begins with her ends at that mentor. Mentors without an open place count too, as ends.
   */
  distancesFromMentee(mentee: number): Float64Array {
    this.queue.clear();
    const { ptr, col, weight } = this.#market;
    for (let e = ptr[mentee]!; e < ptr[mentee + 1]!; e++) this.queue.reach(col[e]!, this.shortfall(mentee, col[e]!, weight[e]!));
    return this.#allDistances(-1);
  }

  /** The same for whoever is unmatched, or leaves a place free; `except` names one mentee who does not begin a chain (-1: nobody). */
  distancesFromOutside(except: number): Float64Array {
    this.queue.clear();
    this.queue.reach(this.outside, 0);
    return this.#allDistances(except);
  }

  #allDistances(except: number): Float64Array {
    const distances = new Float64Array(this.outside).fill(Infinity);
    this.#search(
      (node, distance) => {
        if (node < this.outside) distances[node] = distance;
        return true;
      },
      (node) => this.#leave(node, except),
    );
    return distances;
  }

  /** The moves of the shortest path between `node` and where the last search began, in no particular order. */
  movesTo(node: number, begin: number, direction: "from" | "to"): Move[] {
    const moves: Move[] = [];
    for (let at = node; at !== begin; at = this.#neighbor[at]!) {
      const mentee = this.#mover[at]!;
      if (mentee < 0) continue;
      const [from, to] = direction === "from" ? [this.#neighbor[at]!, at] : [at, this.#neighbor[at]!];
      moves.push({ mentee, from: this.#name(from), to: this.#name(to) });
    }
    return moves;
  }

  #name(node: number): number {
    return node === this.outside ? -1 : node;
  }

  #search(settled: Settled, spread: (node: number) => void): void {
    while (this.queue.nearest() < Infinity) {
      const distance = this.queue.nearest();
      const node = this.queue.settle();
      if (!settled(node, distance)) return;
      spread(node);
    }
  }

  #step(at: number, to: number, length: number, mover: number): void {
    if (!this.queue.reach(to, this.queue.distance[at]! + length)) return;
    this.#neighbor[to] = at;
    this.#mover[to] = mover;
  }

  /** What a mentee more in a free place loses: nothing, unless a price below 0 says that the mentor has as many as she must, and no more by choice. */
  #lossOfOneMore(mentor: number): number {
    return Math.max(0, -this.#result.prices[mentor]!);
  }

  /** All ways out of a node: its holders go to other mentors or end unmatched, or a free place takes up the need. */
  #leave(node: number, except = -1): void {
    const { ptr, col, weight } = this.#market;
    const { profits, prices } = this.#result;
    if (node === this.outside) {
      for (let j = 0; j < this.outside; j++) if (this.#mustKeep[j] === 0) this.#step(node, j, prices[j]!, -1);
    } else if (this.#free[node] === 1) this.#step(node, this.outside, this.#lossOfOneMore(node), -1);
    for (const mentee of this.#holders[node]!) {
      if (mentee === except) continue;
      this.#step(node, this.outside, profits[mentee]!, mentee);
      for (let e = ptr[mentee]!; e < ptr[mentee + 1]!; e++) {
        this.#step(node, col[e]!, this.shortfall(mentee, col[e]!, weight[e]!), mentee);
      }
    }
  }

  /** All ways into a node. */
  #arrive(node: number): void {
    const { profits, prices } = this.#result;
    if (node === this.outside) {
      for (let j = 0; j < this.outside; j++) {
        if (this.#free[j] === 1) this.#step(node, j, this.#lossOfOneMore(j), -1);
        for (const mentee of this.#holders[j]!) this.#step(node, j, profits[mentee]!, mentee);
      }
      return;
    }
    if (this.#mustKeep[node] === 0) this.#step(node, this.outside, prices[node]!, -1);
    const { ptr, row, weight } = this.columns;
    for (let e = ptr[node]!; e < ptr[node + 1]!; e++) {
      const mentee = row[e]!;
      this.#step(node, this.nodeOf(mentee), this.shortfall(mentee, node, weight[e]!), mentee);
    }
  }
}

/** Told each node that a search is done with, and its distance; false ends the search. */
type Settled = (node: number, distance: number) => boolean;

function columnsOf({ mentorCount, menteeCount, locked, ptr, col, weight }: Market) {
  const columns = { ptr: new Int32Array(mentorCount + 1), row: new Int32Array(col.length), weight: new Int32Array(col.length) };
  const next = new Int32Array(mentorCount + 1);
  for (const counting of [true, false]) {
    for (let i = 0; i < menteeCount; i++) {
      if (locked[i]! >= 0) continue;
      for (let e = ptr[i]!; e < ptr[i + 1]!; e++) {
        if (counting) columns.ptr[col[e]! + 1]! += 1;
        else {
          columns.row[next[col[e]!]!] = i;
          columns.weight[next[col[e]!]!++] = weight[e]!;
        }
      }
    }
    if (!counting) continue;
    for (let j = 0; j < mentorCount; j++) columns.ptr[j + 1]! += columns.ptr[j]!;
    next.set(columns.ptr);
  }
  return columns;
}
