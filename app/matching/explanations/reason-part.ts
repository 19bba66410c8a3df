/**
 * Why two people were paired, in numbers and in what they said: one part for each criterion, kept with the pair.
 * Words are made of it when somebody reads (`reasonSentences`), in her language and from where she stands.
 */
import type { ProfileField, ShownTo } from "../criteria/answer-source.ts";
import type { RuleName, RuleStrength } from "../criteria/criterion.ts";

/** What the two said, as far as the rule looked at it. */
export type ReasonFact =
  | { readonly kind: "words"; readonly shared: readonly string[]; readonly wanted: number }
  | { readonly kind: "hours"; readonly shared: number }
  /** Hours apart on the clock; null: further than counts. */
  | { readonly kind: "apart"; readonly hours: number | null }
  | { readonly kind: "choices"; readonly mentee: string; readonly mentor: string }
  | { readonly kind: "ranks"; readonly mentee: string; readonly mentor: string; readonly above: number }
  | { readonly kind: "missing"; readonly mentee: boolean; readonly mentor: boolean };

export interface ReasonPart {
  readonly criterionId: string;
  readonly rule: RuleName;
  readonly strength: RuleStrength;
  /** The field of the profile that is compared; null for questions. */
  readonly field: ProfileField | null;
  /** Labels of the questions; empty for a field of the profile. */
  readonly label: { readonly mentee: string; readonly mentor: string };
  readonly areLanguages: boolean;
  /** Only because the mentee asked for it. */
  readonly byWish: boolean;
  /** Who may read this reason besides the coordinators. */
  readonly shownTo: ShownTo;
  /** The must is kept; the should counts for this mentee. */
  readonly counts: boolean;
  /** 0 to 1. */
  readonly degree: number;
  /** Of the 10,000 that a pair can be worth; the points of all parts add up to the pair's weight. */
  readonly points: number;
  readonly possible: number;
  readonly fact: ReasonFact;
  /** Between peers, who both look for somebody: as it is from the other side, as if the mentor were the mentee and she the mentor. */
  readonly turned?: true;
}

/** From the strongest reason down, the musts last: those that say something good about the two. */
export function goodReasons(parts: readonly ReasonPart[]): ReasonPart[] {
  const should = parts.filter((part) => part.strength === "should" && part.counts && part.points > 0);
  const must = parts.filter((part) => part.strength === "must" && part.fact.kind !== "missing" && part.counts);
  // What a must guarantees need not be said twice.
  const said = new Set(should.map((part) => `${part.field ?? part.label.mentee} ${part.fact.kind}`));
  return [
    ...should.toSorted((a, b) => b.points - a.points),
    ...must.filter((part) => !said.has(`${part.field ?? part.label.mentee} ${part.fact.kind}`)),
  ];
}
