import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { Invalid, type Sentence } from "../../platform/errors.ts";
import { listQuestions } from "../programs/list-questions.ts";
import { answerField, type AnswerValue, parseAnswer } from "../programs/question.ts";
import { lockParticipant, partsTogether } from "./find-participant.ts";

/** What a form sent, by the names of its fields. */
export type SentFields = Readonly<Record<string, unknown>>;

/**
 * Saves what somebody answered: her own words, or a coordinator's on her behalf. Required questions may be left open for now;
 * she counts as complete from the moment at which none is. Questions that the form did not hold stay as they are. Between peers
 * what is asked of everybody is answered for both of her parts.
 */
export async function writeAnswers(
  ctx: Context,
  organizationId: string,
  programId: string,
  participantId: string,
  sent: SentFields,
): Promise<void> {
  const { role } = await lockParticipant(ctx, organizationId, programId, participantId);
  const questions = await listQuestions(ctx, organizationId, programId, role);
  const problems: Record<string, Sentence> = {};
  const given: { questionId: string; value: AnswerValue }[] = [];
  const emptied: string[] = [];
  for (const question of questions) {
    const field = answerField(question.id);
    // Boxes that are not ticked send nothing; a hidden field says that the question was asked.
    if (!(asked(question.id) in sent)) continue;
    const raw = sent[field];
    const parsed = parseAnswer({ ...question, isRequired: false }, Array.isArray(raw) ? raw.filter((one) => typeof one === "string") : []);
    if (!parsed.ok) problems[field] = parsed.problem;
    else if (parsed.value === null) emptied.push(question.id);
    else given.push({ questionId: question.id, value: parsed.value });
  }
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  const parts = await partsTogether(ctx, organizationId, participantId);
  const ofEverybody = new Set(questions.filter(({ askedOf }) => askedOf === "both").map(({ id }) => id));
  if (emptied.length > 0) {
    await ctx.db
      .deleteFrom("answer")
      .where("organization_id", "=", organizationId)
      .where("participant_id", "in", parts)
      .where("question_id", "in", emptied)
      .execute();
  }
  if (given.length > 0) {
    await ctx.db
      .insertInto("answer")
      .values(
        given.flatMap(({ questionId, value }) =>
          parts
            .filter((part) => part === participantId || ofEverybody.has(questionId))
            .map((part) => ({
              organization_id: organizationId,
              participant_id: part,
              question_id: questionId,
              value: JSON.stringify(value),
              updated_at: ctx.now,
            })),
        ),
      )
      .onConflict((conflict) =>
        conflict.columns(["organization_id", "participant_id", "question_id"]).doUpdateSet({
          value: (eb) => eb.ref("excluded.value"),
          updated_at: ctx.now,
        }),
      )
      .execute();
  }
  await ctx.db
    .updateTable("participant")
    .set({ edited_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("id", "=", participantId)
    .execute();
  for (const part of parts) await recheckParticipant(ctx, organizationId, part);
}

/** The name of the hidden field beside a question. */
export const asked = (questionId: string): string => `asked-${questionId}`;

/** Whether she is complete: who has come in and lacks no required answer is, since the moment at which that became so. */
export async function recheckParticipant(ctx: Context, organizationId: string, participantId: string): Promise<void> {
  await sql`
    update participant p set completed_at = case when p.joined_at is not null and not exists (
        select from question q
        where q.organization_id = p.organization_id and q.program_id = p.program_id and q.is_required
          and q.asked_of in ('both', p.role || 's')
          and not exists (select from answer a where a.organization_id = p.organization_id and a.participant_id = p.id and a.question_id = q.id)
      ) then coalesce(p.completed_at, ${ctx.now}::timestamptz) end
    where p.organization_id = ${organizationId} and p.id = ${participantId}`.execute(ctx.db);
}
