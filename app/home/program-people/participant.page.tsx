import { z } from "zod";
import { checksPath } from "../../networks/checks/background-check.ts";
import { checkWords } from "../../networks/checks/checks.messages.ts";
import { newestOf } from "../../networks/checks/missing-checks.ts";
import { StandingOfChecks } from "../../networks/checks/standing-of-checks.tsx";
import { changeCapacity } from "../../networks/enrollment/change-capacity.ts";
import { findAnswers } from "../../networks/enrollment/find-answers.ts";
import { findParticipant, partsTogether } from "../../networks/enrollment/find-participant.ts";
import { inviteAgain } from "../../networks/enrollment/invite-participants.ts";
import { mostPlaces, type ParticipantRole, participantsPath } from "../../networks/enrollment/participant.ts";
import { pauseParticipant } from "../../networks/enrollment/pause-participant.ts";
import { takeBackParticipant, withdrawParticipant } from "../../networks/enrollment/withdraw-participant.ts";
import { listGuardians } from "../../networks/guardians/list-guardians.ts";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { listQuestions } from "../../networks/programs/list-questions.ts";
import type { Question } from "../../networks/programs/question.ts";
import { programWords } from "../../networks/programs/program.messages.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import { findShownProfile } from "../../people/profiles/find-profile.ts";
import { ProfileCard } from "../../people/profiles/profile-card.tsx";
import { dayIn } from "../../people/profiles/pause-profile.ts";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { optionalDate, optionalWholeNumber } from "../../platform/form-fields.ts";
import { listPairsOf } from "../../relationships/all-pairs/list-pairs.ts";
import { PairsBrief } from "../../relationships/all-pairs/pairs-brief.tsx";
import { page } from "../../platform/page.ts";
import { GuardiansBrief } from "../../relationships/guardians/guardians-brief.tsx";
import { endRest, findRest } from "../../relationships/closure/find-rest.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { Face } from "../../ui/person.tsx";
import { findUnmatched, listOffersOf, listReturnedLetters } from "./find-history.ts";
import { describePeople, scopeOf } from "./list-people.ts";
import { ParticipantActs } from "./participant-acts.tsx";
import { Answers, History, NextStep, Returned } from "./participant-sections.tsx";
import { participantWords } from "./participant.messages.ts";
import { peopleWords } from "./people.messages.ts";
import { hasHistory, removeParticipant } from "./remove-participant.ts";

const nothing = z.object({});

/** What this role is asked and the other is not. */
async function listOwnQuestions(ctx: Context, organizationId: string, programId: string, role: ParticipantRole): Promise<Question[]> {
  return (await listQuestions(ctx, organizationId, programId, role)).filter(({ askedOf }) => askedOf !== "both");
}

