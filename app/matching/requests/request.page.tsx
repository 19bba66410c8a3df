import { z } from "zod";
import { CoordinatorContacts } from "../../networks/programs/coordinator-contacts.tsx";
import { listCoordinators } from "../../networks/programs/list-coordinators.ts";
import { findProfile } from "../../people/profiles/find-profile.ts";
import { dayIn, monthsLater } from "../../people/profiles/pause-profile.ts";
import { ProfileCard } from "../../people/profiles/profile-card.tsx";
import { showProfile } from "../../people/profiles/show-profile.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { found, Invalid } from "../../platform/errors.ts";
import { checkbox, choice, optionalDate, optionalText, text } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page, type Visit } from "../../platform/page.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choices.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Details } from "../../ui/details.tsx";
import { DateField, TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDay } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { useReader } from "../../ui/reader.ts";
import { tellsNothingOfHer, withoutIdentity } from "../directory/found-person.ts";
import { reasonSentences } from "../explanations/reason-sentences.ts";
import { attestAdult } from "../offers/attest-adult.ts";
import { otherSide, type Side } from "../offers/offer.ts";
import { AskDetails, DeclineDetails } from "../offers/answer-details.tsx";
import { offerWords } from "../offers/offers.messages.ts";
import { perspectiveOf } from "../offers/offer-letters.email.ts";
import { peopleOfTheRequest } from "./access.ts";
import { acceptRequest, declineRequest, pauseInsteadOfAnswering, withdrawRequest } from "./answer-request.ts";
import { answerMentor, askMentee } from "./ask-mentee.ts";
import { calledName, findRequest, isNameless, ownSideOf, type RequestWithPeople, wordsOf } from "./find-request.ts";
import { listChoicesOf } from "./list-choices-of.ts";
import { fitOf } from "./pair-fit.ts";
import { requestDeclineReasons, requestHasRunOut } from "./request.ts";
import { whyItWaits } from "../offers/why-it-waits.ts";
import { RequestStatus } from "./request-status.tsx";
import { requestWords } from "./requests.messages.ts";

