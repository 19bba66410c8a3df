import type { Language } from "../../platform/i18n.ts";
import { action, type Letter, note, paragraph } from "../../platform/letters/letter.ts";
import { formatList } from "../../ui/formats.ts";
import { entryLinkDays } from "../../people/accounts/entry-link.ts";
import type { TeamRole } from "./member-role.ts";
import { teamLetterWords } from "./team-letters.messages.ts";

interface TeamInvitationWords {
  readonly organization: string;
  readonly inviter: string;
  readonly name: string;
  readonly role: TeamRole;
  readonly programs: readonly string[];
  readonly link: string;
}

export function teamInvitationLetter(language: Language, invitation: TeamInvitationWords): Letter {
  const { organization, inviter, name, role, programs, link } = invitation;
  const words = teamLetterWords(language);
  return {
    subject: words.invitationSubject(inviter, organization),
    body: [
      paragraph(words.greeting(name)),
      paragraph(
        role === "coordinator"
          ? words.asCoordinator(inviter, organization, formatList(language, programs))
          : words.asAdministrator(inviter, organization),
      ),
      action(words.comeIn, link),
      note(words.linkHolds(entryLinkDays)),
      note(words.unexpected),
    ],
  };
}
