import { action, type Letter, list, paragraph, quote } from "../../platform/letters/letter.ts";
import { formatDeadline } from "../../ui/formats.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import { reasonSentences } from "../explanations/reason-sentences.ts";
import { otherSide, type Side } from "../offers/offer.ts";
import { calledName, type RequestWithPeople, wordsOf } from "./find-request.ts";
import { requestLetterWords } from "./request-letters.messages.ts";

/** One of the two is written to; the link leads her in. */
interface To {
  readonly request: RequestWithPeople;
  readonly side: Side;
  readonly href: string;
}

function start({ request, side }: To) {
  const reader = request[side];
  const words = requestLetterWords(reader.language);
  const other = calledName(request, otherSide(side), reader.language);
  const greeting = paragraph(words.greeting(reader.name));
  return { reader, words, other, greeting, until: formatDeadline(reader, request.answerBy) };
}

/** To the mentor: who asks, in her own words, why the two, and by when. */
export function requestLetter(to: To, reasons: readonly ReasonPart[]): Letter {
  const { reader, words, other, greeting, until } = start(to);
  return {
    // Between equals nobody asks for mentoring.
    subject: (to.request.format === "peer" ? words.made.subjectOfEqual : words.made.subject)(other, to.request.programName),
    body: [
      greeting,
      paragraph(words.made.text(other, to.request.programName)),
      quote(wordsOf(to.request, "mentee", to.request.words)),
      ...(to.request.follows === null ? [] : [paragraph(words.made.followed)]),
      paragraph(words.made.why),
      list(reasonSentences(reasons, reader.language, { as: "mentor", mentee: other })),
      action(words.made.look(other), to.href),
      paragraph(words.made.until(until)),
    ],
  };
}

export function requestReminder(to: To): Letter {
  const { words, other, greeting, until } = start(to);
  return {
    subject: words.reminder.subject(other, until),
    body: [greeting, paragraph(words.reminder.text(other, until)), action(words.made.look(other), to.href)],
  };
}

/** What became of it for the mentee: her next choice was asked, or nobody is left on her list, or she goes on by herself. */
export type WhatNext =
  | { readonly kind: "asked"; readonly next: RequestWithPeople }
  | { readonly kind: "nobody-left" }
  | { readonly kind: "up-to-her" };

export function closedToMentee(to: To, whatNext: WhatNext): Letter {
  const { request, href } = to;
  const { reader, words, other, greeting } = start(to);
  const { closed } = words;
  const why =
    request.state === "declined"
      ? closed.declined
      : request.state === "expired"
        ? closed.expired
        : ((
            {
              "mentor-full": closed.full,
              "mentor-paused": closed.paused,
              "somebody-left": closed.left,
              "mode-changed": closed.mode,
            } as const
          )[request.withdrawnBecause as "mentor-full"] ?? closed.coordinator);
  const goesOn =
    whatNext.kind === "asked"
      ? closed.next(calledName(whatNext.next, "mentor", reader.language), formatDeadline(reader, whatNext.next.answerBy))
      : whatNext.kind === "nobody-left"
        ? closed.nobodyNext
        : request.withdrawnBecause === "mode-changed"
          ? undefined
          : closed.another;
  return {
    subject: closed.subject(request.programName),
    body: [
      greeting,
      paragraph(why(other)),
      ...(goesOn === undefined ? [] : [paragraph(goesOn)]),
      action(whatNext.kind === "asked" || goesOn === undefined ? closed.open : closed.look, href),
    ],
  };
}

/** The mentor is told what ended without her. */
export function closedToMentor(to: To): Letter {
  const { words, other, greeting } = start(to);
  const { toMentor } = words;
  const { state, withdrawnBecause } = to.request;
  const what =
    state === "expired"
      ? toMentor.expired
      : withdrawnBecause === "mentee"
        ? toMentor.withdrawn
        : withdrawnBecause === "found-somebody"
          ? toMentor.found
          : withdrawnBecause === "somebody-left"
            ? toMentor.left
            : toMentor.coordinator;
  return {
    subject: toMentor.subject(to.request.programName),
    body: [greeting, paragraph(what(other)), action(toMentor.open, to.href)],
  };
}

export function questionLetter(to: To): Letter {
  const { words, other, greeting } = start(to);
  return {
    subject: words.asked.subject(other),
    body: [
      greeting,
      paragraph(words.asked.text(other)),
      quote(wordsOf(to.request, "mentor", to.request.question ?? "")),
      action(words.asked.answer, to.href),
    ],
  };
}

export function questionAnsweredLetter(to: To): Letter {
  const { words, other, greeting } = start(to);
  return {
    subject: words.answered.subject(other),
    body: [
      greeting,
      paragraph(words.answered.text(other)),
      quote(to.request.question ?? ""),
      paragraph(words.answered.reply(other)),
      quote(wordsOf(to.request, "mentee", to.request.answer ?? "")),
      action(words.answered.decide, to.href),
    ],
  };
}
