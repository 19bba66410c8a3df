import { z } from "zod";
import { CoordinatorContacts } from "../../networks/programs/coordinator-contacts.tsx";
import { listCoordinators } from "../../networks/programs/list-coordinators.ts";
import { findProfile } from "../../people/profiles/find-profile.ts";
import { ProfileCard } from "../../people/profiles/profile-card.tsx";
import { showProfile } from "../../people/profiles/show-profile.ts";
import { found, Invalid } from "../../platform/errors.ts";
import { checkbox, choice, optionalText, text } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import type { Visit } from "../../platform/page.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choices.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { useReader } from "../../ui/reader.ts";
import { reasonSentences } from "../explanations/reason-sentences.ts";
import { listAffinities } from "../affinity/list-affinities.ts";
import { AffinitySentence } from "../affinity/affinity-sentence.tsx";
import { peopleOfTheOffer } from "./access.ts";
import { acceptOffer, declineOffer } from "./answer-offer.ts";
import { answerQuestion, askQuestion } from "./ask-question.ts";
import { attestAdult } from "./attest-adult.ts";
import { findOffer, listQuestionsOfOffer, type OfferQuestion, type OfferWithPeople, ownSide } from "./find-offer.ts";
import { AskDetails, DeclineDetails } from "./answer-details.tsx";
import { declineReasons, hasRunOut, isWaitingFor, otherSide, type Side } from "./offer.ts";
import { perspectiveOf } from "./offer-letters.email.ts";
import { OfferStatus } from "./offer-status.tsx";
import { offerWords } from "./offers.messages.ts";
import { whyItWaits } from "./why-it-waits.ts";

/** Where one of the two meets the other, and answers. */
export const offerPage = page("/organizations/:organizationId/offers/:offerId", {
  access: peopleOfTheOffer,
  async show(ctx, { organizationId, offerId }, visit) {
    const offer = await findOffer(ctx, organizationId, offerId);
    const side = found(ownSide(ctx, offer));
    const other = offer[otherSide(side)];
    const words = offerWords(ctx.reader).page;
    const questions = await listQuestionsOfOffer(ctx, organizationId, offerId);
    const profile = showProfile(found(await findProfile(ctx, organizationId, other.personId)), offer.relationshipId ? "partner" : "match");
    const own = await findProfile(ctx, organizationId, ctx.actor.personId);
    const shared = await listAffinities(ctx, organizationId, offer.programId, {
      menteeId: offer.mentee.participantId,
      mentorId: offer.mentor.participantId,
    });
    const hasNotBegun = offer.state === "accepted" && offer.relationshipId === null;
    const waiting = hasNotBegun ? await whyItWaits(ctx, offer, offer[side].participantId) : undefined;
    const isMine = isWaitingFor(offer, side) && !hasRunOut(offer, ctx.now);
    return (
      <Page
        title={words.title(other.name)}
        lead={words.lead(offer.programName)}
        audience={words.audience(other.name)}
        crumbs={[{ href: "/", label: words.myPage }]}
      >
        <OfferStatus offer={offer} side={side} waiting={waiting} />
        <Section title={words.why}>
          <ul>
            {reasonSentences(offer.reasons, ctx.reader.language, perspectiveOf(side, other.name)).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <AffinitySentence shared={shared} side={side} />
        </Section>
        <Section title={words.who(other.name)}>
          <ProfileCard profile={profile} {...(own && { viewer: { hours: own.availability, zone: own.timeZone } })} />
        </Section>
        <Questions questions={questions} side={side} otherName={other.name} isOpen={offer.state === "open"} visit={visit} />
        {isMine && (
          <AnswerForms offer={offer} side={side} hasAsked={questions.some((question) => question.askedBy === side)} visit={visit} />
        )}
        <CoordinatorContacts coordinators={await listCoordinators(ctx, organizationId, offer.programId)} />
      </Page>
    );
  },
  acts: {
    accept: form(z.object({ adult: checkbox() }), async (ctx, its, { adult }) => {
      const offer = await findOffer(ctx, its.organizationId, its.offerId);
      const side = found(ownSide(ctx, offer));
      if (!offer[side].hasAttestedAdult) {
        if (!adult) throw new Invalid({ adult: (language) => offerWords(language).page.adultWhy });
        await attestAdult(ctx, its.organizationId, offer[side].participantId);
      }
      const { relationshipId } = await acceptOffer(ctx, its);
      const notice = offerWords(ctx.reader).page.accepted(offer[otherSide(side)].name);
      return relationshipId ? { to: `/organizations/${its.organizationId}/relationships/${relationshipId}`, notice } : {};
    }),
    decline: form(z.object({ reason: choice(declineReasons), note: optionalText(1000) }), async (ctx, its, answer) => {
      await declineOffer(ctx, its, answer);
      return { notice: offerWords(ctx.reader).page.declined };
    }),
    ask: form(z.object({ question: text(1000) }), async (ctx, its, { question }) => {
      await askQuestion(ctx, its, question);
      return { notice: offerWords(ctx.reader).page.questionSent };
    }),
    answer: form(z.object({ answer: text(2000) }), async (ctx, its, { answer }) => {
      await answerQuestion(ctx, its, answer);
      return { notice: offerWords(ctx.reader).page.answerSent };
    }),
  },
});

interface AnswerProps {
  offer: OfferWithPeople;
  side: Side;
  hasAsked: boolean;
  visit: Visit;
}

function AnswerForms({ offer, side, hasAsked, visit }: AnswerProps) {
  const { language } = useReader();
  const { page: words, reasons } = offerWords(language);
  const other = offer[otherSide(side)].name;
  return (
    <Section title={words.yourAnswer}>
      <Form action={visit.path} id="accept" act="accept" {...visit.refused("accept")}>
        {!offer[side].hasAttestedAdult && <Checkbox name="adult" label={words.adult} hint={words.adultWhy} required />}
        <Button>{words.accept}</Button>
      </Form>
      <DeclineDetails visit={visit} words={words} options={declineReasons.map((value) => ({ value, label: reasons[value] }))} />
      {!hasAsked && <AskDetails visit={visit} words={words} hint={words.askHint(other)} />}
    </Section>
  );
}

interface QuestionsProps {
  questions: readonly OfferQuestion[];
  side: Side;
  otherName: string;
  isOpen: boolean;
  visit: Visit;
}

function Questions({ questions, side, otherName, isOpen, visit }: QuestionsProps) {
  const words = offerWords(useReader().language).page;
  return (
    <>
      {questions.map((question) => (
        <Section key={question.id} title={question.askedBy === side ? words.asked : words.askedOf(otherName)}>
          <OwnWords text={question.question} />
          {question.answer !== null && (
            <blockquote>
              <OwnWords text={question.answer} />
            </blockquote>
          )}
          {question.answer === null && question.askedBy === side && <p class="quiet">{words.notAnswered(otherName)}</p>}
          {question.answer === null && question.askedBy !== side && isOpen && (
            <Form action={visit.path} id="answer" act="answer" {...visit.refused("answer")}>
              <TextArea name="answer" label={words.answer} rows={3} maxlength={2000} required />
              <Button kind="plain">{words.sendAnswer}</Button>
            </Form>
          )}
        </Section>
      ))}
    </>
  );
}
