import type { BoundColumns } from "./bound-columns.ts";
import type { ChoiceColumn, ScaleColumn, SetColumn } from "./columns.ts";
import { sharedCount, sharedElements } from "./sets.ts";

/** The facts behind one rule for one pair, as numbers to make words of. */
export type Facts =
  /** Elements that both have; `wanted` is how many the mentee has in all. */
  | { readonly kind: "elements"; readonly shared: readonly number[]; readonly wanted: number }
  | { readonly kind: "codes"; readonly mentee: number; readonly mentor: number }
  | { readonly kind: "values"; readonly mentee: number; readonly mentor: number }
  /** No answer: of the mentee, of the mentor, or of both. */
  | { readonly kind: "missing"; readonly mentee: boolean; readonly mentor: boolean }
  /** Whether the pair is on the list of a rule that lists pairs. */
  | { readonly kind: "listed"; readonly listed: boolean };

export type FactsOf = (mentee: number, mentor: number) => Facts;

/** Facts read from the two columns of a rule, which are of one kind. */
export function factsFrom(columns: BoundColumns): FactsOf {
  const { mentee: a, mentor: b, menteeMissing, mentorMissing } = columns;
  return (i, j) => {
    const missing = { mentee: menteeMissing[i] === 1, mentor: mentorMissing[j] === 1 };
    if (missing.mentee || missing.mentor) return { kind: "missing", ...missing };
    if (a.kind === "set") return { kind: "elements", shared: sharedElements(a, i, b as SetColumn, j), wanted: sharedCount(a, i, a, i) };
    if (a.kind === "choice") return { kind: "codes", mentee: a.codes[i]!, mentor: (b as ChoiceColumn).codes[j]! };
    return { kind: "values", mentee: a.values[i]!, mentor: (b as ScaleColumn).values[j]! };
  };
}
