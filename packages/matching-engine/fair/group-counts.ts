import { MatchingCancelled } from "../market/cancellation.ts";
import type { Market } from "../market/market.ts";
import { Seats } from "./seats.ts";

/** How many of each group can be matched: matchings by number alone, without weights. */
export class GroupCounts {
  readonly seats: Seats;
  /** How many of each group are matched now, locked ones included. */
  readonly matched: Int32Array;
  readonly #market: Market;
  readonly #groupOf: Int32Array;
  readonly #locked: Int32Array;
  readonly #members: readonly Int32Array[];
  readonly #cancelled: (() => boolean) | undefined;
  readonly #visited: Int32Array;
  readonly #path: Int32Array;
  readonly #via: Int32Array;
  readonly #edge: Int32Array;
  readonly #holder: Int32Array;
  #pass = 0;
  #search = 0;
  /** Whom the search in hand has visited. */
  #trail: number[] = [];
  /** Whether the search in hand passed by a mentor whom an earlier one of the same pass has visited: it may have failed for that alone. */
  #passedBy = false;
  /** Mentors and mentees from whom no free place can be reached. As long as nobody loses a place, none ever will be (Kuhn 1955). */
  readonly #deadMentors: Uint8Array;
  readonly #deadMentees: Uint8Array;

  /** @param market an open market @param groupOf the group of each of its mentees @param locked matched of each group in any case */
  constructor(market: Market, groupOf: Int32Array, locked: Int32Array, cancelled?: () => boolean) {
    this.#market = market;
    this.#groupOf = groupOf;
    this.#locked = locked;
    this.#cancelled = cancelled;
    this.#members = Array.from(locked, (_, group) => Int32Array.from(groupOf.keys()).filter((i) => groupOf[i] === group));
    this.seats = new Seats(market);
    this.#deadMentors = new Uint8Array(market.mentorCount);
    this.#deadMentees = new Uint8Array(market.menteeCount);
    this.matched = locked.slice();
    this.#visited = new Int32Array(market.mentorCount);
    this.#path = new Int32Array(market.mentorCount + 1);
    this.#via = new Int32Array(market.mentorCount + 1);
    this.#edge = new Int32Array(market.mentorCount + 1);
    this.#holder = new Int32Array(market.mentorCount + 1);
  }

  /** How many of each group could be matched if it were alone, and one matching for each that shows it, all in one array. */
  attainable(): { readonly counts: Int32Array; readonly alone: Int32Array } {
    const counts = new Int32Array(this.#members.length);
    const alone = new Int32Array(this.#groupOf.length).fill(-1);
    this.#members.forEach((members, group) => {
      this.#clear();
      this.#fill([group], Infinity);
      counts[group] = this.matched[group]!;
      for (const i of members) alone[i] = this.seats.mentorOf[i]!;
    });
    this.#clear();
    return { counts, alone };
  }

  #clear(): void {
    this.seats.clear();
    this.matched.set(this.#locked);
    this.#deadMentors.fill(0);
    this.#deadMentees.fill(0);
  }

