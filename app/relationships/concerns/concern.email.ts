import type { Language } from "../../platform/i18n.ts";
import { action, type Letter, note, paragraph } from "../../platform/letters/letter.ts";
import { concernLetterWords } from "./concern-letters.messages.ts";
import { decisionWords } from "./decision.messages.ts";

export interface Reader {
  readonly language: Language;
  readonly name: string;
  readonly organization: string;
}

export function raisedLetter({ language, name, organization }: Reader, { href, isUrgent }: { href: string; isUrgent: boolean }): Letter {
  const words = concernLetterWords(language);
  return {
    subject: isUrgent ? words.urgentSubject(organization) : words.raisedSubject(organization),
    body: [paragraph(words.greeting(name)), paragraph(words.raised(organization)), paragraph(words.withinAnHour), action(words.open, href)],
  };
}

export function reminderLetter({ language, name, organization }: Reader, href: string): Letter {
  const words = concernLetterWords(language);
  return {
    subject: words.reminderSubject(organization),
    body: [paragraph(words.greeting(name)), paragraph(words.reminder(organization)), action(words.open, href)],
  };
}

/** `leads`: for an owner who has not the role: whom to call. */
export function escalatedLetter(
  { language, name, organization }: Reader,
  { href, leads }: { readonly href: string; readonly leads: string | undefined },
): Letter {
  const words = concernLetterWords(language);
  return {
    subject: words.escalatedSubject(organization),
    body: [
      paragraph(words.greeting(name)),
      paragraph(words.escalated(organization)),
      ...(leads === undefined ? [] : [paragraph(words.call(leads))]),
      action(leads === undefined ? words.open : words.seeWho, href),
    ],
  };
}

/** To whoever can name somebody else. */
export function nobodyFreeLetter({ language, name, organization }: Reader, href: string): Letter {
  const words = concernLetterWords(language);
  return {
    subject: words.nobodySubject(organization),
    body: [paragraph(words.greeting(name)), paragraph(words.nobody(organization)), action(words.seeWho, href)],
  };
}

export function handedOverLetter({ language, name, organization }: Reader, href: string): Letter {
  const words = concernLetterWords(language);
  return {
    subject: words.handedOverSubject(organization),
    body: [paragraph(words.greeting(name)), paragraph(words.handedOver), action(words.open, href)],
  };
}

export function addedLetter({ language, name, organization }: Reader, href: string): Letter {
  const words = concernLetterWords(language);
  return {
    subject: words.addedSubject(organization),
    body: [paragraph(words.greeting(name)), paragraph(words.added), action(words.open, href)],
  };
}

export function newsLetter({ language, name, organization }: Reader, href: string): Letter {
  const words = concernLetterWords(language);
  return {
    subject: words.newsSubject(organization),
    body: [paragraph(words.greeting(name)), paragraph(words.news(organization)), action(words.look, href)],
  };
}

export function pauseLetter(
  { language, name }: Reader,
  {
    what,
    other,
    until,
    href,
    help,
  }: {
    readonly what: "paused" | "resumed";
    readonly other: string;
    /** How long she can object to a pause. */
    readonly until: string;
    readonly href: string;
    readonly help: string;
  },
): Letter {
  const words = concernLetterWords(language);
  if (what === "resumed")
    return {
      subject: words.resumedSubject(other),
      body: [paragraph(words.greeting(name)), paragraph(words.resumed(other)), action(words.look, href)],
    };
  return {
    subject: words.pausedSubject(other),
    body: [
      paragraph(words.greeting(name)),
      paragraph(words.paused(other)),
      paragraph(words.pausedMeans),
      paragraph(decisionWords(language).letter.object(until)),
      action(decisionWords(language).letter.read, href),
      note(words.pausedHelp(help)),
    ],
  };
}

export function endedLetter(
  { language, name }: Reader,
  { other, until, href, help }: { readonly other: string; readonly until: string; readonly href: string; readonly help: string },
): Letter {
  const words = decisionWords(language).letter;
  return {
    subject: words.subject(other),
    body: [
      paragraph(words.greeting(name)),
      paragraph(words.ended(other)),
      paragraph(words.object(until)),
      action(words.read, href),
      note(words.help(help)),
    ],
  };
}

export function objectionLetter(
  { language, name, organization }: Reader,
  { href, what }: { readonly href: string; readonly what: "new" | "late" },
): Letter {
  const words = decisionWords(language).letter;
  return {
    subject: (what === "new" ? words.objectionSubject : words.lateSubject)(organization),
    body: [paragraph(words.greeting(name)), paragraph(what === "new" ? words.objection : words.late), action(words.look, href)],
  };
}
