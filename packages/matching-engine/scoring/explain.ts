import type { Scoring } from "./rules.ts";

/** The facts behind one rule for one pair, as numbers to make words of. */
export type Facts =
  /** Elements that both have; `wanted` is how many the mentee has in all. */
  | { readonly kind: "elements"; readonly shared: readonly number[]; readonly wanted: number }
  | { readonly kind: "codes"; readonly mentee: number; readonly mentor: number }
  | { readonly kind: "values"; readonly mentee: number; readonly mentor: number }
  | { readonly kind: "missing"; readonly mentee: boolean; readonly mentor: boolean }
  | { readonly kind: "listed" };

export type MustPart = { readonly rule: number; readonly kept: boolean; readonly facts: Facts };

export type ShouldPart = {
  /** Index into `scoring.should`. */
  readonly rule: number;
  /** False where the rule is by wish and the mentee did not ask for it. */
  readonly counts: boolean;
  /** How far it is fulfilled, 0 to 1. */
  readonly degree: number;
  /** Its share in the weight; the points of all parts add up to the weight. */
  readonly points: number;
  /** The points that a full degree would have given, before rounding. */
  readonly possible: number;
  readonly facts: Facts;
};

export type PairExplanation = {
  readonly allowed: boolean;
  /** 0 to 10,000; for a pair that is not allowed, what it would have been. */
  readonly weight: number;
  readonly must: readonly MustPart[];
  readonly should: readonly ShouldPart[];
};

export type RefusalCount = {
  /** Index into `scoring.must`. */
  readonly rule: number;
  /** Mentors who break this rule, perhaps among others. */
  readonly mentors: number;
  /** Mentors who break no other rule: this rule alone stands between. */
  readonly alone: number;
};

export type MenteePossibilities = {
  readonly refusals: readonly RefusalCount[];
  /** Mentors who keep all must rules. */
  readonly allowed: readonly number[];
  /** Those of them whose places are all taken. */
  readonly allowedButFull: readonly number[];
};

export type PairExplainer = {
  pair(mentee: number, mentor: number): PairExplanation;
  /** For one mentee: how many mentors each must rule keeps away, and who is left. `isFull` says whether a mentor has no free place. */
  possibilities(mentee: number, isFull: (mentor: number) => boolean): MenteePossibilities;
};

/** Opens a scoring for questions. The numbers are those of `scorePairs`. */
export function explainScores(_scoring: Scoring): PairExplainer {
  throw new Error("follows");
}
