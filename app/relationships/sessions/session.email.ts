import { action, facts, type Letter, list, note, paragraph, quote } from "../../platform/letters/letter.ts";
import { formatTime } from "../../ui/formats.ts";
import { letterWords } from "./session-letters.messages.ts";
import type { Addressee } from "./people-of-session.ts";
import { planWords } from "./plan.messages.ts";
import { sessionWords } from "./sessions.messages.ts";
import type { Span } from "./session.ts";
import type { Language } from "../../platform/i18n.ts";
import type { Repeats } from "./series.ts";
import type { Answer, PlaceKind } from "./session.ts";

/** A session as a letter to one of them tells of it. */
export interface Told extends Span {
  readonly with: string;
  readonly place: string;
  readonly placeKind: PlaceKind;
  readonly repeats: Repeats | null;
  readonly href: string;
}

export const whenText = (at: Date, to: { language: Language; timeZone: string }): string =>
  `${formatTime(to, at, "long-day")}, ${formatTime(to, at, "clock")} (${to.timeZone.replaceAll("_", " ")})`;

const own = (words: string) => (words === "" ? [] : [quote(words)]);

const whereText = ({ place, placeKind }: { place: string; placeKind: PlaceKind }, to: Addressee): string =>
  place === "" ? planWords(to.language).placeKinds[placeKind] : place;

function factsOf(told: Told, to: Addressee) {
  const words = letterWords(to.language);
  const plan = planWords(to.language);
  return facts([
    { label: words.when, value: whenText(told.startsAt, to) },
    ...(told.repeats ? [{ label: words.repeats, value: plan.repeats[told.repeats] }] : []),
    { label: words.where, value: whereText(told, to) },
  ]);
}

export function proposalLetter(
  to: Addressee,
  proposal: {
    by: string;
    times: readonly Date[];
    minutes: number;
    place: string;
    placeKind: PlaceKind;
    words: string;
    isMove: boolean;
    repeats: Repeats | null;
    href: string;
  },
): Letter {
  const words = letterWords(to.language);
  return {
    subject: (proposal.isMove ? words.proposal.otherTime : words.proposal.subject)(proposal.by),
    body: [
      paragraph(words.greeting(to.name)),
      paragraph((proposal.isMove ? words.proposal.moveText : words.proposal.text)(proposal.by)),
      list(proposal.times.map((at) => whenText(at, to))),
      facts([
        ...(proposal.repeats ? [{ label: words.repeats, value: planWords(to.language).repeats[proposal.repeats] }] : []),
        { label: words.howLong, value: sessionWords(to.language).minutes(proposal.minutes) },
        { label: words.where, value: whereText(proposal, to) },
      ]),
      ...own(proposal.words),
      action(words.proposal.choose, proposal.href),
      note(words.proposal.orOthers),
    ],
  };
}

export function agreedLetter(to: Addressee, told: Told): Letter {
  const words = letterWords(to.language);
  return {
    subject: words.agreed.subject(told.with, formatTime(to, told.startsAt, "moment")),
    body: [
      paragraph(words.greeting(to.name)),
      paragraph(words.agreed.text(told.with)),
      factsOf(told, to),
      action(words.open, told.href),
      note(words.agreed.calendar),
    ],
  };
}

export function movedLetter(
  to: Addressee,
  told: Told,
  { before, by, said }: { before: Date; by: string | undefined; said: string },
): Letter {
  const words = letterWords(to.language);
  const isSameTime = before.getTime() === told.startsAt.getTime();
  return {
    subject: (isSameTime ? words.moved.elsewhere : words.moved.subject)(told.with, formatTime(to, told.startsAt, "moment")),
    body: [
      paragraph(words.greeting(to.name)),
      paragraph(by === undefined ? words.moved.byYou(whenText(before, to)) : words.moved.text(by, whenText(before, to))),
      ...own(said),
      factsOf(told, to),
      action(words.open, told.href),
      ...(by === undefined ? [] : [note(words.moved.notGood)]),
    ],
  };
}

export function cancelledLetter(
  to: Addressee,
  told: Told,
  { by, said, why }: { by: string | undefined; said: string; why: "one" | "series" | "over" | "in-the-way" | "left" },
): Letter {
  const words = letterWords(to.language);
  const when = whenText(told.startsAt, to);
  return {
    subject: words.cancelled.subject(told.with, formatTime(to, told.startsAt, "moment")),
    body: [
      paragraph(words.greeting(to.name)),
      paragraph(
        why === "over"
          ? words.cancelled.over(when)
          : why === "in-the-way"
            ? words.cancelled.inTheWay(when)
            : why === "left"
              ? words.cancelled.left(when)
              : words.cancelled[why](by ?? words.you, when),
      ),
      ...own(said),
      ...(why === "over" || why === "left" ? [] : [action(words.proposeAnew, told.href)]),
    ],
  };
}

export function reminderLetter(to: Addressee, told: Told, { kind, agenda }: { kind: "day" | "hour"; agenda: string }): Letter {
  const words = letterWords(to.language);
  return {
    subject: words.reminder[kind](told.with, formatTime(to, told.startsAt, "clock")),
    body: [
      paragraph(words.greeting(to.name)),
      paragraph(words.reminder.text(told.with)),
      factsOf(told, to),
      ...(agenda === "" ? [] : [paragraph(words.reminder.agenda), quote(agenda)]),
      action(words.open, told.href),
      note(words.reminder.cannot),
    ],
  };
}

export interface OutcomeLink {
  readonly answer: Answer;
  readonly href: string;
}

/** One tap: a button for each answer, and nothing to write. */
export function askLetter(to: Addressee, told: Told, links: readonly OutcomeLink[]): Letter {
  const words = letterWords(to.language);
  return {
    subject: words.ask.subject(told.with),
    body: [
      paragraph(words.greeting(to.name)),
      paragraph(words.ask.text(told.with, whenText(told.startsAt, to))),
      ...oneForEach(to, links),
      note(words.ask.noReport),
    ],
  };
}

const oneForEach = (to: Addressee, links: readonly OutcomeLink[]) => {
  const words = letterWords(to.language).outcomes;
  return links.map(({ answer, href }) => action(words[answer], href));
};

export function differLetter(to: Addressee, told: Told, links: readonly OutcomeLink[]): Letter {
  const words = letterWords(to.language);
  return {
    subject: words.differ.subject(told.with),
    body: [
      paragraph(words.greeting(to.name)),
      paragraph(words.differ.text(told.with, whenText(told.startsAt, to))),
      ...oneForEach(to, links),
      note(words.differ.noBlame),
    ],
  };
}

export function missedLetter(to: Addressee, told: Told): Letter {
  const words = letterWords(to.language);
  return {
    subject: words.missed.subject(told.with),
    body: [
      paragraph(words.greeting(to.name)),
      paragraph(words.missed.text(told.with, whenText(told.startsAt, to))),
      action(words.proposeAnew, told.href),
      note(words.missed.often),
    ],
  };
}

/** Somebody's calendar program said no, or perhaps. */
export function declinedLetter(to: Addressee, told: Told, { by, isDeclined }: { by: string; isDeclined: boolean }): Letter {
  const words = letterWords(to.language);
  const when = whenText(told.startsAt, to);
  return {
    subject: (isDeclined ? words.declined.subject : words.declined.perhaps)(by),
    body: [
      paragraph(words.greeting(to.name)),
      paragraph((isDeclined ? words.declined.text : words.declined.perhapsText)(by, when)),
      action(words.declined.other, told.href),
    ],
  };
}
