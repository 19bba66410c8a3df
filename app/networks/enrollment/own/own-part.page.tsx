import { z } from "zod";
import { dayIn } from "../../../people/profiles/pause-profile.ts";
import { isPaused } from "../../../people/profiles/profile.ts";
import type { PersonalContext } from "../../../platform/context.ts";
import { found } from "../../../platform/errors.ts";
import { form } from "../../../platform/form.ts";
import { mustBeTicked, optionalWholeNumber } from "../../../platform/form-fields.ts";
import { page } from "../../../platform/page.ts";
import { formatList } from "../../../ui/formats.ts";
import { Page } from "../../../ui/layout.tsx";
import { OwnWords } from "../../../ui/own-words.tsx";
import { newestOf } from "../../checks/missing-checks.ts";
import { OwnChecks } from "../../checks/own-checks.tsx";
import { findOrganization } from "../../organizations/find-organization.ts";
import { findProgram } from "../../programs/find-program.ts";
import { listCoordinators } from "../../programs/list-coordinators.ts";
import { listQuestions } from "../../programs/list-questions.ts";
import { participants } from "../access.ts";
import { changeCapacity } from "../change-capacity.ts";
import { listOwnParts } from "../find-participant.ts";
import { findAnswers } from "../find-answers.ts";
import { joinProgram } from "../join-program.ts";
import { mostPlaces, ownPath, type Participant, type ParticipantRole } from "../participant.ts";
import { withdrawParticipant } from "../withdraw-participant.ts";
import { writeAnswers } from "../write-answers.ts";
import { AttestForm, OwnPart } from "./own-part.tsx";
import { ownPartWords } from "./own-part.messages.ts";

interface Place {
  readonly organizationId: string;
  readonly programId: string;
}

/** A participant's own side of a program: come in, answer, say how much one can give, leave. */
export const ownPartPage = page("/organizations/:organizationId/programs/:programId/me", {
  access: participants,
  show: async (ctx, { organizationId, programId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const parts = await listOwnParts(ctx, organizationId, programId, ctx.actor.personId);
    const here = parts.filter(({ withdrawnAt }) => withdrawnAt === null);
    const isPeer = program.format === "peer";
    const questionsOf = async ({ role }: Participant) => {
      const questions = await listQuestions(ctx, organizationId, programId, role);
      // What is asked of both parts of a peer she answers once.
      return isPeer && role === "mentor" ? questions.filter(({ askedOf }) => askedOf !== "both") : questions;
    };
    const asked = await Promise.all(here.map(async (part) => ({ part, questions: await questionsOf(part) })));
    const shown = asked.filter(({ part, questions }) => !isPeer || part.role === "mentee" || questions.length > 0);
    const coordinators = (await listCoordinators(ctx, organizationId, programId)).map(({ name }) => name);
    const words = ownPartWords(ctx.reader);
    const [only] = here.length === 1 ? here : [];
    const takingPart = isPeer
      ? words.as.peer
      : only && program.format === "reverse"
        ? words.as.reverse[only.role]
        : words.as[only?.role ?? "both"];
    const names = formatList(ctx.reader.language, coordinators);
    const mayComeIn = here.some(({ attestedAt }) => attestedAt === null);
    const audience = words.audience(names);
    const today = dayIn(ctx.reader.timeZone, ctx.now);
    return (
      <Page
        title={program.name}
        lead={here.length === 0 ? words.left(names) : takingPart(organization.name)}
        audience={audience}
        crumbs={[{ href: "/", label: words.myPage }]}
      >
        {program.purpose !== "" && <OwnWords text={program.purpose} />}
        {here.length > 0 && program.texts.welcome && <OwnWords text={program.texts.welcome} />}
        {mayComeIn && <AttestForm visit={visit} />}
        {!mayComeIn && program.neededChecks.length > 0 && here.some(({ role }) => isPeer || role === "mentor") && (
          <OwnChecks
            organizationId={organizationId}
            personId={ctx.actor.personId}
            needed={program.neededChecks}
            newest={await newestOf(ctx, organizationId, ctx.actor.personId)}
            today={dayIn(organization.timeZone, ctx.now)}
          />
        )}
        {!mayComeIn &&
          (await Promise.all(
            shown.map(async ({ part, questions }) => (
              <OwnPart
                key={part.id}
                part={part}
                program={program}
                questions={questions}
                answers={await findAnswers(ctx, organizationId, part.id)}
                pausedUntil={isPaused(part, today) ? part.pausedUntil : null}
                hasOther={shown.length > 1}
                visit={visit}
              />
            )),
          ))}
      </Page>
    );
  },
  acts: {
    join: form(
      z.object({ isAdult: mustBeTicked((language) => ownPartWords(language).adultNeeded) }),
      async (ctx: PersonalContext, { organizationId, programId }: Place) => {
        await joinProgram(ctx, organizationId, programId);
        return { notice: ownPartWords(ctx.reader).joined };
      },
    ),
    answerAsMentee: answerAs("mentee"),
    answerAsMentor: answerAs("mentor"),
    withdrawAsMentee: withdrawAs("mentee"),
    withdrawAsMentor: withdrawAs("mentor"),
  },
});

function answerAs(role: ParticipantRole) {
  const shape = z.looseObject({ capacity: optionalWholeNumber(0, mostPlaces) });
  return form(shape, async (ctx: PersonalContext, { organizationId, programId }: Place, { capacity, ...sent }) => {
    const { id, attestedAt } = await findOwnPart(ctx, { organizationId, programId }, role);
    found(attestedAt);
    if (role === "mentor") await changeCapacity(ctx, organizationId, programId, id, capacity);
    await writeAnswers(ctx, organizationId, programId, id, sent);
    const { completedAt } = await findOwnPart(ctx, { organizationId, programId }, role);
    const words = ownPartWords(ctx.reader);
    return { notice: completedAt === null ? words.savedIncomplete : words.saved };
  });
}

function withdrawAs(role: ParticipantRole) {
  return form(z.object({}), async (ctx: PersonalContext, { organizationId, programId }: Place) => {
    const { id } = await findOwnPart(ctx, { organizationId, programId }, role);
    await withdrawParticipant(ctx, organizationId, programId, id);
    return { to: ownPath(organizationId, programId), notice: ownPartWords(ctx.reader).withdrawn };
  });
}

async function findOwnPart(ctx: PersonalContext, { organizationId, programId }: Place, role: ParticipantRole): Promise<Participant> {
  const parts = await listOwnParts(ctx, organizationId, programId, ctx.actor.personId);
  return found(parts.find((part) => part.role === role && part.withdrawnAt === null));
}
