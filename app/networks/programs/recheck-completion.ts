import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";

/**
 * After the questions have changed: who has come in and lacks a required answer is no longer complete; who lacks none is. Whoever
 * has not come in yet stays as she is.
 */
export async function recheckCompletion(ctx: Context, organizationId: string, programId: string): Promise<void> {
  await sql`
    update participant p set completed_at = case when lacking.something then null else ${ctx.now}::timestamptz end
    from (
      select p.id, exists (
        select from question q
        where q.organization_id = p.organization_id and q.program_id = p.program_id and q.is_required
          and q.asked_of in ('both', p.role || 's')
          and not exists (select from answer a where a.organization_id = p.organization_id and a.participant_id = p.id and a.question_id = q.id)
      ) as something
      from participant p
      where p.organization_id = ${organizationId}::uuid and p.program_id = ${programId}::uuid
        and p.joined_at is not null and p.withdrawn_at is null) as lacking
    where p.organization_id = ${organizationId}::uuid and p.id = lacking.id and (p.completed_at is null) <> lacking.something`.execute(
    ctx.db,
  );
}
