/** A criterion: one rule of a program about who may be, or should be, paired with whom. Pure. */
import type { AnswerKind, AnswerSource } from "./answer-source.ts";

/** A *must* decides who may be paired at all; a *should* makes a pair stronger. */
export type RuleStrength = "must" | "should";

export const ruleNames = ["in-common", "hopes", "hours", "same", "different", "above", "near", "time-zone"] as const;
export type RuleName = (typeof ruleNames)[number];

/** What each rule compares, and as what it may be used. */
export const rules: Readonly<Record<RuleName, { readonly compares: AnswerKind; readonly strengths: readonly RuleStrength[] }>> = {
  /** At least one word of the mentee's is among the mentor's. */
  "in-common": { compares: "words", strengths: ["must"] },
  /** How much of what the mentee says is among what the mentor says. */
  hopes: { compares: "words", strengths: ["should"] },
  hours: { compares: "hours", strengths: ["must", "should"] },
  same: { compares: "choice", strengths: ["must", "should"] },
  different: { compares: "choice", strengths: ["must"] },
  above: { compares: "scale", strengths: ["must"] },
  near: { compares: "scale", strengths: ["should"] },
  "time-zone": { compares: "zone", strengths: ["should"] },
};

export interface CriterionSettings {
  readonly mentee: AnswerSource;
  readonly mentor: AnswerSource;
  /** `hours`: as a must, how many a week at the least; as a should, from how many on it is fulfilled. */
  readonly hours?: number;
  /** `above`: how many steps the mentor stands above the mentee, at the least. May be negative. */
  readonly above?: number;
  /** `near`: at how many steps (or units) apart nothing is left of it. `time-zone`: the same in hours, 1 to 12. */
  readonly apart?: number;
  /** Musts: whether two people may be paired where one of them has not answered. */
  readonly missing?: "allow" | "refuse";
  /** Shoulds: it counts only for mentees who answer this question in one of these ways. */
  readonly wish?: { readonly question: string; readonly yes: readonly string[] };
}

export interface Criterion {
  readonly id: string;
  readonly strength: RuleStrength;
  readonly rule: RuleName;
  readonly settings: CriterionSettings;
  /** 0 to 100, in relation to the other shoulds. */
  readonly weight: number;
}

/** Which part of the whole strength each *should* makes, 0 to 1. */
export function sharesOf(criteria: readonly Criterion[]): ReadonlyMap<string, number> {
  const shoulds = criteria.filter(({ strength }) => strength === "should");
  const sum = shoulds.reduce((total, { weight }) => total + weight, 0);
  return new Map(shoulds.map(({ id, weight }) => [id, sum === 0 ? 0 : weight / sum]));
}

/** The questions that a criterion looks at. */
export function questionsUsed(criteria: readonly Criterion[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { settings } of criteria) {
    for (const source of [settings.mentee, settings.mentor]) if (source.startsWith("question.")) used.add(source.slice(9));
    if (settings.wish) used.add(settings.wish.question);
  }
  return used;
}
