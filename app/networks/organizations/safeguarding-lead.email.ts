import { action, type Letter, paragraph } from "../../platform/letters/letter.ts";
import type { Told } from "./safeguarding-leads.ts";
import { safeguardingLetterWords } from "./safeguarding.messages.ts";

/** `who`: somebody else was named beside the one who reads. */
export function leadNamedLetter({ language, name, organization, href }: Told, who: string | undefined): Letter {
  const words = safeguardingLetterWords(language);
  return who === undefined
    ? {
        subject: words.youSubject(organization),
        body: [paragraph(words.greeting(name)), paragraph(words.you(organization)), paragraph(words.clocks), action(words.open, href)],
      }
    : { subject: words.otherSubject(organization), body: [paragraph(words.greeting(name)), paragraph(words.other(who, organization))] };
}

export function leadEndedLetter(
  { language, personId, name, organization, href }: Told,
  { who, isLast }: { readonly who: { readonly personId: string; readonly name: string }; readonly isLast: boolean },
): Letter {
  const words = safeguardingLetterWords(language);
  const greeting = paragraph(words.greeting(name));
  if (personId === who.personId)
    return { subject: words.endedYouSubject(organization), body: [greeting, paragraph(words.endedYou(organization))] };
  return {
    subject: words.endedSubject(organization),
    body: [
      greeting,
      paragraph(words.ended(who.name, organization)),
      ...(isLast ? [paragraph(words.ownersNow), action(words.open, href)] : []),
    ],
  };
}
