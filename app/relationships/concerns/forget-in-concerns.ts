import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";

/** Somebody leaves: her cases stay with those who look after safety, and lead to nobody any more. What was written in them stays as it is. */
export async function forgetInConcerns(ctx: Context, organizationId: string, personId: string): Promise<void> {
  for (const [table, column] of concernPeople)
    await sql`
      update ${sql.table(table)} set ${sql.id(column)} = null where organization_id = ${organizationId} and ${sql.id(column)} = ${personId}`.execute(
      ctx.db,
    );
}

/** Two records are one person's. What they did and what is about them is hers who stays; who handles what is looked at anew. */
export async function moveConcernTraces(ctx: Context, whose: { organizationId: string; from: string; to: string }): Promise<void> {
  const { organizationId, from, to } = whose;
  await sql`
    insert into safeguarding_lead (organization_id, person_id, given_by, given_at)
    select organization_id, ${to}::uuid, given_by, given_at from safeguarding_lead
    where organization_id = ${organizationId} and person_id = ${from} on conflict do nothing`.execute(ctx.db);
  await sql`delete from safeguarding_lead where organization_id = ${organizationId} and person_id = ${from}`.execute(ctx.db);
  await sql`update safeguarding_lead set given_by = ${to} where organization_id = ${organizationId} and given_by = ${from}`.execute(ctx.db);
  await sql`update concern set handler_id = null where organization_id = ${organizationId} and handler_id in (${from}, ${to})`.execute(
    ctx.db,
  );
  // Both are named in one case: it is about one person.
  await sql`
    update concern_subject s set person_id = null where organization_id = ${organizationId} and person_id = ${from} and exists (
      select from concern_subject o where o.organization_id = s.organization_id and o.concern_id = s.concern_id and o.person_id = ${to})`.execute(
    ctx.db,
  );
  await sql`select set_config('app.merging', 'on', true)`.execute(ctx.db);
  for (const [table, column] of concernPeople)
    await sql`
      update ${sql.table(table)} set ${sql.id(column)} = ${to} where organization_id = ${organizationId} and ${sql.id(column)} = ${from}`.execute(
      ctx.db,
    );
  await sql`select set_config('app.merging', '', true)`.execute(ctx.db);
}

/** Wherever a case names somebody. */
const concernPeople = [
  ["concern", "handler_id"],
  ["concern", "decided_by"],
  ["concern", "reporter_id"],
  ["concern_subject", "person_id"],
  ["concern_snapshot", "reporter_id"],
  ["concern_snapshot", "about_id"],
  ["concern_entry", "by_id"],
  ["concern_entry", "about_id"],
  ["concern_reading", "person_id"],
  ["safety_decision", "person_id"],
  ["safety_decision", "decided_by"],
  ["safety_decision", "answered_by"],
] as const;
