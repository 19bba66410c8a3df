import type { Market } from "../market/market.ts";

/** What an assignment could exchange: searched from scratch, pair by pair. */
export type Exchanges = {
  /** For each group: whether one more of it could be matched without anybody less, by a free place. */
  readonly freePlace: readonly boolean[];
  /** `possible[a][b]`: whether one more of group a could be matched for one less of group b. */
  readonly possible: readonly (readonly boolean[])[];
};

/**
 * All exchanges between groups that an assignment allows, by breadth-first search along who could replace whom; a person of a group
 * may also be replaced by an unmatched one of the same group. Locked people do not move.
 */
export function exchangesOf(market: Market, groupOf: ArrayLike<number>, groups: number, assignment: ArrayLike<number>): Exchanges {
  const held = new Map<number, number[]>();
  const free = market.capacity.slice();
  const waiting: number[][] = Array.from({ length: groups }, () => []);
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const mentor = assignment[mentee]!;
    if (mentor < 0) waiting[groupOf[mentee]!]!.push(mentee);
    else {
      free[mentor]! -= 1;
      if (market.locked[mentee]! >= 0) continue;
      const there = held.get(mentor);
      if (there) there.push(mentee);
      else held.set(mentor, [mentee]);
    }
  }

  const freePlace: boolean[] = [];
  const possible: boolean[][] = [];
  for (let group = 0; group < groups; group++) {
    const reached = waiting.map(() => false);
    const seen = new Set<number>();
    const people = [...waiting[group]!];
    let findsPlace = false;
    for (let mentee = people.pop(); mentee !== undefined; mentee = people.pop()) {
      for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
        const mentor = market.col[e]!;
        if (seen.has(mentor)) continue;
        seen.add(mentor);
        if (free[mentor]! > 0) findsPlace = true;
        for (const other of held.get(mentor) ?? []) {
          people.push(other);
          const otherGroup = groupOf[other]!;
          if (otherGroup === group || reached[otherGroup]) continue;
          reached[otherGroup] = true;
          people.push(...waiting[otherGroup]!);
        }
      }
    }
    freePlace.push(findsPlace);
    possible.push(reached);
  }
  return { freePlace, possible };
}

/**
 * How many of each group can be matched if it is alone, shown by a matching for each: null where the matching breaks a rule, or is not
 * the largest (somebody unmatched could reach a free place).
 */
export function attainableBy(market: Market, groupOf: ArrayLike<number>, groups: number, alone: readonly number[]): Int32Array | null {
  if (alone.length !== market.menteeCount) return null;
  const counts = new Int32Array(groups);
  for (let group = 0; group < groups; group++) {
    const inGroup = (mentee: number): boolean => groupOf[mentee] === group;
    // Everybody else is away, except for those who are locked.
    const only = Array.from(alone, (mentor, mentee) => (inGroup(mentee) ? mentor : market.locked[mentee]!));
    const taken = new Int32Array(market.mentorCount);
    for (const [mentee, mentor] of only.entries()) {
      if (mentor < 0 && market.locked[mentee]! < 0) continue;
      const row = market.col.subarray(market.ptr[mentee], market.ptr[mentee + 1]);
      if (!row.includes(mentor) || (market.locked[mentee]! >= 0 && market.locked[mentee] !== mentor)) return null;
      taken[mentor]! += 1;
      if (taken[mentor]! > market.capacity[mentor]!) return null;
      if (inGroup(mentee)) counts[group]! += 1;
    }
    const others = Array.from({ length: market.menteeCount }, (_, mentee) => (inGroup(mentee) ? 0 : 1));
    if (exchangesOf(market, others, 2, only).freePlace[0]) return null;
  }
  return counts;
}
