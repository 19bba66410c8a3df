import type { Language } from "../../platform/i18n.ts";
import { boardWords } from "./board.messages.ts";
import { isolated } from "../explanations/name-words.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import { isolatedNames, sentenceOf } from "../explanations/reason-sentences.ts";
import { reasonWords } from "../explanations/reasons.messages.ts";

/** One part for the coordinator, also where it says nothing good: what is missing, or that nothing is shared. */
export function partSentence(part: ReasonPart, language: Language, names: { mentee: string; mentor: string }): string {
  const words = boardWords(language);
  const { fact } = part;
  if (fact.kind === "missing") {
    if (fact.mentee && fact.mentor) return words.missingBoth;
    return words.missingMentee(isolated(language, fact.mentee === (part.turned === undefined) ? names.mentee : names.mentor));
  }
  if (!part.counts && part.strength === "should") return words.notCounted;
  return sentenceOf(part, language, reasonWords(language), isolatedNames(language, { as: "coordinator", ...names })) ?? words.nothingShared;
}
