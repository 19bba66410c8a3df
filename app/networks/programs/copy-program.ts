import { sql } from "kysely";
import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { announce } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import { lockProgram } from "./find-program.ts";
import { listQuestions } from "./list-questions.ts";
import type { ProgramCopy } from "./program-shape.ts";

/**
 * Makes a new program like this one: settings, texts and questions, the same coordinators, and of its people those who are wished
 * for, with their answers and without their history: in the copy nobody is invited, has joined or was matched. Criteria follow
 * from the fact. Returns the copy's id.
 */
export async function copyProgram(ctx: PersonalContext, organizationId: string, programId: string, copy: ProgramCopy): Promise<string> {
  const original = await lockProgram(ctx, organizationId, programId);
  const toProgramId = newId();
  await ctx.db
    .insertInto("program")
    .values({
      organization_id: organizationId,
      id: toProgramId,
      name: copy.name,
      purpose: original.purpose,
      format: original.format,
      starts_on: copy.startsOn,
      ends_on: copy.endsOn,
      default_capacity: original.defaultCapacity,
      sign_up: original.signUp,
      offer_days: original.offerDays,
      on_decline: original.onDecline,
      texts: JSON.stringify(original.texts),
      needed_checks: original.neededChecks,
      adults_only_attested_by: ctx.actor.personId,
      adults_only_attested_at: ctx.now,
      copied_from: programId,
      created_at: ctx.now,
    })
    .execute();
  await copyCoordinators(ctx, organizationId, programId, toProgramId);
  const questionIds = await copyQuestions(ctx, organizationId, programId, toProgramId);
  // Peers come along whole: each of them has both parts.
  const isEitherWished = original.format === "peer" && (copy.withMentors || copy.withMentees);
  const roles = [
    ...(copy.withMentors || isEitherWished ? (["mentor"] as const) : []),
    ...(copy.withMentees || isEitherWished ? (["mentee"] as const) : []),
  ];
  const people = await copyPeople(ctx, organizationId, programId, toProgramId, roles);
  await copyAnswers(ctx, organizationId, programId, toProgramId, questionIds);

  const subject = { organizationId, subjectKind: "program", subjectId: toProgramId };
  await audit(ctx, { ...subject, act: "program.copied", detail: { from: programId, roles, people } });
  await audit(ctx, { ...subject, act: "program.adults-only-attested" });
  await announce(ctx, "program.copied", {
    organizationId,
    fromProgramId: programId,
    toProgramId,
    questionIds: Object.fromEntries(questionIds),
  });
  return toProgramId;
}

async function copyCoordinators(ctx: PersonalContext, organizationId: string, from: string, to: string): Promise<void> {
  const runBy = await ctx.db
    .selectFrom("coordinator")
    .select("person_id")
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", from)
    .execute();
  // Who copies a program runs the copy, administrator or not.
  const personIds = new Set([ctx.actor.personId, ...runBy.map((row) => row.person_id)]);
  await ctx.db
    .insertInto("coordinator")
    .values([...personIds].map((person_id) => ({ organization_id: organizationId, program_id: to, person_id, created_at: ctx.now })))
    .execute();
}

async function copyQuestions(ctx: PersonalContext, organizationId: string, from: string, to: string): Promise<Map<string, string>> {
  const questions = await listQuestions(ctx, organizationId, from);
  const ids = new Map(questions.map(({ id }) => [id, newId()]));
  if (questions.length === 0) return ids;
  await ctx.db
    .insertInto("question")
    .values(
      questions.map((question, index) => ({
        organization_id: organizationId,
        id: ids.get(question.id)!,
        program_id: to,
        position: index + 1,
        kind: question.kind,
        label: question.label,
        help: question.help,
        asked_of: question.askedOf,
        options: [...question.options],
        minimum: question.minimum,
        maximum: question.maximum,
        is_required: question.isRequired,
        shown_to: question.shownTo,
        created_at: ctx.now,
      })),
    )
    .execute();
  return ids;
}

/** As many rows at once as stay well under PostgreSQL's 65,535 parameters of one statement. */
const rowsAtOnce = 5000;

async function copyPeople(
  ctx: PersonalContext,
  organizationId: string,
  from: string,
  to: string,
  roles: readonly ("mentor" | "mentee")[],
): Promise<number> {
  if (roles.length === 0) return 0;
  const people = await ctx.db
    .selectFrom("participant")
    .select(["person_id", "role", "capacity"])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", from)
    .where("role", "in", roles)
    .where("withdrawn_at", "is", null)
    .orderBy("id")
    .execute();
  for (let first = 0; first < people.length; first += rowsAtOnce)
    await ctx.db
      .insertInto("participant")
      .values(
        people.slice(first, first + rowsAtOnce).map((person) => ({
          organization_id: organizationId,
          id: newId(),
          program_id: to,
          person_id: person.person_id,
          role: person.role,
          capacity: person.capacity,
          created_at: ctx.now,
        })),
      )
      .execute();
  return people.length;
}

async function copyAnswers(
  ctx: PersonalContext,
  organizationId: string,
  from: string,
  to: string,
  questionIds: ReadonlyMap<string, string>,
): Promise<void> {
  await sql`
    insert into answer (organization_id, participant_id, question_id, value, updated_at)
    select a.organization_id, copy.id, question.copy, a.value, ${ctx.now}::timestamptz
    from participant copy
    join participant original on original.organization_id = copy.organization_id and original.program_id = ${from}::uuid
      and original.person_id = copy.person_id and original.role = copy.role
    join answer a on a.organization_id = original.organization_id and a.participant_id = original.id
    join unnest(${[...questionIds.keys()]}::uuid[], ${[...questionIds.values()]}::uuid[]) as question (original, copy)
      on question.original = a.question_id
    where copy.organization_id = ${organizationId}::uuid and copy.program_id = ${to}::uuid`.execute(ctx.db);
}
