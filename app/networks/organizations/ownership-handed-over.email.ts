import type { Language } from "../../platform/i18n.ts";
import { action, type Letter, paragraph } from "../../platform/letters/letter.ts";
import { teamLetterWords } from "./team-letters.messages.ts";

export function ownershipHandedOverLetter(
  language: Language,
  { organization, from, name, link }: { organization: string; from: string; name: string; link: string },
): Letter {
  const words = teamLetterWords(language);
  return {
    subject: words.ownerSubject(organization),
    body: [
      paragraph(words.greeting(name)),
      paragraph(words.ownerNow(from, organization)),
      paragraph(words.ownerMay),
      action(words.openTeam, link),
    ],
  };
}
