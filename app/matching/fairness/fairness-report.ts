/** What a report of fairness holds: figures of groups that are large enough, and no others. Pure; kept as JSON. */
import type { Estimate } from "../../../packages/statistics/index.ts";

/** A share, 0 to 1; in words where so few are left over that a number would point at them. */
export type Share = Estimate | "nearly-all" | "hardly-any";

/** What something would cost: lost shares of the largest total, and of the most people who can be matched. */
export interface Price {
  readonly total: number;
  readonly matched: number;
}

/** The figures of one group; null where too few people stand behind one, or it would give another away. */
export interface GroupFigures {
  readonly key: string;
  readonly label: string;
  /** Mentees of the round. */
  readonly people: number;
  /** Share of them with a mentor. */
  readonly matched: Share | null;
  /** Median of the days since they came in, until an offer or so far. */
  readonly waitDays: number | null;
  /** Mean strength of their pairs, 0 to 100. */
  readonly strength: Estimate | null;
  /** Share of the matched whose mentor is among the three best for them. */
  readonly firstThree: Share | null;
  /** Matched, of as many as could be if the group were alone. */
  readonly coverage: number | null;
  /** What it would cost that this group is covered as well as everybody else together. */
  readonly price: Price | null;
  /** The same share or mean less that of everybody else in the round. */
  readonly beside: {
    readonly matched: Estimate | null;
    readonly strength: Estimate | null;
    readonly firstThree: Estimate | null;
  };
}

export interface FairnessReport {
  readonly version: 1;
  /** As they were called when it was counted. */
  readonly dimension: string;
  readonly smallestGroup: number;
  /** Mentees of the round. */
  readonly people: number;
  readonly groups: readonly GroupFigures[];
  /** How many groups are left out; with people or without. */
  readonly hiddenGroups: number;
  /** Why no group's match rate is shown, where none is. */
  readonly matchedHidden: "everybody" | "nobody" | "too-few" | null;
  /** Whether the engine has been asked for coverage and prices: it takes a moment. */
  readonly isPriced: boolean;
  /** What it would cost that all shown groups are covered as equally as can be; null where it was not worked out. */
  readonly price: Price | null;
}
