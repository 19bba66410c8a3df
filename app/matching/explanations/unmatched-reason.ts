/** Why a mentee has no mentor in a round: what stood between her and whom, in numbers and in what she said. */
import type { Column, MenteePossibilities, Scoring } from "../../../packages/matching-engine/index.ts";
import { fieldOf, type ProfileField } from "../criteria/answer-source.ts";
import type { RuleName } from "../criteria/criterion.ts";
import type { NeverReason, RuleKey } from "../criteria/scoring-of.ts";

export interface Refusal {
  readonly rule: RuleName | NeverReason;
  readonly field: ProfileField | null;
  readonly label: string;
  readonly areLanguages: boolean;
  /** What she said there; empty where she has not answered. */
  readonly said: readonly string[];
  /** Hours or steps that the rule asks for. */
  readonly asked: number | null;
  /** Mentors whom it keeps away. */
  readonly mentors: number;
  /** Of those whom it lets through, nobody has a free place. */
  readonly leavesNoPlace: boolean;
}

export interface UnmatchedReason {
  /** Mentors in the round. */
  readonly mentors: number;
  /** Those of them who fit all rules. */
  readonly fitting: number;
  /** What kept the others away, most first. */
  readonly refusals: readonly Refusal[];
  /** Of those who fit, the cheapest to have: what the total would lose. */
  readonly closest: readonly { readonly mentorId: string; readonly cost: number; readonly fewerPeople: number }[];
}

export function unmatchedReason(
  mentee: number,
  possibilities: MenteePossibilities,
  scoring: Scoring,
  keys: readonly (RuleKey | NeverReason)[],
  closest: UnmatchedReason["closest"],
  leavesNoPlace: (rule: number) => boolean,
): UnmatchedReason {
  const refusals = possibilities.refusals
    .filter(({ mentors }) => mentors > 0)
    .map(({ rule, mentors }) => {
      const key = keys[rule]!;
      if (typeof key === "string")
        return { rule: key, field: null, label: "", areLanguages: false, said: [], asked: null, mentors, leavesNoPlace: false };
      const { settings } = key.criterion;
      return {
        rule: key.criterion.rule,
        field: fieldOf(settings.mentee) ?? null,
        label: key.labels.mentee,
        areLanguages: key.areLanguages,
        said: saidBy(mentee, scoring.mentees.columns[key.criterion.id]!, key),
        asked: settings.hours ?? settings.above ?? null,
        mentors,
        leavesNoPlace: leavesNoPlace(rule),
      };
    });
  return {
    mentors: scoring.mentors.count,
    fitting: possibilities.allowed.length,
    refusals: refusals.toSorted((a, b) => b.mentors - a.mentors),
    closest,
  };
}

/** The first few words of her answer. */
function saidBy(mentee: number, column: Column, key: RuleKey): string[] {
  if (column.kind === "choice") return [key.key[column.codes[mentee]!]].filter((word) => word !== undefined);
  if (column.kind === "scale") {
    const value = column.values[mentee]!;
    return Number.isNaN(value) ? [] : [key.steps.mentee[value] ?? String(value)];
  }
  if (column.kind === "flag" || key.key.length === 0) return [];
  const said: string[] = [];
  for (let element = 0; element < key.key.length && said.length < 4; element++) {
    if ((column.words[mentee * column.width + (element >> 5)]! >>> (element & 31)) & 1) said.push(key.key[element]!);
  }
  return said;
}
