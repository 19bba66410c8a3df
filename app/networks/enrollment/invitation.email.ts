import { entryLinkDays } from "../../people/accounts/entry-link.ts";
import type { Language } from "../../platform/i18n.ts";
import { action, type Letter, note, paragraph } from "../../platform/letters/letter.ts";
import type { ProgramFormat } from "../programs/program.ts";
import type { ParticipantRole } from "./participant.ts";
import { enrollmentLetterWords } from "./enrollment-letters.messages.ts";

interface InvitationWords {
  readonly organization: string;
  readonly program: { readonly name: string; readonly purpose: string; readonly format: ProgramFormat };
  readonly name: string;
  readonly roles: readonly ParticipantRole[];
  readonly link: string;
}

export function invitationLetter(language: Language, { organization, program, name, roles, link }: InvitationWords): Letter {
  const words = enrollmentLetterWords(language);
  const as = program.format === "peer" ? "peer" : roles.length > 1 ? "both" : (roles[0] ?? "mentee");
  return {
    subject: words.invitationSubject(program.name, organization),
    body: [
      paragraph(words.greeting(name)),
      paragraph(words.invited[as](program.name, organization)),
      ...(program.format === "reverse" ? [paragraph(words.reverse)] : []),
      ...(program.purpose === "" ? [] : [paragraph(program.purpose)]),
      paragraph(words.whatHappens),
      action(words.comeIn, link),
      note(words.linkHolds(entryLinkDays)),
      note(words.unexpected),
    ],
  };
}

interface SignUpWords {
  readonly organization: string;
  readonly program: string;
  readonly role: ParticipantRole;
  readonly name: string;
  readonly link: string;
}

/** To whoever gave this address on the sign-up page: only who reads it comes in. */
export function signUpLetter(language: Language, { organization, program, role, name, link }: SignUpWords): Letter {
  const words = enrollmentLetterWords(language);
  return {
    subject: words.signUpSubject(program),
    body: [
      paragraph(words.greeting(name)),
      paragraph(words.signedUp[role](program, organization)),
      action(words.goOn, link),
      note(words.linkHolds(entryLinkDays)),
      note(words.notYou),
    ],
  };
}
