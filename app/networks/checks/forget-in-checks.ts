import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";

const acted = ["recorded_by", "voided_by"] as const;

/** Somebody leaves: what she recorded of others stays, and leads to nobody any more. Her own records go with her profile. */
export async function forgetInChecks(ctx: Context, organizationId: string, personId: string): Promise<void> {
  for (const column of acted)
    await sql`
      update background_check set ${sql.id(column)} = null
      where organization_id = ${organizationId} and ${sql.id(column)} = ${personId}`.execute(ctx.db);
}

/** Two records are one person's: what either recorded of the other was recorded by nobody else, and counts no more. */
export async function moveChecks(ctx: Context, whose: { organizationId: string; from: string; to: string }): Promise<void> {
  const { organizationId, from, to } = whose;
  const both = sql`(${from}::uuid, ${to}::uuid)`;
  await sql`
    update background_check set voided_at = coalesce(voided_at, ${ctx.now}), recorded_by = null
    where organization_id = ${organizationId} and person_id in ${both} and recorded_by in ${both}`.execute(ctx.db);
  await sql`select set_config('app.merging', 'on', true)`.execute(ctx.db);
  for (const column of ["person_id", ...acted])
    await sql`
      update background_check set ${sql.id(column)} = ${to}
      where organization_id = ${organizationId} and ${sql.id(column)} = ${from}`.execute(ctx.db);
  await sql`select set_config('app.merging', '', true)`.execute(ctx.db);
}
