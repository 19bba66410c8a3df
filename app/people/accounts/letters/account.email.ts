/** Letters about one's own account. */
import type { Language } from "../../../platform/i18n.ts";
import { action, type Letter, note, paragraph } from "../../../platform/letters/letter.ts";
import { accountLetterWords } from "./account.messages.ts";
import { linkMinutes } from "../single-use-link.ts";

export function signInLinkLetter(language: Language, href: string): Letter {
  const words = accountLetterWords(language);
  return {
    subject: words.signInSubject,
    body: [paragraph(words.signInText(linkMinutes["sign-in"])), action(words.signInAction, href), note(words.notYou)],
  };
}

export function newPasswordLetter(language: Language, href: string): Letter {
  const words = accountLetterWords(language);
  return {
    subject: words.passwordSubject,
    body: [paragraph(words.passwordText), action(words.passwordAction, href), note(words.notYou)],
  };
}

export function confirmEmailLetter(language: Language, href: string, before: string): Letter {
  const words = accountLetterWords(language);
  return {
    subject: words.confirmSubject,
    body: [paragraph(words.confirmText(before)), action(words.confirmAction, href), note(words.confirmNote)],
  };
}

/** To the old address, so that nobody loses an account without hearing of it. */
export function emailChangedLetter(language: Language, address: string): Letter {
  const words = accountLetterWords(language);
  return { subject: words.changedSubject, body: [paragraph(words.changedText(address)), note(words.changedNote)] };
}

const changes = { password: "passwordChanged", secondFactorOn: "secondFactorOn", secondFactorOff: "secondFactorOff" } as const;

/** Something that guards the account was changed; whoever did not do it learns how to get it back. */
export function guardChangedLetter(language: Language, change: keyof typeof changes, resetHref: string): Letter {
  const words = accountLetterWords(language);
  const said = words[changes[change]];
  return { subject: said.subject, body: [paragraph(said.text), paragraph(words.notYouGuard), action(words.passwordAction, resetHref)] };
}
