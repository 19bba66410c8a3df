import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";

/** Whether somebody has a part in an organization beside these. Row-level security shows it to herself alone: it is asked in her name. */
export async function belongsElsewhere(ctx: Context, personId: string, organizationIds: readonly string[]): Promise<boolean> {
  await sql`select set_config('app.person_id', ${personId}, true)`.execute(ctx.db);
  const elsewhere = await ctx.db
    .selectFrom("member")
    .select("organization_id")
    .where("person_id", "=", personId)
    .where("organization_id", "<>", sql<string>`all (${organizationIds}::uuid[])`)
    .limit(1)
    .executeTakeFirst();
  await sql`select set_config('app.person_id', '', true)`.execute(ctx.db);
  return elsewhere !== undefined;
}
