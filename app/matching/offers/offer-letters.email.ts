import type { ProgramFormat } from "../../networks/programs/program.ts";
import { action, type Letter, list, note, paragraph, quote } from "../../platform/letters/letter.ts";
import { formatDeadline } from "../../ui/formats.ts";
import { reasonSentences } from "../explanations/reason-sentences.ts";
import type { Perspective } from "../explanations/reasons.messages.ts";
import type { OfferQuestion, OfferWithPeople, PersonOfOffer } from "./find-offer.ts";
import { otherSide, type Side, wantsAnother } from "./offer.ts";
import { offerLetterWords } from "./offer-letters.messages.ts";

/** One of the two is written to; the link leads her in. */
interface To<O = OfferWithPeople> {
  readonly offer: O;
  readonly side: Side;
  readonly href: string;
}

/** What the first letter says: also of an offer that is not made yet. */
type Offered = Pick<OfferWithPeople, "programName" | "programTexts" | "format" | "answerBy" | "reasons"> &
  Readonly<Record<Side, Pick<PersonOfOffer, "name" | "language" | "timeZone">>>;

export const perspectiveOf = (side: Side, otherName: string): Perspective =>
  side === "mentee" ? { as: "mentee", mentor: otherName } : { as: "mentor", mentee: otherName };

function start({ offer, side }: To<Offered>) {
  const reader = offer[side];
  const words = offerLetterWords(reader.language);
  const other = offer[otherSide(side)].name;
  return { reader, words, other, greeting: paragraph(words.greeting(reader.name)), until: formatDeadline(reader, offer.answerBy) };
}

function introductionOf(format: ProgramFormat, side: Side, { offer }: ReturnType<typeof offerLetterWords>) {
  if (format === "peer") return offer.toPeer;
  if (side === "mentor") return offer.toMentor;
  return format === "reverse" ? offer.toSenior : offer.toMentee;
}

export function offerLetter(to: To<Offered>): Letter {
  const { offer, side, href } = to;
  const { reader, words, other, greeting, until } = start(to);
  const own = offer.programTexts.offer;
  return {
    subject: words.offer.subject(other, offer.programName),
    body: [
      greeting,
      paragraph(introductionOf(offer.format, side, words)(other, offer.programName)),
      ...(own ? [paragraph(own)] : []),
      paragraph(words.offer.why),
      list(reasonSentences(offer.reasons, reader.language, perspectiveOf(side, other))),
      action(words.offer.look(other), href),
      paragraph(words.offer.until(until, other)),
      note(words.offer.contact),
    ],
  };
}

export function offerReminder(to: To): Letter {
  const { words, other, greeting, until } = start(to);
  return {
    subject: words.reminder.subject(other, until),
    body: [greeting, paragraph(words.reminder.text(other, until)), action(words.offer.look(other), to.href)],
  };
}

export function begunLetter(to: To): Letter {
  const { words, other, greeting } = start(to);
  if (to.offer.format === "group") {
    const { group } = words.begun;
    const [subject, text] =
      to.side === "mentee" ? [group.subject(other), group.toMentee(other)] : [group.joined(other), group.toMentor(other)];
    return { subject, body: [greeting, paragraph(text), action(words.begun.open, to.href)] };
  }
  return {
    subject: words.begun.subject(other),
    body: [greeting, paragraph(words.begun.text(other)), action(words.begun.open, to.href), paragraph(words.begun.first)],
  };
}

/** Nobody is left without a word: what happened, and what happens next. */
export function releasedLetter(to: To): Letter {
  const { offer, side, href } = to;
  const { words, other, greeting } = start(to);
  const accepted = side === "mentee" ? offer.menteeAcceptedAt : offer.mentorAcceptedAt;
  const wasSilent = offer.state === "expired" && accepted === null;
  const hasOtherLeft = offer[side === "mentee" ? "mentor" : "mentee"].hasLeft;
  const what =
    offer.state === "withdrawn"
      ? (hasOtherLeft ? words.released.left : words.released.takenBack)(other)
      : wasSilent
        ? words.released.youRanOut(other)
        : offer.state === "expired"
          ? words.released.ranOut(other)
          : words.released.cannot(other);
  const goesOn = offer.state !== "withdrawn" && !wasSilent && !(offer.declinedBy === side && !wantsAnother(offer.declineReason));
  return {
    subject: words.released.subject(offer.programName),
    body: [
      greeting,
      paragraph(what),
      ...(goesOn ? [paragraph(side === "mentee" ? words.released.nextMentee : words.released.nextMentor)] : []),
      action(words.released.open, href),
    ],
  };
}

export function askedLetter(to: To, question: OfferQuestion): Letter {
  const { words, other, greeting } = start(to);
  return {
    subject: words.asked.subject(other),
    body: [greeting, paragraph(words.asked.text(other)), quote(question.question), action(words.asked.answer, to.href)],
  };
}

export function answeredLetter(to: To, question: OfferQuestion): Letter {
  const { words, other, greeting } = start(to);
  return {
    subject: words.answered.subject(other),
    body: [
      greeting,
      paragraph(words.answered.text(other)),
      quote(question.question),
      paragraph(words.answered.reply(other)),
      quote(question.answer ?? ""),
      action(words.answered.decide, to.href),
    ],
  };
}