export const participantPage = page("/organizations/:organizationId/programs/:programId/participants/:participantId", {
  access: coordinators,
  show: async (ctx, { organizationId, programId, participantId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const participant = await findParticipant(ctx, organizationId, programId, participantId);
    const [standing] = await describePeople(ctx, await scopeOf(ctx, organizationId, programId), [participantId]);
    const profile = found(await findShownProfile(ctx, organizationId, participant.personId, "coordinator"));
    const questions = await listQuestions(ctx, organizationId, programId, participant.role);
    const parts = await partsTogether(ctx, organizationId, participantId);
    const offers = await listOffersOf(ctx, organizationId, parts);
    const isPeer = program.format === "peer";
    const histories = await Promise.all(parts.map((part) => hasHistory(ctx, organizationId, part)));
    const rest = participant.role === "mentee" || isPeer ? await findRest(ctx, { organizationId, programId, participantId }) : undefined;
    const words = participantWords(ctx.reader);
    const said = peopleWords(ctx.reader);
    const at = participantsPath(organizationId, programId);
    return (
      <Page
        title={participant.name}
        above={<Face name={participant.name} picture={profile.picture} large />}
        lead={
          <>
            {said[isPeer ? "peer" : participant.role]}. <NextStep standing={found(standing)} participant={participant} program={program} />
          </>
        }
        audience={programWords(ctx.reader).coordinatorsSee}
        crumbs={[...programCrumbs(organization, program), { href: at, label: said.title }]}
      >
        <Returned letters={await listReturnedLetters(ctx, organizationId, participant.personId)} />
        <PairsBrief organizationId={organizationId} pairs={await listPairsOf(ctx, { organizationId, programId }, participant.personId)} />
        <Section title={words.profile}>
          <ProfileCard profile={profile} isNameless />
        </Section>
        <Answers
          questions={questions}
          answers={await findAnswers(ctx, organizationId, participantId)}
          editHref={`${visit.path}/answers`}
          editedAt={participant.editedAt}
        />
        {/* What only her other part is asked: everything else she answers once for both. */}
        {await Promise.all(
          parts
            .filter((part) => part !== participantId)
            .map(async (part) => (
              <Answers
                key={part}
                questions={await listOwnQuestions(ctx, organizationId, programId, participant.role === "mentee" ? "mentor" : "mentee")}
                answers={await findAnswers(ctx, organizationId, part)}
                editHref={`${at}/${part}/answers`}
                editedAt={null}
              />
            )),
        )}
        <GuardiansBrief
          guardians={await listGuardians(ctx, organizationId, [participant.personId])}
          name={participant.name}
          href={`${visit.path}/guardians`}
        />
        {(participant.role === "mentor" || isPeer) && (
          <Section title={checkWords(ctx.reader).link}>
            {program.neededChecks.length > 0 && (
              <StandingOfChecks
                needed={program.neededChecks}
                newest={await newestOf(ctx, organizationId, participant.personId)}
                today={dayIn(organization.timeZone, ctx.now)}
              />
            )}
            {participant.personId !== ctx.actor.personId && (
              <p>
                <a href={checksPath(organizationId, participant.personId)}>{checkWords(ctx.reader).open}</a>
              </p>
            )}
          </Section>
        )}
        <History
          participant={participant}
          offers={offers}
          unmatched={await findUnmatched(ctx, organizationId, parts)}
          href={(id) => `${at}/${id}`}
        />
        <ParticipantActs
          participant={participant}
          defaultCapacity={program.defaultCapacity}
          openOffers={offers.filter(({ state }) => state === "open").map(({ otherName }) => otherName)}
          canBeRemoved={!histories.includes(true)}
          hasPlaces={participant.role === "mentor" && !isPeer}
          rest={rest}
          visit={visit}
        />
      </Page>
    );
  },
  acts: {
    capacity: form(
      z.object({ capacity: optionalWholeNumber(0, mostPlaces) }),
      async (ctx: PersonalContext, { organizationId, programId, participantId }, { capacity }) => {
        await changeCapacity(ctx, organizationId, programId, participantId, capacity);
        return { notice: participantWords(ctx.reader).capacitySaved };
      },
    ),
    pause: form(
      z.object({ until: optionalDate() }),
      async (ctx: PersonalContext, { organizationId, programId, participantId }, { until }) => {
        await pauseParticipant(ctx, organizationId, programId, participantId, until);
        const words = participantWords(ctx.reader);
        return { notice: until === null ? words.pauseEnded : words.paused };
      },
    ),
    endRest: form(nothing, async (ctx: PersonalContext, its) => {
      await findParticipant(ctx, its.organizationId, its.programId, its.participantId);
      await endRest(ctx, its);
      return { notice: participantWords(ctx.reader).restEnded };
    }),
    invite: form(nothing, async (ctx: PersonalContext, { organizationId, programId, participantId }) => {
      await inviteAgain(ctx, organizationId, programId, participantId);
      return { notice: participantWords(ctx.reader).letterSent };
    }),
    withdraw: form(nothing, async (ctx: PersonalContext, { organizationId, programId, participantId }) => {
      await withdrawParticipant(ctx, organizationId, programId, participantId);
      return { notice: participantWords(ctx.reader).withdrawn };
    }),
    takeBack: form(nothing, async (ctx: PersonalContext, { organizationId, programId, participantId }) => {
      await takeBackParticipant(ctx, organizationId, programId, participantId);
      return { notice: participantWords(ctx.reader).takenBack };
    }),
    remove: form(nothing, async (ctx: PersonalContext, { organizationId, programId, participantId }) => {
      const { name } = await findParticipant(ctx, organizationId, programId, participantId);
      await removeParticipant(ctx, organizationId, programId, participantId);
      return { to: participantsPath(organizationId, programId), notice: participantWords(ctx.reader).removed(name) };
    }),
  },
});
