import { sql } from "kysely";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict, Invalid, type Sentence } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { countAnswers } from "./count-answers.ts";
import { lockProgram } from "./find-program.ts";
import { findQuestion } from "./list-questions.ts";
import type { Question } from "./question.ts";
import { fateOf, kindsLike, strandedAnswers, vanishedOptions } from "./question-edit.ts";
import { checkedQuestion, columnsOf, type QuestionWish } from "./question-shape.ts";
import { questionWords } from "./questions.messages.ts";
import { recheckCompletion } from "./recheck-completion.ts";

/** What was said about answers that no longer fit: the form's fields by name. */
interface Fates {
  readonly dropAnswers: boolean;
  readonly said: (field: string) => string | undefined;
}

/**
 * Changes a question. Answers that name an option which is gone follow what was said about it (another option, or nothing), and
 * answers of people who are no longer asked go only where that was said; otherwise it is Invalid, at the field that asks.
 */
export async function editQuestion(
  ctx: Context,
  organizationId: string,
  programId: string,
  questionId: string,
  wish: QuestionWish,
  fates: Fates,
): Promise<void> {
  await lockProgram(ctx, organizationId, programId);
  const before = await findQuestion(ctx, organizationId, programId, questionId);
  if (!kindsLike(before.kind).includes(wish.kind)) throw new Conflict((language) => questionWords(language).otherKind);
  const question = checkedQuestion(wish);
  const use = await countAnswers(ctx, organizationId, questionId);

  const unclear: Record<string, Sentence> = {};
  const renamed = new Map<string, string | null>();
  for (const { option, field } of before.options.length > 0 ? vanishedOptions(before.options, question.options, use) : []) {
    const fate = fateOf(fates.said(field), question.options);
    if (fate === undefined) unclear[field] = (language) => questionWords(language).sayWhatBecomes(option);
    else renamed.set(option, fate);
  }
  const stranded = strandedAnswers(question.askedOf, use);
  if (stranded > 0 && !fates.dropAnswers) unclear["dropAnswers"] = (language) => questionWords(language).confirmDropping(stranded);
  if (Object.keys(unclear).length > 0) throw new Invalid(unclear);

  await rewriteAnswers(ctx, organizationId, before, renamed);
  if (stranded > 0) await dropAnswersOf(ctx, organizationId, questionId, question);
  await ctx.db
    .updateTable("question")
    .set(columnsOf(question))
    .where("organization_id", "=", organizationId)
    .where("id", "=", questionId)
    .execute();
  await recheckCompletion(ctx, organizationId, programId);
  if (renamed.size > 0 || stranded > 0)
    await audit(ctx, {
      organizationId,
      act: "question.answers-changed",
      subjectKind: "question",
      subjectId: questionId,
      detail: { options: Object.fromEntries(renamed), dropped: stranded },
    });
  await announce(ctx, "question.changed", { organizationId, programId, questionId, renamedOptions: Object.fromEntries(renamed) });
}

/** All options at once, so that two that change places do not become one. */
async function rewriteAnswers(
  ctx: Context,
  organizationId: string,
  question: Question,
  renamed: ReadonlyMap<string, string | null>,
): Promise<void> {
  if (renamed.size === 0) return;
  const fate = sql`unnest(${[...renamed.keys()]}::text[], ${[...renamed.values()]}::text[]) as fate (was, becomes)`;
  const ofThis = sql`a.organization_id = ${organizationId}::uuid and a.question_id = ${question.id}::uuid`;
  if (question.kind === "choices")
    await sql`
      update answer a set updated_at = ${ctx.now}::timestamptz, value = (
        select coalesce(jsonb_agg(kept.option order by kept.place), '[]') from (
          select case when fate.was is null then chosen.option else fate.becomes end as option, min(chosen.place) as place
          from jsonb_array_elements_text(a.value) with ordinality as chosen (option, place)
          left join ${fate} on fate.was = chosen.option
          group by 1) kept
        where kept.option is not null)
      where ${ofThis} and a.value ?| ${[...renamed.keys()]}::text[]`.execute(ctx.db);
  else
    await sql`
      update answer a set updated_at = ${ctx.now}::timestamptz, value = coalesce(to_jsonb(fate.becomes), '[]')
      from ${fate} where ${ofThis} and a.value = to_jsonb(fate.was)`.execute(ctx.db);
  await sql`delete from answer a where ${ofThis} and a.value = '[]'`.execute(ctx.db);
}

async function dropAnswersOf(ctx: Context, organizationId: string, questionId: string, { askedOf }: QuestionWish): Promise<void> {
  await sql`
    delete from answer a using participant p
    where a.organization_id = ${organizationId}::uuid and a.question_id = ${questionId}::uuid
      and p.organization_id = a.organization_id and p.id = a.participant_id and ${askedOf} not in ('both', p.role || 's')`.execute(ctx.db);
}
