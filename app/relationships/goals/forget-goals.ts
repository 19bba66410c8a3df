import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";

/** Her goals go with her; what she noted on others' keeps its level, and loses her words. */
export async function forgetGoals(ctx: Context, organizationId: string, personId: string): Promise<void> {
  await sql`
    delete from goal where organization_id = ${organizationId} and participant_id in (
      select id from participant where organization_id = ${organizationId} and person_id = ${personId})`.execute(ctx.db);
  await sql`update goal_level set word = '', by_id = null where organization_id = ${organizationId} and by_id = ${personId}`.execute(
    ctx.db,
  );
  await sql`update goal_step set owner_id = null where organization_id = ${organizationId} and owner_id = ${personId}`.execute(ctx.db);
  for (const column of ["proposed_by", "changed_by"])
    await sql`update goal set ${sql.id(column)} = null where organization_id = ${organizationId} and ${sql.id(column)} = ${personId}`.execute(
      ctx.db,
    );
}