/** Where the mentor meets who asks her, and answers; and where the mentee sees how her request stands. */
export const requestPage = page("/organizations/:organizationId/requests/:requestId", {
  access: peopleOfTheRequest,
  async show(ctx, { organizationId, requestId }, visit) {
    const request = await findRequest(ctx, organizationId, requestId);
    const side = found(ownSideOf(ctx, request));
    const { language } = ctx.reader;
    const words = requestWords(language);
    const other = calledName(request, otherSide(side), language);
    const next = await findFollower(ctx, request, side);
    const isOpen = request.state === "open" && !requestHasRunOut(request, ctx.now);
    const hasNotBegun = request.state === "accepted" && request.relationshipId === null;
    const waiting = hasNotBegun ? await whyItWaits(ctx, request, request[side].participantId) : undefined;
    const reasons = await reasonsFor(ctx, request, side);
    const own = await findProfile(ctx, organizationId, ctx.actor.personId);
    return (
      <Page
        title={words.page.title(other)}
        lead={words.page.lead[side](request.programName)}
        audience={words.page.audience(other)}
        crumbs={[
          { href: "/", label: words.myPage },
          { href: `/organizations/${organizationId}/programs/${request.programId}/requests`, label: words.own.title },
        ]}
      >
        <RequestStatus
          request={request}
          side={side}
          next={next}
          hasFurtherChoices={await hasFurtherChoices(ctx, request, side)}
          waiting={waiting}
        />
        <Section title={side === "mentor" ? words.page.herWords(other) : words.page.yourWords}>
          <OwnWords text={side === "mentor" ? wordsOf(request, "mentee", request.words) : request.words} />
        </Section>
        {request.question !== null && <Question request={request} side={side} isOpen={isOpen} visit={visit} />}
        {isOpen && side === "mentor" && (
          <AnswerForms request={request} visit={visit} pauseUntil={monthsLater(dayIn(ctx.reader.timeZone, ctx.now), 1)} />
        )}
        {reasons.length > 0 && (
          <Section title={words.page.why}>
            <ul>
              {reasons.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Section>
        )}
        <Section title={words.page.who(other)}>
          <ProfileCard
            profile={await profileOfOther(ctx, request, side)}
            isNameless={isNameless(request)}
            {...(own && { viewer: { hours: own.availability, zone: own.timeZone } })}
          />
        </Section>
        {isOpen && side === "mentee" && (
          <Details summary={words.page.withdraw}>
            <Confirm
              action={visit.path}
              act="withdraw"
              gone={[words.page.withdrawHint(other)]}
              button={words.page.withdraw}
              cancelHref={visit.path}
            />
          </Details>
        )}
        <CoordinatorContacts coordinators={await listCoordinators(ctx, organizationId, request.programId)} />
      </Page>
    );
  },
  acts: {
    accept: form(z.object({ adult: checkbox() }), async (ctx, its, { adult }) => {
      const request = await findRequest(ctx, its.organizationId, its.requestId);
      if (ownSideOf(ctx, request) === "mentor" && !request.mentor.hasAttestedAdult) {
        if (!adult) throw new Invalid({ adult: (language) => requestWords(language).page.adultWhy });
        await attestAdult(ctx, its.organizationId, request.mentor.participantId);
      }
      const { relationshipId } = await acceptRequest(ctx, its);
      const words = requestWords(ctx.reader).page;
      return relationshipId
        ? { to: `/organizations/${its.organizationId}/relationships/${relationshipId}`, notice: words.done(request.mentee.name) }
        : {};
    }),
    decline: form(z.object({ reason: choice(requestDeclineReasons), note: optionalText(1000) }), async (ctx, its, answer) => {
      await declineRequest(ctx, its, answer);
      return { notice: requestWords(ctx.reader).page.doneDeclined };
    }),
    ask: form(z.object({ question: text(1000) }), async (ctx, its, { question }) => {
      await askMentee(ctx, its, question);
      return { notice: requestWords(ctx.reader).page.doneAsked };
    }),
    answer: form(z.object({ answer: text(2000) }), async (ctx, its, { answer }) => {
      await answerMentor(ctx, its, answer);
      return { notice: requestWords(ctx.reader).page.doneAnswered };
    }),
    pause: form(z.object({ until: optionalDate() }), async (ctx: PersonalContext, its, { until }) => {
      if (until === null) throw new Invalid({ until: (language) => requestWords(language).pauseInPast });
      await pauseInsteadOfAnswering(ctx, its, until);
      return { notice: requestWords(ctx.reader).page.donePaused(formatDay(ctx.reader.language, until)) };
    }),
    withdraw: form(z.object({}), async (ctx, its) => {
      await withdrawRequest(ctx, its);
      return { notice: requestWords(ctx.reader).page.doneWithdrawn };
    }),
  },
});

/** The mentee has shown herself to the mentor whom she asks; of the mentor she sees what everybody in the program does, until they are a pair. */
async function profileOfOther(ctx: PersonalContext, request: RequestWithPeople, side: Side) {
  const profile = found(await findProfile(ctx, request.organizationId, request[otherSide(side)].personId));
  const shown = showProfile(
    profile,
    request.state === "accepted" ? "partner" : side === "mentor" && request.state === "open" ? "match" : "program",
  );
  return isNameless(request) ? withoutIdentity(shown) : shown;
}

async function reasonsFor(ctx: PersonalContext, request: RequestWithPeople, side: Side): Promise<string[]> {
  if (request.state !== "open") return [];
  const { organizationId, programId } = request;
  const fit = await fitOf(ctx, {
    organizationId,
    programId,
    menteeId: request.mentee.participantId,
    mentorId: request.mentor.participantId,
  });
  const shown = fit.reasons.filter(
    (part) => (side === "mentor" || part.shownTo === "program") && (!isNameless(request) || tellsNothingOfHer(part)),
  );
  const { language } = ctx.reader;
  return reasonSentences(shown, language, perspectiveOf(side, calledName(request, otherSide(side), language)));
}

async function findFollower(ctx: PersonalContext, request: RequestWithPeople, side: Side): Promise<RequestWithPeople | undefined> {
  if (side === "mentor" || request.state === "open") return undefined;
  const row = await ctx.db
    .selectFrom("request")
    .select("id")
    .where("organization_id", "=", request.organizationId)
    .where("follows", "=", request.id)
    .executeTakeFirst();
  return row && findRequest(ctx, request.organizationId, row.id);
}

async function hasFurtherChoices(ctx: PersonalContext, { organizationId, programId, mentee }: RequestWithPeople, side: Side) {
  return side === "mentee" && (await listChoicesOf(ctx, organizationId, programId, mentee.participantId)).length > 0;
}

function AnswerForms({ request, visit, pauseUntil }: { request: RequestWithPeople; visit: Visit; pauseUntil: string }) {
  const { language } = useReader();
  const words = requestWords(language).page;
  const other = calledName(request, "mentee", language);
  const { reasons } = offerWords(language);
  return (
    <Section title={words.yourAnswer}>
      <Form action={visit.path} id="accept" act="accept" {...visit.refused("accept")}>
        {!request.mentor.hasAttestedAdult && <Checkbox name="adult" label={words.adult} hint={words.adultWhy} required />}
        <Button>{words.accept}</Button>
        <p class="hint">{words.acceptHint(other)}</p>
      </Form>
      {request.question === null && <AskDetails visit={visit} words={words} hint={words.askHint(other)} />}
      <DeclineDetails visit={visit} words={words} options={requestDeclineReasons.map((value) => ({ value, label: reasons[value] }))} />
      <Details summary={words.pause} open={visit.refused("pause") !== undefined}>
        <Form action={visit.path} id="pause" act="pause" {...visit.refused("pause")}>
          <p>{words.pauseHint}</p>
          <DateField name="until" label={words.pauseUntil} value={pauseUntil} required />
          <Button kind="plain">{words.pauseButton}</Button>
        </Form>
      </Details>
    </Section>
  );
}

function Question({ request, side, isOpen, visit }: { request: RequestWithPeople; side: Side; isOpen: boolean; visit: Visit }) {
  const { language } = useReader();
  const words = requestWords(language).page;
  const other = calledName(request, otherSide(side), language);
  const readAs = (whose: Side, said: string): string => (whose === side ? said : wordsOf(request, whose, said));
  return (
    <Section title={side === "mentor" ? words.asked : words.askedOf(other)}>
      <OwnWords text={readAs("mentor", request.question ?? "")} />
      {request.answer !== null && (
        <blockquote>
          <OwnWords text={readAs("mentee", request.answer)} />
        </blockquote>
      )}
      {request.answer === null && side === "mentor" && <p class="quiet">{words.notAnswered(other)}</p>}
      {request.answer === null && side === "mentee" && isOpen && (
        <Form action={visit.path} id="answer" act="answer" {...visit.refused("answer")}>
          <TextArea name="answer" label={words.answer} rows={3} maxlength={2000} required />
          <Button kind="plain">{words.sendAnswer}</Button>
        </Form>
      )}
    </Section>
  );
}
