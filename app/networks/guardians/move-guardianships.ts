import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";

/** Somebody leaves: with her goes whose guardian she was, and who was hers. Her guardianships are nobody's act any more. */
export async function forgetGuardianships(ctx: Context, organizationId: string, personId: string): Promise<void> {
  await sql`delete from guardianship where organization_id = ${organizationId} and ${personId} in (guardian_id, ward_id)`.execute(ctx.db);
  for (const column of ["invited_by", "ended_by"])
    await sql`
      update guardianship set ${sql.id(column)} = null where organization_id = ${organizationId} and ${sql.id(column)} = ${personId}`.execute(
      ctx.db,
    );
}

/** Two records are one person's: what either has, she has once; and nobody is her own guardian. */
export async function moveGuardianships(
  ctx: Context,
  { organizationId, from, to }: { readonly organizationId: string; readonly from: string; readonly to: string },
): Promise<void> {
  await sql`
    delete from guardianship where organization_id = ${organizationId} and guardian_id in (${from}, ${to}) and ward_id in (${from}, ${to})`.execute(
    ctx.db,
  );
  for (const [column, other] of [
    ["guardian_id", "ward_id"],
    ["ward_id", "guardian_id"],
  ] as const) {
    await sql`
      update guardianship t set confirmed_at = least(t.confirmed_at, f.confirmed_at) from guardianship f
      where t.organization_id = ${organizationId} and t.${sql.id(column)} = ${to} and t.ended_at is null
        and f.organization_id = t.organization_id and f.${sql.id(column)} = ${from} and f.${sql.id(other)} = t.${sql.id(other)}
        and f.ended_at is null`.execute(ctx.db);
    await sql`
      delete from guardianship f where f.organization_id = ${organizationId} and f.${sql.id(column)} = ${from} and f.ended_at is null
        and exists (select from guardianship t where t.organization_id = f.organization_id and t.${sql.id(column)} = ${to}
          and t.${sql.id(other)} = f.${sql.id(other)} and t.ended_at is null)`.execute(ctx.db);
  }
  for (const column of ["guardian_id", "ward_id", "invited_by", "ended_by"])
    await sql`
      update guardianship set ${sql.id(column)} = ${to} where organization_id = ${organizationId} and ${sql.id(column)} = ${from}`.execute(
      ctx.db,
    );
}
