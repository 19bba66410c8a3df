/** What the people of a relationship are told when it changes. */
import { action, type Letter, paragraph, quote } from "../../platform/letters/letter.ts";
import type { Language } from "../../platform/i18n.ts";
import { changeLetterWords } from "./change-letters.messages.ts";
import { formatDay } from "../../ui/formats.ts";
import type { Life, MoveName } from "./life.ts";

export interface Told {
  readonly language: Language;
  readonly name: string;
  /** With whom she is in it, and what she has with them: "mentoring with Jonas". */
  readonly other: string;
  readonly bond: string;
  /** Whether she can change it, too. */
  readonly decides: boolean;
  /** It was one conversation, and has taken place. */
  readonly hasTalked: boolean;
  /** Who did it; undefined: the coordination, or time. */
  readonly who: string | undefined;
  readonly life: Life;
  readonly page: string;
  readonly goodbye: string;
}

export function changeLetter(move: MoveName, told: Told): Letter {
  const { language, name, other, bond, life, page, goodbye } = told;
  const words = changeLetterWords(language);
  const who = told.who ?? words.somebody;
  const greeting = paragraph(words.greeting(name));
  const open = action(words.open, page);
  const day = (at: string | null): string => (at === null ? "" : formatDay(language, at));
  switch (move) {
    case "pause":
      return {
        subject: words.pausedSubject(other),
        body: [
          greeting,
          paragraph(life.pausedUntil === null ? words.pausedOpen(who, bond) : words.pausedUntil(who, bond, day(life.pausedUntil))),
          ...(life.pausedBy === "people" ? [paragraph(told.decides ? words.pausedWhat : words.pausedGroup)] : []),
          open,
        ],
      };
    case "resume":
      return { subject: words.resumedSubject(other), body: [greeting, paragraph(words.resumed(bond)), open] };
    case "extend":
      return {
        subject: words.extendedSubject(other),
        body: [
          greeting,
          paragraph(life.endsOn === null ? words.extendedOpen(who, bond) : words.extendedUntil(who, bond, day(life.endsOn))),
          open,
        ],
      };
    case "close":
      // Who of them wished it, and why, is told to nobody here.
      return told.hasTalked
        ? {
            subject: words.talkedSubject(bond),
            body: [
              greeting,
              paragraph(words.talked(bond, day(life.closesOn))),
              paragraph(words.talkedWhat),
              action(words.goodbye, goodbye),
            ],
          }
        : {
            subject: words.closingSubject(bond),
            body: [
              greeting,
              paragraph(words.closing(bond, day(life.closesOn))),
              paragraph(words.closingWhat),
              action(words.goodbye, goodbye),
            ],
          };
    case "reopen":
      return { subject: words.reopenedSubject(other), body: [greeting, paragraph(words.reopened(who, bond)), open] };
    case "conclude":
      return {
        subject: words.concludedSubject(bond),
        body: [
          greeting,
          paragraph(life.ending === "inactive" ? words.concludedInactive(other) : words.concluded(bond)),
          paragraph(words.next),
          action(words.open, goodbye),
        ],
      };
  }
}

export function endsSoonLetter({
  language,
  name,
  other,
  bond,
  decides,
  life,
  page,
}: Pick<Told, "language" | "name" | "other" | "bond" | "decides" | "life" | "page">): Letter {
  const words = changeLetterWords(language);
  const day = formatDay(language, life.endsOn!);
  return {
    subject: words.endsSoonSubject(other, day),
    body: [
      paragraph(words.greeting(name)),
      paragraph((decides ? words.endsSoon : words.endsSoonGroup)(bond, day)),
      action(words.open, page),
    ],
  };
}

export function closingForCoordinator(told: {
  readonly language: Language;
  readonly name: string;
  readonly people: string;
  readonly programName: string;
  readonly closesOn: string;
  readonly page: string;
}): Letter {
  const words = changeLetterWords(told.language);
  return {
    subject: words.toCoordinatorSubject(told.people),
    body: [
      paragraph(words.greeting(told.name)),
      paragraph(words.toCoordinator(told.people, told.programName, formatDay(told.language, told.closesOn))),
      action(words.open, told.page),
    ],
  };
}

/** To the mentor of a group, or who looks after it: one of it has left. */
export function leftLetter(told: {
  readonly language: Language;
  readonly name: string;
  readonly who: string;
  readonly group: string;
  readonly programName: string;
  readonly page: string;
  /** Her own words; empty or none: she left without. */
  readonly thanks?: string;
}): Letter {
  const words = changeLetterWords(told.language);
  return {
    subject: words.leftSubject(told.who),
    body: [
      paragraph(words.greeting(told.name)),
      paragraph(words.left(told.who, told.group, told.programName)),
      ...(told.thanks ? [quote(told.thanks)] : []),
      action(words.open, told.page),
    ],
  };
}

/** To whom a coordinator has taken out of a group. */
export function takenOutLetter(told: {
  readonly language: Language;
  readonly name: string;
  readonly group: string;
  readonly programName: string;
  readonly page: string;
}): Letter {
  const words = changeLetterWords(told.language);
  return {
    subject: words.takenOutSubject(told.group),
    body: [paragraph(words.greeting(told.name)), paragraph(words.takenOut(told.group, told.programName)), action(words.toPart, told.page)],
  };
}
