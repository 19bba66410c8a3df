import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";

/** Opens the organizations of the demo, and no others, to the program's own work; returns their ids, the oldest first. */
export async function openDemo(ctx: Context): Promise<string[]> {
  const organizations = await ctx.db.selectFrom("organization").select("id").where("is_demo", "=", true).orderBy("created_at").execute();
  const ids = organizations.map(({ id }) => id);
  await sql`select set_config('app.organization_ids', ${`{${ids.join(",")}}`}, true)`.execute(ctx.db);
  return ids;
}
