import type { Language } from "../../platform/i18n.ts";
import { action, type Letter, paragraph } from "../../platform/letters/letter.ts";
import { handOverWords } from "./hand-over.messages.ts";

interface ProgramHandedOver {
  readonly program: string;
  readonly organization: string;
  readonly from: string;
  readonly name: string;
  readonly stays: boolean;
  readonly link: string;
}

export function programHandedOverLetter(language: Language, { program, organization, from, name, stays, link }: ProgramHandedOver): Letter {
  const words = handOverWords(language);
  return {
    subject: words.subject(program),
    body: [
      paragraph(words.greeting(name)),
      paragraph(words.yours(from, program, organization)),
      paragraph(stays ? words.together(from) : words.alone(from)),
      action(words.open, link),
    ],
  };
}
