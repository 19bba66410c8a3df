import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { belongsElsewhere } from "./belongs-elsewhere.ts";
import { demoAddresses } from "./demo-address.ts";
import { openDemo } from "./open-demo.ts";

/**
 * Takes everything of the demo away, and nothing else: its organizations with all that is in them, and whoever belongs to them
 * alone. For the rest of the transaction only the demo is open, or what was.
 */
export async function removeDemo(ctx: Context): Promise<void> {
  // Letters are deleted by the program's own work only.
  await sql`select set_config('app.system', 'on', true)`.execute(ctx.db);
  const organizationIds = await openDemo(ctx);
  const personIds = await listDemoPeople(ctx, organizationIds);
  await forgetWork(ctx, organizationIds, personIds);
  if (personIds.length > 0) {
    // Letters about an account belong to no organization, and what somebody has sent stands beside her account.
    await ctx.db.deleteFrom("letter").where("person_id", "in", personIds).execute();
    await ctx.db.deleteFrom("answered_form").where("person_id", "in", personIds).execute();
  }
  // All that hangs on an organization goes with it.
  if (organizationIds.length > 0) await ctx.db.deleteFrom("organization").where("id", "in", organizationIds).execute();
  if (personIds.length > 0) await ctx.db.deleteFrom("auth.person").where("id", "in", personIds).execute();
}

/**
 * The invented people, and whoever was brought into the demo since (by an import, say) and has nothing else here: no password, no
 * address that she has proven, no other organization.
 */
async function listDemoPeople(ctx: Context, organizationIds: readonly string[]): Promise<string[]> {
  const candidates = await ctx.db
    .selectFrom("auth.person")
    .select(["id", "email"])
    .where((eb) =>
      eb.or([
        eb("email", "like", demoAddresses),
        eb.and([
          eb("email_verified", "=", false),
          eb(
            "id",
            "in",
            eb
              .selectFrom("member")
              .select("person_id")
              .where("organization_id", "=", sql<string>`any (${organizationIds}::uuid[])`),
          ),
          eb.not(eb.exists(eb.selectFrom("auth.credential").select("id").whereRef("person_id", "=", "auth.person.id"))),
        ]),
      ]),
    )
    .execute();
  const own: string[] = [];
  for (const { id } of candidates) if (!(await belongsElsewhere(ctx, id, organizationIds))) own.push(id);
  return own;
}

/** Work that waits for what is no longer there would only fail. */
async function forgetWork(ctx: Context, organizationIds: readonly string[], personIds: readonly string[]): Promise<void> {
  await ctx.app.jobs.forget(ctx, "organizationId", organizationIds);
  const letters = await ctx.db
    .selectFrom("letter")
    .select("id")
    .where((eb) =>
      eb.or([
        eb("organization_id", "=", sql<string>`any (${organizationIds}::uuid[])`),
        eb("person_id", "=", sql<string>`any (${personIds}::uuid[])`),
      ]),
    )
    .execute();
  await ctx.app.jobs.forget(
    ctx,
    "letterId",
    letters.map(({ id }) => id),
  );
}
