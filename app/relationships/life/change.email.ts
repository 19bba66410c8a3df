/** What the people of a relationship are told when it changes. */
import { action, type Letter, paragraph } from "../../platform/letters/letter.ts";
import type { Language } from "../../platform/i18n.ts";
import { changeWords } from "./changes.messages.ts";
import { formatDay } from "../../ui/formats.ts";
import type { Life, MoveName } from "./life.ts";

export interface Told {
  readonly language: Language;
  readonly name: string;
  /** With whom she is in it. */
  readonly other: string;
  /** Who did it; undefined: the coordination, or time. */
  readonly who: string | undefined;
  readonly life: Life;
  readonly page: string;
  readonly goodbye: string;
}

export function changeLetter(move: MoveName, told: Told): Letter {
  const { language, name, other, life, page, goodbye } = told;
  const words = changeWords(language).letter;
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
          paragraph(life.pausedUntil === null ? words.pausedOpen(who, other) : words.pausedUntil(who, other, day(life.pausedUntil))),
          ...(life.pausedBy === "people" ? [paragraph(words.pausedWhat)] : []),
          open,
        ],
      };
    case "resume":
      return { subject: words.resumedSubject(other), body: [greeting, paragraph(words.resumed(other)), open] };
    case "extend":
      return {
        subject: words.extendedSubject(other),
        body: [
          greeting,
          paragraph(life.endsOn === null ? words.extendedOpen(who, other) : words.extendedUntil(who, other, day(life.endsOn))),
          open,
        ],
      };
    case "close":
      // Who of them wished it, and why, is told to nobody here.
      return {
        subject: words.closingSubject(other),
        body: [greeting, paragraph(words.closing(other, day(life.closesOn))), paragraph(words.closingWhat), action(words.goodbye, goodbye)],
      };
    case "reopen":
      return { subject: words.reopenedSubject(other), body: [greeting, paragraph(words.reopened(who, other)), open] };
    case "conclude":
      return {
        subject: words.concludedSubject(other),
        body: [
          greeting,
          paragraph(life.ending === "inactive" ? words.concludedInactive(other) : words.concluded(other)),
          paragraph(words.next),
          action(words.open, goodbye),
        ],
      };
  }
}

export function endsSoonLetter({ language, name, other, life, page }: Omit<Told, "who" | "goodbye">): Letter {
  const words = changeWords(language).letter;
  const day = formatDay(language, life.endsOn!);
  return {
    subject: words.endsSoonSubject(other, day),
    body: [paragraph(words.greeting(name)), paragraph(words.endsSoon(other, day)), action(words.open, page)],
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
  const words = changeWords(told.language).letter;
  return {
    subject: words.toCoordinatorSubject(told.people),
    body: [
      paragraph(words.greeting(told.name)),
      paragraph(words.toCoordinator(told.people, told.programName, formatDay(told.language, told.closesOn))),
      action(words.open, told.page),
    ],
  };
}
