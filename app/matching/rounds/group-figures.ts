/** How the groups of a fair round fared, as far as it may be told: nobody is to be worked out from small numbers. Pure. */
import type { Market } from "../../../packages/matching-engine/index.ts";
import type { RoundGroups } from "./round.ts";

export interface GroupFigures {
  readonly groups: readonly GroupFigure[];
  /** Groups that are there but too small to be told of, or would tell of one that is. */
  readonly hidden: number;
}
export interface GroupFigure {
  readonly label: string;
  readonly people: number;
  /** How many could have a mentor if the group were alone. */
  readonly possible: number;
  readonly matched: number;
  /** The same where only the total counts. */
  readonly matchedOtherwise: number;
  /** Mean weight of its pairs, 0 to 10,000; null without a pair. */
  readonly meanWeight: number | null;
}

/**
 * @param possible how many of each group could be matched if it were alone
 * @param otherwise the assignment by weights alone
 */
export function groupFigures(
  market: Market,
  groups: RoundGroups,
  assignments: { readonly fair: ArrayLike<number>; readonly otherwise: ArrayLike<number> },
  possible: readonly number[],
): GroupFigures {
  const all = groups.labels.map((label, group) => {
    const people = [...groups.of.keys()].filter((mentee) => groups.of[mentee] === group);
    const weights = people.flatMap((mentee) => {
      const at = market.col.subarray(market.ptr[mentee], market.ptr[mentee + 1]).indexOf(assignments.fair[mentee]!);
      return assignments.fair[mentee]! < 0 || at < 0 ? [] : [market.weight[market.ptr[mentee]! + at]!];
    });
    return {
      label,
      people: people.length,
      possible: possible[group] ?? 0,
      matched: people.filter((mentee) => assignments.fair[mentee]! >= 0).length,
      matchedOtherwise: people.filter((mentee) => assignments.otherwise[mentee]! >= 0).length,
      meanWeight: weights.length === 0 ? null : weights.reduce((sum, weight) => sum + weight, 0) / weights.length,
    };
  });
  return suppressed(
    all.filter(({ people }) => people > 0),
    groups.smallest,
  );
}

/**
 * Small groups are left out, and those of whom everybody or nobody is matched: who is, the board tells by name. A single group left
 * out could be worked out from the totals: then the next smallest is left out with it.
 */
function suppressed(all: readonly GroupFigure[], smallest: number): GroupFigures {
  const mayTell = ({ people, matched }: GroupFigure): boolean => people >= smallest && matched > 0 && matched < people;
  const told = all.filter(mayTell).toSorted((a, b) => b.people - a.people);
  if (all.length - told.length === 1) told.pop();
  const shown = new Set(told);
  return { groups: all.filter((group) => shown.has(group)), hidden: all.length - told.length };
}
