import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { lockRelationship } from "../life/find-life.ts";
import { cancelAllAhead } from "./cancel-session.ts";

/** Who of them did what, by the columns that say so. */
const byColumns = [
  ["session_series", "agreed_by"],
  ["session", "agreed_by"],
  ["session", "cancelled_by"],
  ["session", "agenda_by"],
  ["session", "notes_by"],
  ["session_proposal", "proposed_by"],
  ["session_proposal", "answered_by"],
  ["session_action", "made_by"],
] as const;

/**
 * Somebody leaves the organization: what she had ahead does not take place, and whoever counted on it hears so. What both wrote
 * stays with those who stay; her own notes, answers and calendars go with her profile.
 */
export async function forgetSessions(ctx: Context, organizationId: string, personId: string): Promise<void> {
  const open = await ctx.db
    .selectFrom("relationship_person as p")
    .innerJoin("relationship as r", (join) =>
      join.onRef("r.organization_id", "=", "p.organization_id").onRef("r.id", "=", "p.relationship_id"),
    )
    .select("r.id")
    .where("p.organization_id", "=", organizationId)
    .where("p.person_id", "=", personId)
    .where("r.state", "<>", "concluded")
    .execute();
  for (const { id: relationshipId } of open) await cancelAllAhead(ctx, await lockRelationship(ctx, { organizationId, relationshipId }));
  for (const [table, column] of byColumns)
    await sql`
      update ${sql.table(table)} set ${sql.id(column)} = null where organization_id = ${organizationId} and ${sql.id(column)} = ${personId}`.execute(
      ctx.db,
    );
}
