/** How the groups of a fair round fared, as far as it may be told: nobody is to be worked out from small numbers. Pure. */
import type { Outcome } from "../../../packages/matching-engine/index.ts";
import type { RoundGroups } from "./round.ts";

export interface GroupFigures {
  readonly groups: readonly GroupFigure[];
  /** Groups that are there but may not be told of. */
  readonly hidden: number;
  /** What fairness costs: shares of the largest total and of the most matches, 0 to 1. */
  readonly price: { readonly total: number; readonly matches: number };
}
export interface GroupFigure {
  /** Empty for those who describe themselves in their own words. */
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

export function groupFigures(groups: RoundGroups, fairness: NonNullable<Outcome["fairness"]>): GroupFigures {
  const { total, matches } = fairness.price;
  const all = fairness.groups.flatMap(({ group, size, attainable, before, after }): GroupFigure[] =>
    size === 0 || group < 0
      ? []
      : [
          {
            label: groups.labels[group] ?? "",
            people: size,
            possible: attainable,
            matched: after.matched,
            matchedOtherwise: before.matched,
            meanWeight: after.meanWeight,
          },
        ],
  );
  return { ...suppressed(all, groups.smallest), price: { total, matches } };
}

/**
 * Small groups are left out, and those of whom everybody or nobody is matched: who is, the board tells by name. A single group left
 * out could be worked out from the totals: then the next smallest is left out with it.
 */
function suppressed(all: readonly GroupFigure[], smallest: number): Pick<GroupFigures, "groups" | "hidden"> {
  const isWithin = (part: number, of: number): boolean => part > 0 && part < of;
  const mayTell = ({ people, matched, matchedOtherwise }: GroupFigure): boolean =>
    people >= smallest && isWithin(matched, people) && isWithin(matchedOtherwise, people);
  const told = all.filter(mayTell).toSorted((a, b) => b.people - a.people);
  if (all.length - told.length === 1) told.pop();
  const shown = new Set(told);
  return { groups: all.filter((group) => shown.has(group)), hidden: all.length - told.length };
}
