import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/facts.ts";
import type { Import } from "./find-import.ts";

/** Questions that the import made go, and those that it widened are as narrow as before, unless somebody uses what it brought. */
export async function restoreQuestions(ctx: Context, one: Import): Promise<void> {
  const { organization_id: organizationId, program_id: programId } = one;
  const made = one.questions_before.filter(({ before }) => before === null).map(({ id }) => id);
  const { rows: gone } = await sql<{ id: string }>`
    delete from question q
    where q.organization_id = ${organizationId} and q.program_id = ${programId} and q.id = any (${made}::uuid[])
      and not exists (select from answer a where a.organization_id = ${organizationId} and a.question_id = q.id)
    returning q.id`.execute(ctx.db);
  await sql`
    delete from column_memory where organization_id = ${organizationId} and program_id = ${programId}
      and target = any (${gone.map(({ id }) => `question:${id}`)}::text[])`.execute(ctx.db);
  for (const { id } of gone) await announce(ctx, "question.deleted", { organizationId, programId, questionId: id });
  for (const { id, before } of one.questions_before) {
    if (!before) continue;
    await sql`
      update question q set asked_of = ${before.askedOf}, options = ${[...before.options]}::text[]
      where q.organization_id = ${organizationId} and q.program_id = ${programId} and q.id = ${id}
        and not exists (
          select from answer a join participant pt on pt.organization_id = ${organizationId} and pt.id = a.participant_id
          where a.organization_id = ${organizationId} and a.question_id = q.id
            and ((${before.askedOf} <> 'both' and ${before.askedOf} <> pt.role || 's')
              or case jsonb_typeof(a.value) when 'array' then not a.value <@ to_jsonb(${[...before.options]}::text[])
                 else cardinality(${[...before.options]}::text[]) > 0 and not to_jsonb(${[...before.options]}::text[]) @> a.value end))`.execute(
      ctx.db,
    );
    await announce(ctx, "question.changed", { organizationId, programId, questionId: id, renamedOptions: {} });
  }
}
