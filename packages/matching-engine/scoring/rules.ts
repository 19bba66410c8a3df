import type { People } from "./columns.ts";

/** The names of the columns that a rule compares: one of the mentees', one of the mentors'. */
type Compared = { readonly mentee: string; readonly mentor: string };
/** What a *must* rule does where an answer is missing on either side. */
type IfMissing = { readonly missing: "allow" | "refuse" };

/** A pair that breaks a *must* rule is no candidate. */
export type MustRule =
  /** The two sets have an element in common (sets). */
  | ({ readonly kind: "share-any" } & Compared & IfMissing)
  /** The two sets have at least `atLeast` elements in common, e.g. hours of the week (sets). */
  | ({ readonly kind: "at-least-shared"; readonly atLeast: number } & Compared & IfMissing)
  /** Not the same organization, not the same reporting line (choices). */
  | ({ readonly kind: "different" } & Compared & IfMissing)
  | ({ readonly kind: "same" } & Compared & IfMissing)
  /** The mentor's rank is at least `above` above the mentee's; negative allows mentors below (scales). */
  | ({ readonly kind: "rank-at-least"; readonly above: number } & Compared & IfMissing)
  | { readonly kind: "not-these"; readonly pairs: readonly { readonly mentee: number; readonly mentor: number }[] };

/**
 * A *should* rule gives a pair between 0 and its `weight` (0 to 100, relative to the other rules).
 * A missing answer never refuses a pair and never earns anything: the rule counts as fulfilled to 0.
 * `byWish` names a flag column of the mentees: the rule counts only for those who asked for it; for the others it is as if it
 * did not exist.
 */
export type ShouldRule = { readonly weight: number; readonly byWish?: string | undefined } & Compared &
  (
    | /** How much of what the mentee has in her set is in the mentor's set, each element counting `elementWeights[element]` or 1 (sets). */
      { readonly kind: "overlap"; readonly elementWeights?: readonly number[] | undefined }
    | /** All or nothing (choices). */ { readonly kind: "same" }
    | /** `1 - |a - b| / range`, not below 0 (scales). */ { readonly kind: "closeness"; readonly range: number }
    | /** Elements in common, full at `enough` (sets), e.g. hours of the week. */ { readonly kind: "shared-count"; readonly enough: number }
  );

export type Scoring = {
  readonly mentees: People;
  readonly mentors: People;
  readonly must: readonly MustRule[];
  readonly should: readonly ShouldRule[];
  /** The weight of a pair for whom no *should* rule counts: there are none, or none was wished for. Default 5,000. */
  readonly neutralWeight?: number | undefined;
};

/** A rule or a column that cannot be used, in a sentence that says how to mend it. */
export class ScoringError extends Error {
  readonly rule: { readonly list: "must" | "should"; readonly index: number } | null;

  constructor(message: string, rule: ScoringError["rule"] = null) {
    super(message);
    this.name = "ScoringError";
    this.rule = rule;
  }
}
