import type { Language } from "../../platform/i18n.ts";
import { action, type Letter, paragraph } from "../../platform/letters/letter.ts";
import { formatDay } from "../../ui/formats.ts";
import type { CheckKind } from "./background-check.ts";
import { checkWords } from "./checks.messages.ts";

export interface ExpiringCheck {
  readonly language: Language;
  readonly name: string;
  readonly organization: string;
  readonly kind: CheckKind;
  readonly expiresOn: string;
  readonly href: string;
}

export function expiringCheckLetter({ language, name, organization, kind, expiresOn, href }: ExpiringCheck): Letter {
  const words = checkWords(language);
  const day = formatDay(language, expiresOn, "long-day");
  const { letter } = words;
  return {
    subject: letter.subject(words.kinds[kind], day),
    body: [
      paragraph(letter.greeting(name)),
      paragraph(letter.text(words.kinds[kind], day, organization)),
      paragraph(letter.next),
      action(letter.open, href),
    ],
  };
}
