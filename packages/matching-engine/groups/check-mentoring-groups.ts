import { boundProblems } from "./bound-problems.ts";
import type { Grouping, GroupPlan } from "./mentoring-groups.ts";

export type GroupingCheck = {
  readonly valid: boolean;
  readonly total: number;
  readonly bound: number;
  readonly problems: readonly string[];
};

/** Looks at a grouping without the code that made it: sizes, pairs, locks, the total, and the proof of the bound. */
export function checkMentoringGroups(plan: Pick<GroupPlan, "market" | "least" | "fit">, grouping: Grouping): GroupingCheck {
  const { market, least, fit } = plan;
  const problems: string[] = [];
  const groups = new Map<number, number[]>();
  let total = 0;
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const mentor = grouping.assignment[mentee] ?? -1;
    if (market.locked[mentee]! >= 0 && mentor !== market.locked[mentee]) problems.push(`mentee ${mentee} is not where she is locked`);
    if (mentor < 0) continue;
    const row = market.col.subarray(market.ptr[mentee], market.ptr[mentee + 1]).indexOf(mentor);
    if (row < 0) {
      problems.push(`mentee ${mentee} and mentor ${mentor} are no candidates`);
      continue;
    }
    total += market.weight[market.ptr[mentee]! + row]!;
    const group = groups.get(mentor) ?? [];
    for (const other of group) total += fit(mentee, other);
    groups.set(mentor, [...group, mentee]);
  }
  for (const [mentor, group] of groups) {
    const isLocked = group.some((mentee) => market.locked[mentee]! >= 0);
    if (group.length > market.capacity[mentor]!)
      problems.push(`mentor ${mentor} has ${group.length} of at most ${market.capacity[mentor]}`);
    if (group.length < least[mentor]! && !isLocked) problems.push(`mentor ${mentor} has ${group.length} of at least ${least[mentor]}`);
  }
  const { market: claimed, result } = grouping.relaxed;
  const isRelaxation = (e: number, mentee: number): boolean => {
    const mentor = market.col[e]!;
    const company: number[] = [];
    for (let other = 0; other < market.menteeCount; other++) {
      const row = market.col.subarray(market.ptr[other], market.ptr[other + 1]);
      if (other !== mentee && row.includes(mentor) && (market.locked[other]! < 0 || market.locked[other] === mentor)) {
        company.push(Math.max(0, fit(mentee, other)));
      }
    }
    const best = company.toSorted((a, b) => b - a).slice(0, Math.max(0, market.capacity[mentor]! - 1));
    return claimed.col[e] === mentor && claimed.weight[e]! >= 2 * market.weight[e]! + best.reduce((sum, one) => sum + one, 0);
  };
  const same = (one: Int32Array, other: Int32Array): boolean => one.length === other.length && one.every((value, k) => value === other[k]);
  let isBound = same(claimed.ptr, market.ptr) && same(claimed.capacity, market.capacity) && same(claimed.locked, market.locked);
  for (let mentee = 0; isBound && mentee < market.menteeCount; mentee++) {
    for (let e = market.ptr[mentee]!; isBound && e < market.ptr[mentee + 1]!; e++) isBound = isRelaxation(e, mentee);
  }
  const bound = Math.floor(result.total / 2);
  problems.push(...boundProblems(grouping, { isRelaxation: isBound, total, worth: "groups are" }));
  return { valid: problems.length === 0, total, bound, problems };
}
