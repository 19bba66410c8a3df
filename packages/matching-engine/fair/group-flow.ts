import { DistanceQueue } from "../assignment/distance-queue.ts";
import { MatchingCancelled } from "../market/cancellation.ts";
import type { Market } from "../market/market.ts";
import { Seats } from "./seats.ts";

/**
 * How many of each group are wanted. A group belongs to a pool or stands alone (-1). A pool has as many people as its groups have
 * when it is made; how they are divided among its groups, from `least` to `most` each, is open. A group that stands alone has
 * `least` or more.
 */
export type CountPlan = { readonly least: ArrayLike<number>; readonly most: ArrayLike<number>; readonly pool: ArrayLike<number> };

/**
 * The best matching for given counts of groups, exactly: a minimum cost flow with a node for each group, by shortest augmenting paths
 * from a matching that is already the best for the counts it has (Edmonds and Karp 1972; Murota 1996, valuated matroids).
 *
 * Each group gets a subsidy for each of its people; matching and prices are always the best of the market in which a pair counts
 * for its weight plus the subsidy of its mentee's group. A path makes one more of a group that lacks people and one less of another,
 * or takes a free place, in the way that loses the least weight; then subsidies and prices rise along it.
 */
export class GroupFlow {
  readonly seats: Seats;
  readonly price: Float64Array;
  /** What each person of a group counts for beside her weight. */
  readonly subsidy: Float64Array;
  /** How many of each group are matched (of the open market's mentees). */
  readonly count: Int32Array;
  readonly #market: Market;
  readonly #groupOf: Int32Array;
  readonly #cancelled: (() => boolean) | undefined;
  /** The weight of each mentee's pair. */
  readonly #own: Float64Array;
  readonly #unmatched: readonly Set<number>[];
  readonly #queue: DistanceQueue;
  readonly #cameFrom: Int32Array;
  readonly #mover: Int32Array;
  /** Of the plan that is being followed. */
  #quota = new Float64Array();
  #plan: CountPlan = { least: [], most: [], pool: [] };
  #poolSubsidy = new Float64Array();
  /** The nearest end that the search in hand has reached: nothing farther needs to be looked at. */
  #nearestEnd = Infinity;

  /**
   * @param start a best matching of the open market with `subsidy` added to the weights, and its prices
   */
  constructor(
    market: Market,
    groupOf: Int32Array,
    start: { readonly assignment: Int32Array; readonly prices: Float64Array; readonly subsidy: Float64Array },
    cancelled?: () => boolean,
  ) {
    const { menteeCount, mentorCount, ptr, col, weight } = market;
    const groups = start.subsidy.length;
    this.#market = market;
    this.#groupOf = groupOf;
    this.#cancelled = cancelled;
    this.seats = new Seats(market);
    this.price = start.prices.slice();
    this.subsidy = start.subsidy.slice();
    this.count = new Int32Array(groups);
    this.#own = new Float64Array(menteeCount);
    this.#unmatched = Array.from({ length: groups }, () => new Set<number>());
    for (let i = 0; i < menteeCount; i++) {
      const mentor = start.assignment[i]!;
      if (mentor < 0) this.#unmatched[groupOf[i]!]!.add(i);
      else {
        this.seats.place(i, mentor);
        this.count[groupOf[i]!]! += 1;
        for (let e = ptr[i]!; e < ptr[i + 1]!; e++) if (col[e] === mentor) this.#own[i] = weight[e]!;
      }
    }
    // Nodes: mentors, then groups, then pools (never more than groups), then what is outside of all.
    const nodes = mentorCount + 2 * groups + 1;
    this.#queue = new DistanceQueue(nodes);
    this.#cameFrom = new Int32Array(nodes);
    this.#mover = new Int32Array(nodes);
  }

  /** What a mentee gains at the prices and subsidies; 0 where she is unmatched. */
  profitOf(mentee: number): number {
    const mentor = this.seats.mentorOf[mentee]!;
    return mentor < 0 ? 0 : this.#own[mentee]! + this.subsidy[this.#groupOf[mentee]!]! - this.price[mentor]!;
  }

