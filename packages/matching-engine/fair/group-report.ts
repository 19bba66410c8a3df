import { assignedRanks } from "../explain/comparison.ts";
import { type Market, weightOf } from "../market/market.ts";
import type { Groups } from "./groups.ts";

/** How a group fares in one matching. */
export type GroupStanding = {
  readonly matched: number;
  /** Matched as a share of those who could be matched if the group were alone; null where nobody could be. */
  readonly coverage: number | null;
  /** Mean weight of the group's pairs; null where there are none. */
  readonly meanWeight: number | null;
  /** The share of the group's pairs in which the mentor is one of the mentee's three best candidates; null where there are none. */
  readonly firstThree: number | null;
};

export type GroupReport = {
  /** The number that the caller gave to the group, -1 for those in no group. */
  readonly group: number;
  readonly size: number;
  /** How many could be matched if the group were alone (places of locked pairs stay taken). */
  readonly attainable: number;
  /** In the best matching without regard to groups. */
  readonly before: GroupStanding;
  readonly after: GroupStanding;
};

export function reportGroups(
  market: Market,
  groups: Groups,
  attainable: ArrayLike<number>,
  assignments: { readonly before: ArrayLike<number>; readonly after: ArrayLike<number> },
): GroupReport[] {
  const before = standings(market, groups, attainable, assignments.before);
  const after = standings(market, groups, attainable, assignments.after);
  return Array.from(groups.size, (size, g) => ({
    group: g === groups.others ? -1 : g,
    size,
    attainable: attainable[g]!,
    before: before[g]!,
    after: after[g]!,
  }));
}

function standings(market: Market, groups: Groups, attainable: ArrayLike<number>, assignment: ArrayLike<number>): GroupStanding[] {
  const ranks = assignedRanks(market, assignment);
  const [matched, weight, firstThree] = [new Float64Array(groups.count), new Float64Array(groups.count), new Float64Array(groups.count)];
  groups.of.forEach((g, mentee) => {
    if (assignment[mentee]! < 0) return;
    matched[g]! += 1;
    weight[g]! += weightOf(market, mentee, assignment[mentee]!);
    if (ranks[mentee]! <= 3) firstThree[g]! += 1;
  });
  const share = (part: number, of: number): number | null => (of > 0 ? part / of : null);
  return Array.from(matched, (count, g) => ({
    matched: count,
    coverage: share(count, attainable[g]!),
    meanWeight: share(weight[g]!, count),
    firstThree: share(firstThree[g]!, count),
  }));
}
