/** How the groups of a fair round fared, as far as it may be told: nobody is to be worked out from small numbers. Pure. */
import type { Outcome } from "../../../packages/matching-engine/index.ts";
import { shownCells } from "../fairness/hide-small.ts";
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
  const inNoGroup = fairness.groups.find(({ group }) => group < 0)?.size ?? 0;
  return { ...suppressed(all, inNoGroup, groups.smallest), price: { total, matches } };
}

/**
 * Small groups are left out, and those of whom everybody or nobody is matched: who is, the board tells by name. Those left out, with
 * whoever is in no group, are together enough people that nobody can be worked out from the totals.
 */
function suppressed(all: readonly GroupFigure[], inNoGroup: number, smallest: number): Pick<GroupFigures, "groups" | "hidden"> {
  const isWithin = (part: number, of: number): boolean => part > 0 && part < of;
  const mayShow = all.map(({ people, matched, matchedOtherwise }) => isWithin(matched, people) && isWithin(matchedOtherwise, people));
  const shown = shownCells([...all.map(({ people }) => people), inNoGroup], smallest, [...mayShow, false]);
  const told = all.filter((_, index) => shown[index]);
  return { groups: told, hidden: all.length - told.length };
}
