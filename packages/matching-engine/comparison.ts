import type { Market } from "./market.ts";

export type ComparedRun = { readonly market: Market; readonly assignment: ArrayLike<number> };

/** Where someone is in one run. `mentor` is the mentor's key, or null for unmatched; `rank` counts from 1, ties share the best. */
export type Placement = { readonly mentor: string | null; readonly weight: number; readonly rank: number | null };

export type Change = {
  readonly mentee: string;
  readonly kind: "moved" | "matched" | "unmatched";
  readonly before: Placement;
  readonly after: Placement;
};

export type RunSummary = {
  readonly mentees: number;
  readonly matched: number;
  readonly total: number;
  /** `ranks[0]` mentees got a first choice, `ranks[1]` a second ... */
  readonly ranks: readonly number[];
  readonly firstChoices: number;
};

export type Comparison = {
  readonly before: RunSummary;
  readonly after: RunSummary;
  /** Mentees whose mentor is not the same in both runs. */
  readonly changes: readonly Change[];
  /** Mentees with the same mentor in both runs, and those unmatched in both. */
  readonly unchanged: number;
  /** Mentees for whom the weight of their pair rose or fell, by how much, whether or not they moved. */
  readonly gained: { readonly people: number; readonly weight: number };
  readonly lost: { readonly people: number; readonly weight: number };
  /** Mentees who take part in one of the two runs only. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
};

/** How one matching differs from another. People are known by their keys, or by their numbers in a market without keys. */
export function compareMatchings(_before: ComparedRun, _after: ComparedRun): Comparison {
  throw new Error("follows");
}

/** The place of each mentee's mentor among her candidates by weight, from 1; ties share the best place; 0 for the unmatched. */
export function assignedRanks(_market: Market, _assignment: ArrayLike<number>): Int32Array {
  throw new Error("follows");
}
