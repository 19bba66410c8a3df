import type { Language } from "../../platform/i18n.ts";
import { action, type Letter, note, paragraph } from "../../platform/letters/letter.ts";
import { guardianPageWords } from "./guardian-page.messages.ts";

interface Ending {
  readonly name: string;
  readonly ward: string;
  readonly programName: string;
  readonly link: string;
}

export function atEndLetter(language: Language, { name, ward, programName, link }: Ending): Letter {
  const words = guardianPageWords(language).letter;
  return {
    subject: words.subject(ward),
    body: [paragraph(words.greeting(name)), paragraph(words.ends(ward, programName)), action(words.open, link), note(words.confidential)],
  };
}
