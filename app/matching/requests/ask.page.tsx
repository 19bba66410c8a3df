import { z } from "zod";
import { listOwnParts } from "../../networks/enrollment/find-participant.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { ProfileCard } from "../../people/profiles/profile-card.tsx";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, found, Invalid, type Sentence } from "../../platform/errors.ts";
import { checkbox, text } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Checkbox } from "../../ui/choices.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDeadline, formatNumber } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { directoryPath, personPath } from "../choices/choice-path.ts";
import { findPeople, lookAsReader } from "../directory/find-directory.ts";
import { FoundFacts, nameOf } from "../directory/found-card.tsx";
import { directoryWords } from "../directory/directory.messages.ts";
import { findMode } from "../modes/find-mode.ts";
import { attestAdult } from "../offers/attest-adult.ts";
import { menteesOfTheProgram } from "./access.ts";
import { AskedCallout, findAsked } from "./asked.tsx";
import { calledName, findRequest } from "./find-request.ts";
import { listChoicesOf } from "./list-choices-of.ts";
import { listOwnRequests } from "./list-requests.ts";
import { type Asking, makeRequest, refuseWhatCannotBeAsked } from "./make-request.ts";
import { longestWords } from "./request.ts";
import { requestWords } from "./requests.messages.ts";

interface OfMentor {
  readonly organizationId: string;
  readonly programId: string;
  readonly participantId: string;
}

/** A mentee asks one mentor, with a few words of her own. */
export const askPage = page("/organizations/:organizationId/programs/:programId/mentors/:participantId/ask", {
  access: menteesOfTheProgram,
  async show(ctx, its, visit) {
    const { organizationId, programId, participantId } = its;
    const own = await ownPart(ctx, its);
    const program = await findProgram(ctx, organizationId, programId);
    const mode = await findMode(ctx, organizationId, programId);
    const [mentor] = await findPeople(ctx, await lookAsReader(ctx, its, "mentor"), [participantId], { evenAway: true });
    const { profile, ...person } = found(mentor);
    const { language } = ctx.reader;
    const name = nameOf(person, directoryWords(language), formatNumber(language, person.number));
    const words = requestWords(language);
    const asking = { organizationId, programId, menteeId: own.id, mentorId: participantId };
    const asked = await findAsked(ctx, asking);
    const refusal = await refusalOf(ctx, asking);
    const open = (await listOwnRequests(ctx, organizationId, programId, "mentee", own.id)).filter(({ state }) => state === "open").length;
    const others = (await listChoicesOf(ctx, organizationId, programId, own.id)).filter((id) => id !== participantId).length;
    const back = (
      <ButtonLink href={directoryPath(organizationId, programId, "mentor")} kind="plain">
        {words.ask.backToList}
      </ButtonLink>
    );
    return (
      <Page
        title={words.ask.title(name)}
        lead={words.ask.lead(program.name)}
        audience={words.ask.audience(name)}
        crumbs={[
          { href: "/", label: words.myPage },
          { href: personPath(organizationId, programId, "mentor", participantId), label: name },
        ]}
      >
        {asked ? (
          <>
            <AskedCallout asked={asked} mentor={name} organizationId={organizationId} />
            {back}
          </>
        ) : refusal ? (
          <Callout kind="warn" title={words.ask.cannot}>
            <p>{refusal(language)}</p>
            <Buttons>
              {back}
              <ButtonLink href={`${programPath(organizationId, programId)}/requests`} kind="quiet">
                {words.ask.mine}
              </ButtonLink>
            </Buttons>
          </Callout>
        ) : (
          <Form action={visit.path} {...visit.refused()}>
            <p>{words.ask.what(name, mode.requestDays)}</p>
            <TextArea name="words" label={words.ask.words(name)} hint={words.ask.wordsHint} rows={5} maxlength={longestWords} required />
            <Checkbox
              name="fallsOn"
              label={words.ask.fallsOn}
              hint={others > 0 ? words.ask.fallsOnHint(others) : words.ask.fallsOnNobody}
            />
            {own.attestedAt === null && <Checkbox name="adult" label={words.ask.adult} hint={words.ask.adultWhy} required />}
            <p class="hint">{words.ask.slots(open, mode.openRequests)}</p>
            <Buttons>
              <Button>{words.ask.send(name)}</Button>
              {back}
            </Buttons>
          </Form>
        )}
        <Section title={words.page.who(name)}>
          <FoundFacts person={{ profile, ...person }} most={4} isBrief={false} />
          <ProfileCard profile={profile} isNameless={person.name === undefined} />
        </Section>
      </Page>
    );
  },
  submit: form(
    z.object({ words: text(longestWords), fallsOn: checkbox(), adult: checkbox() }),
    async (ctx: PersonalContext, its: OfMentor, sent) => {
      const { organizationId, programId, participantId } = its;
      const own = await ownPart(ctx, its);
      const words = requestWords(ctx.reader);
      if (own.attestedAt === null && !sent.adult) throw new Invalid({ adult: (language) => requestWords(language).ask.adultWhy });
      const requestId = await makeRequest(ctx, {
        organizationId,
        programId,
        menteeId: own.id,
        mentorId: participantId,
        words: sent.words,
        fallsOn: sent.fallsOn,
      });
      if (own.attestedAt === null) await attestAdult(ctx, organizationId, own.id);
      const request = await findRequest(ctx, organizationId, requestId);
      const until = formatDeadline({ ...ctx.reader, now: ctx.now }, request.answerBy);
      return {
        to: `${programPath(organizationId, programId)}/requests`,
        notice: words.ask.sent(calledName(request, "mentor", ctx.reader.language), until),
      };
    },
  ),
});

async function ownPart(ctx: PersonalContext, { organizationId, programId }: OfMentor) {
  const parts = await listOwnParts(ctx, organizationId, programId, ctx.actor.personId);
  return found(parts.find(({ role, withdrawnAt }) => role === "mentee" && withdrawnAt === null));
}

async function refusalOf(ctx: PersonalContext, asking: Asking): Promise<Sentence | undefined> {
  try {
    await refuseWhatCannotBeAsked(ctx, asking);
    return undefined;
  } catch (error) {
    if (error instanceof Conflict) return error.sentence;
    throw error;
  }
}
