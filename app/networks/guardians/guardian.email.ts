import { entryLinkDays } from "../../people/accounts/entry-link.ts";
import type { Language } from "../../platform/i18n.ts";
import { action, type Letter, list, note, paragraph } from "../../platform/letters/letter.ts";
import { guardianWords } from "./guardians.messages.ts";

interface Inviting {
  readonly name: string;
  readonly ward: string;
  /** Who named her. */
  readonly by: string | undefined;
  readonly organization: string;
  readonly link: string;
}

export function guardianInvitation(language: Language, { name, ward, by, organization, link }: Inviting): Letter {
  const { letter: words, sees, never } = guardianWords(language);
  return {
    subject: words.subject(ward, organization),
    body: [
      paragraph(words.greeting(name)),
      paragraph(words.named(by ?? organization, ward, organization)),
      paragraph(words.youSee),
      list(sees),
      paragraph(never),
      action(words.look, link),
      note(words.linkHolds(entryLinkDays)),
      note(words.mistake),
    ],
  };
}

interface TellingWard extends Omit<Inviting, "ward"> {
  readonly guardian: string;
}

export function wardLetter(language: Language, { name, guardian, by, organization, link }: TellingWard): Letter {
  const { letter: words, sees, never } = guardianWords(language);
  return {
    subject: words.wardSubject(guardian),
    body: [
      paragraph(words.greeting(name)),
      paragraph(words.wardNamed(by ?? organization, guardian, organization)),
      paragraph(words.guardianSees(guardian)),
      list(sees),
      paragraph(never),
      paragraph(words.wardMayEnd),
      action(words.wardLook, link),
    ],
  };
}
