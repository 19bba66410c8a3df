import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";

/** The mentees of a round, in the order of its snapshot. */
export async function listRoundMentees(ctx: Context, organizationId: string, roundId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select mentee_id as id from round_pair where organization_id = ${organizationId} and round_id = ${roundId}
    union select mentee_id from round_unmatched where organization_id = ${organizationId} and round_id = ${roundId}
    order by id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