  /**
   * Among the largest matchings, one that makes the smallest `matched / claim` as large as possible, then the next, and so on.
   *
   * The counts of groups in largest matchings are the bases of a polymatroid, on which what no single exchange (one more of one group
   * for one less of another) improves is the best of all (Fujishige 1980; Frank and Murota 2022, decreasing minimization).
   * So it is enough to begin with the groups growing evenly, and to exchange until nothing improves.
   */
  leximin(claims: Int32Array): void {
    const groups = [...claims.keys()];
    // Stryker disable all: speed (any largest matching is a right beginning; from one that has grown evenly little is left to exchange)
    // Of whom no more can be matched now, of them no more can be matched later.
    const growing = new Set(groups);
    for (let level = 1; level <= LEVELS; level++) {
      for (const group of growing) {
        const quota = Math.floor((claims[group]! * level) / LEVELS);
        this.#fill([group], quota);
        if (this.matched[group]! < quota) growing.delete(group);
      }
    }
    // Stryker restore all
    this.#fill(groups, Infinity);
    for (let changed = true; changed;) {
      changed = false;
      for (const group of groups.toSorted((a, b) => this.matched[a]! * claims[b]! - this.matched[b]! * claims[a]!)) {
        while (claims[group]! > 0 && this.#exchange(group, claims)) changed = true;
      }
    }
  }

  /** The groups, one of whose people can go to make room for one more of this group (itself included), by number alone. */
  within(group: number): boolean[] {
    const reached = this.#members.map(() => false);
    this.#reach(group, (other) => {
      reached[other] = true;
      return false;
    });
    return reached;
  }

  /** Matches more of these groups, up to `quota` each, by augmenting paths. */
  #fill(groups: readonly number[], quota: number): void {
    for (let found = true; found;) {
      found = false;
      this.#pass = this.#search + 1;
      if (this.#cancelled?.()) throw new MatchingCancelled();
      for (const group of groups) {
        for (const i of this.#members[group]!) {
          if (this.matched[group]! >= quota) break;
          if (this.seats.mentorOf[i]! >= 0 || this.#deadMentees[i] === 1) continue;
          this.#search++;
          this.#passedBy = false;
          this.#trail = [];
          if (!this.#augment(i)) {
            this.#bury(i);
            continue;
          }
          this.matched[group]! += 1;
          found = true;
        }
      }
    }
  }

  /** Depth first; in one pass no mentor is visited twice, so a pass looks at each pair at most once. */
  #augment(source: number): boolean {
    const { base, taken, holders } = this.seats;
    let depth = 0;
    let mentor = this.#enter(0, source);
    for (;;) {
      if (mentor >= 0) {
        this.#via[depth] = mentor;
        if (this.seats.isFree(mentor)) {
          this.#shift(depth);
          return true;
        }
        this.#holder[depth] = base[mentor]!;
      } else if (depth-- === 0) return false;
      const at = this.#via[depth]!;
      const slot = this.#holder[depth]!;
      if (slot < base[at]! + taken[at]!) {
        this.#holder[depth] = slot + 1;
        mentor = this.#enter(++depth, holders[slot]!);
      } else mentor = this.#next(depth);
    }
  }

  #enter(depth: number, mentee: number): number {
    const { ptr, col } = this.#market;
    this.#path[depth] = mentee;
    this.#edge[depth] = ptr[mentee]!;
    // Stryker disable next-line all: speed (a look ahead; who comes after finds the same place on her way)
    for (let e = ptr[mentee]!; e < ptr[mentee + 1]!; e++) if (this.seats.isFree(col[e]!)) return col[e]!;
    return this.#next(depth);
  }

  #next(depth: number): number {
    const { ptr, col } = this.#market;
    const end = ptr[this.#path[depth]! + 1]!;
    for (let e = this.#edge[depth]!; e < end; e++) {
      if (this.#deadMentors[col[e]!] === 1) continue;
      const visited = this.#visited[col[e]!]!;
      if (visited >= this.#pass) {
        if (visited !== this.#search) this.#passedBy = true;
        continue;
      }
      this.#visited[col[e]!] = this.#search;
      this.#trail.push(col[e]!);
      this.#edge[depth] = e + 1;
      return col[e]!;
    }
    this.#edge[depth] = end;
    return -1;
  }

  /** After a search that failed by itself, nothing that it visited needs to be looked at again. */
  #bury(mentee: number): void {
    if (this.#passedBy) return;
    this.#deadMentees[mentee] = 1;
    this.#trail.forEach((mentor) => (this.#deadMentors[mentor] = 1));
  }

  #shift(depth: number): void {
    for (let d = depth; d >= 0; d--) {
      if (d > 0) this.seats.release(this.#path[d]!);
      this.seats.place(this.#path[d]!, this.#via[d]!);
    }
  }

  /** One more of this group for one less of another, if that is better; false if no such exchange is. */
  #exchange(group: number, claims: Int32Array): boolean {
    const { matched } = this;
    const moves = this.#reach(group, (other) => isFairer(matched[group]!, claims[group]!, matched[other]!, claims[other]!));
    if (!moves) return false;
    for (const [mentee] of moves) if (this.seats.mentorOf[mentee]! >= 0) this.#leave(mentee);
    for (const [mentee, mentor] of moves) if (mentor >= 0) this.#join(mentee, mentor);
    return true;
  }

  #leave(mentee: number): void {
    this.seats.release(mentee);
    this.matched[this.#groupOf[mentee]!]! -= 1;
  }

  #join(mentee: number, mentor: number): void {
    this.seats.place(mentee, mentor);
    this.matched[this.#groupOf[mentee]!]! += 1;
  }

  /**
   * From the unmatched of a group: whom they could replace, whom those could replace, and so on; who is replaced may
   * be followed by an unmatched person of her own group. Stops where `ends` says so of a group, with the moves that lead there.
   */
  #reach(group: number, ends: (group: number) => boolean): [mentee: number, mentor: number][] | null {
    if (this.#cancelled?.()) throw new MatchingCancelled();
    const { ptr, col } = this.#market;
    const { base, taken, holders, mentorOf } = this.seats;
    const cameBy = new Int32Array(this.#market.mentorCount).fill(-1);
    const lost = this.#members.map(() => -1);
    const queue: number[] = [];
    const spread = (mentee: number): void => {
      for (let e = ptr[mentee]!; e < ptr[mentee + 1]!; e++) {
        if (cameBy[col[e]!]! >= 0) continue;
        cameBy[col[e]!] = mentee;
        queue.push(col[e]!);
      }
    };
    // One unmatched person after the other, each with all that follows from her: an exchange is often found by the first.
    const groups = [group];
    let [turn, member] = [0, 0];
    for (let head = 0; ; head++) {
      while (head === queue.length && turn < groups.length) {
        const waiting = this.#members[groups[turn]!]!;
        if (member < waiting.length) {
          const mentee = waiting[member++]!;
          if (mentorOf[mentee]! < 0) spread(mentee);
        } else [turn, member] = [turn + 1, 0];
      }
      if (head === queue.length) return null;
      const mentor = queue[head]!;
      for (let slot = base[mentor]!; slot < base[mentor]! + taken[mentor]!; slot++) {
        const mentee = holders[slot]!;
        const other = this.#groupOf[mentee]!;
        if (other !== group && lost[other]! < 0) {
          lost[other] = mentee;
          if (ends(other)) return this.#movesTo(mentee, group, cameBy, lost);
          groups.push(other);
        }
        spread(mentee);
      }
    }
  }

  #movesTo(last: number, group: number, cameBy: Int32Array, lost: readonly number[]): [number, number][] {
    const moves: [number, number][] = [[last, -1]];
    for (let mentor = this.seats.mentorOf[last]!; ;) {
      const mentee = cameBy[mentor]!;
      moves.push([mentee, mentor]);
      mentor = this.seats.mentorOf[mentee]!;
      if (mentor >= 0) continue;
      const own = this.#groupOf[mentee]!;
      if (own === group) return moves;
      moves.push([lost[own]!, -1]);
      mentor = this.seats.mentorOf[lost[own]!]!;
    }
  }
}

const LEVELS = 32;

/** Whether (a + 1) / claimA beside (b - 1) / claimB is better than a / claimA beside b / claimB: the smaller first, then the larger. */
function isFairer(a: number, claimA: number, b: number, claimB: number): boolean {
  const difference = (b - 1) * claimA - a * claimB;
  return difference > 0 || (difference === 0 && claimA < claimB);
}
