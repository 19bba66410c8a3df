import type { Language } from "../../platform/i18n.ts";
import { action, type Letter, note, paragraph } from "../../platform/letters/letter.ts";
import { heldAnswerWords } from "./held-answer.messages.ts";
import { heldDays, type HeldReason } from "./held-answer.ts";

/** Nothing of the answer stands in it: somebody else may have written that. */
export function heldAnswerLetter(language: Language, reason: HeldReason, href: string): Letter {
  const words = heldAnswerWords(language);
  return {
    subject: words.subject[reason],
    body: [paragraph(words.letter[reason]), action(words.look, href), note(words.until(heldDays))],
  };
}
