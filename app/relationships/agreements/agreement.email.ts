import type { Language } from "../../platform/i18n.ts";
import { action, type Letter, note, paragraph } from "../../platform/letters/letter.ts";
import { agreementWords } from "./agreements.messages.ts";

export interface AgreementNews {
  readonly what: "signed" | "changed";
  /** Who did. */
  readonly by: string;
  readonly programName: string;
  readonly href: string;
}

/** Asks for a signature: the other has signed, or has changed what was signed. */
export function agreementLetter(
  to: { readonly name: string; readonly language: Language },
  { what, by, programName, href }: AgreementNews,
): Letter {
  const words = agreementWords(to.language).letter;
  return {
    subject: (what === "signed" ? words.subject : words.changedSubject)(by),
    body: [paragraph(words.greeting(to.name)), paragraph(words[what](by, programName)), action(words.look, href), note(words.change)],
  };
}

/** Its people have signed; now it waits for her. */
export function guardianSignsLetter(
  to: { readonly name: string; readonly language: Language },
  { ward, programName, href }: { readonly ward: string; readonly programName: string; readonly href: string },
): Letter {
  const words = agreementWords(to.language).letter;
  return {
    subject: words.guardianSubject(ward),
    body: [
      paragraph(words.greeting(to.name)),
      paragraph(words.guardianSigns(ward, programName)),
      action(words.look, href),
      note(words.guardianDoubt),
    ],
  };
}