  /**
   * Changes the matching until the counts are as planned, each time at the least loss in weight.
   * @throws {RangeError} where no matching has such counts
   */
  follow(plan: CountPlan): void {
    this.#plan = plan;
    this.#setQuotas();
    for (let g = 0; g < this.count.length; g++) {
      while (this.#quota[g]! > this.count[g]!) {
        if (this.#cancelled?.()) throw new MatchingCancelled();
        this.#bringOneMoreTo(g);
      }
    }
  }

  /** Divides each pool among its groups as their subsidies say: those who need the least subsidy get the most. */
  #setQuotas(): void {
    const { least, pool } = this.#plan;
    const groups = [...this.count.keys()];
    this.#poolSubsidy = new Float64Array(groups.length);
    // A group that stands alone and is subsidized is to have no more than its least.
    const alone = (g: number): number => (this.subsidy[g]! > 0 ? least[g]! : Math.max(least[g]!, this.count[g]!));
    this.#quota = Float64Array.from(groups, (g) => (pool[g]! < 0 ? alone(g) : least[g]!));
    for (const [p, within] of groupBy(
      groups.filter((g) => pool[g]! >= 0),
      (g) => pool[g]!,
    )) {
      const levels = groupBy(
        within.toSorted((a, b) => this.subsidy[a]! - this.subsidy[b]!),
        (g) => this.subsidy[g]!,
      );
      let left = within.reduce((sum, g) => sum + this.count[g]! - least[g]!, 0);
      for (const [subsidy, level] of levels) {
        if (left === 0 && subsidy !== levels.keys().next().value) break;
        this.#poolSubsidy[p] = subsidy;
        left = this.#divide(level, left);
      }
    }
  }

  /** Gives each of these groups up to its most, first what it has already; returns what is left. */
  #divide(level: readonly number[], total: number): number {
    let left = total;
    for (const upTo of [(g: number) => Math.min(this.count[g]!, this.#plan.most[g]!), (g: number) => this.#plan.most[g]!]) {
      for (const g of level) {
        const more = Math.min(left, Math.max(0, upTo(g) - this.#quota[g]!));
        this.#quota[g]! += more;
        left -= more;
      }
    }
    return left;
  }

  #bringOneMoreTo(group: number): void {
    // Most ways are short, and a search that knows so looks at little: it is made again, farther, where that was not enough.
    // Stryker disable next-line all: speed (wherever it begins, it goes on until it has found the way)
    for (let within = 64; !this.#shortestPath(group, within); within *= 16) {
      if (within > FARTHEST) throw new RangeError(`No matching has the planned counts: there is no way to one more of group ${group}.`);
    }
  }

  /** Brings one more to the group by the shortest path, if that is shorter than `within`. */
  #shortestPath(group: number, within: number): boolean {
    const { mentorCount } = this.#market;
    const [firstGroup, firstPool] = [mentorCount, mentorCount + this.count.length];
    const outside = firstPool + this.count.length;
    const queue = this.#queue;
    const settled: number[] = [];
    this.#nearestEnd = within;
    queue.clear();
    queue.reach(firstGroup + group, 0);
    for (;;) {
      const distance = queue.nearest();
      if (distance === Infinity) return false;
      const node = queue.settle();
      if (this.#isEnd(node)) {
        this.#raise(settled, distance);
        this.#move(node, firstGroup + group);
        return true;
      }
      settled.push(node);
      if (node < firstGroup) this.#leaveMentor(node, distance, outside);
      else if (node < firstPool) this.#leaveGroup(node - firstGroup, distance, firstPool, outside);
      else this.#leavePool(node - firstPool, distance);
    }
  }

  /** A group with more people than its quota can give one away; outside there is room for everyone. */
  #isEnd(node: number): boolean {
    const group = node - this.#market.mentorCount;
    return group === 2 * this.count.length || (group >= 0 && group < this.count.length && this.count[group]! > this.#quota[group]!);
  }

  #step(from: number, to: number, distance: number, mover: number): void {
    if (distance >= this.#nearestEnd || !this.#queue.reach(to, distance)) return;
    if (to >= this.#market.mentorCount && this.#isEnd(to)) this.#nearestEnd = distance;
    this.#cameFrom[to] = from;
    this.#mover[to] = mover;
  }

  /** One more is wanted here: a free place, or a holder goes to another mentor or ends unmatched. */
  #leaveMentor(mentor: number, distance: number, outside: number): void {
    const { base, taken, holders } = this.seats;
    if (this.seats.isFree(mentor)) this.#step(mentor, outside, distance, -1);
    for (let slot = base[mentor]!; slot < base[mentor]! + taken[mentor]!; slot++) {
      const mentee = holders[slot]!;
      const group = this.#groupOf[mentee]!;
      const gain = this.#own[mentee]! - this.price[mentor]!;
      this.#step(mentor, this.#market.mentorCount + group, distance + gain + this.subsidy[group]!, mentee);
      this.#offer(mentor, mentee, distance + gain);
    }
  }

  /** One more of this group: one of its unmatched comes in, or it has a smaller quota and its pool another group with a larger one. */
  #leaveGroup(group: number, distance: number, firstPool: number, outside: number): void {
    const node = this.#market.mentorCount + group;
    for (const mentee of this.#unmatched[group]!) this.#offer(node, mentee, distance - this.subsidy[group]!);
    if (this.#quota[group]! <= this.#plan.least[group]!) return;
    const pool = this.#plan.pool[group]!;
    if (pool < 0) this.#step(node, outside, distance - this.subsidy[group]!, -1);
    else this.#step(node, firstPool + pool, distance + this.#poolSubsidy[pool]! - this.subsidy[group]!, -1);
  }

  #leavePool(pool: number, distance: number): void {
    const firstGroup = this.#market.mentorCount;
    const node = firstGroup + this.count.length + pool;
    for (let g = 0; g < this.count.length; g++) {
      if (this.#plan.pool[g] !== pool || this.#quota[g]! >= this.#plan.most[g]!) continue;
      this.#step(node, firstGroup + g, distance + this.subsidy[g]! - this.#poolSubsidy[pool]!, -1);
    }
  }

  /** All mentors to whom this mentee could go, beginning at `from`; `distance` is that to a pair of weight 0 and price 0. */
  #offer(from: number, mentee: number, distance: number): void {
    const { ptr, col, weight } = this.#market;
    for (let e = ptr[mentee]!; e < ptr[mentee + 1]!; e++) {
      // Weights fall along a row, and no price is below 0.
      // Stryker disable next-line all: speed (what is too far is not noted either)
      if (distance - weight[e]! >= this.#nearestEnd) return;
      const mentor = col[e]!;
      if (mentor !== from) this.#step(from, mentor, distance - weight[e]! + this.price[mentor]!, mentee);
    }
  }

  /** Whatever is nearer than the end of the path becomes dearer by the difference: then all along the path is tight. */
  #raise(settled: readonly number[], end: number): void {
    const firstGroup = this.#market.mentorCount;
    const firstPool = firstGroup + this.count.length;
    for (const node of settled) {
      const change = end - this.#queue.distance[node]!;
      if (node < firstGroup) this.price[node]! += change;
      else if (node < firstPool) this.subsidy[node - firstGroup]! += change;
      else this.#poolSubsidy[node - firstPool]! += change;
    }
  }

  #move(end: number, begin: number): void {
    const firstGroup = this.#market.mentorCount;
    const firstPool = firstGroup + this.count.length;
    const outside = firstPool + this.count.length;
    const joins: [mentee: number, mentor: number][] = [];
    for (let node = end; node !== begin; node = this.#cameFrom[node]!) {
      const [from, mentee] = [this.#cameFrom[node]!, this.#mover[node]!];
      if (mentee >= 0) {
        if (from < firstGroup) this.#release(mentee);
        if (node < firstGroup) joins.push([mentee, node]);
        continue;
      }
      // A quota goes from one group to another by their pool.
      if (from >= firstGroup && from < firstPool) this.#quota[from - firstGroup]! -= 1;
      if (node >= firstGroup && node < firstPool && node !== outside) this.#quota[node - firstGroup]! += 1;
    }
    for (const [mentee, mentor] of joins) this.#place(mentee, mentor);
  }

  #release(mentee: number): void {
    const group = this.#groupOf[mentee]!;
    this.seats.release(mentee);
    this.count[group]! -= 1;
    this.#unmatched[group]!.add(mentee);
  }

  #place(mentee: number, mentor: number): void {
    const { ptr, col, weight } = this.#market;
    const group = this.#groupOf[mentee]!;
    this.seats.place(mentee, mentor);
    this.count[group]! += 1;
    this.#unmatched[group]!.delete(mentee);
    for (let e = ptr[mentee]!; e < ptr[mentee + 1]!; e++) if (col[e] === mentor) this.#own[mentee] = weight[e]!;
  }
}

/** Lists by key, keys in the order in which they first come. (`Map.groupBy` came after Node 20.) */
function groupBy(list: readonly number[], keyOf: (item: number) => number): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** No path is longer: far above all weights and subsidies together. */
const FARTHEST = 2 ** 52;
