import { sql } from "kysely";
import type { Access } from "../../platform/access.ts";
import { type Context, membershipIn } from "../../platform/context.ts";
import type { OneConcern } from "./concern.ts";

/** Whether this person may look into it: she has the role, and it is not about her. The database says who that is, to everybody alike. */
export async function mayHandle(ctx: Context, { organizationId, concernId }: OneConcern, personId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select ${personId}::uuid in (select concern_handlers(${organizationId}::uuid, ${concernId}::uuid)) as may
    from concern where organization_id = ${organizationId} and id = ${concernId}`.execute(ctx.db);
  return rows[0]?.may ?? false;
}

/** Who looks after safety; an owner, too, where a concern is about everybody else who does. */
export const safeguardingLeads: Access<{ readonly organizationId: string }> = {
  name: "safeguarding leads",
  admits: async (ctx, { organizationId }) => {
    const membership = membershipIn(ctx, organizationId);
    if (!ctx.actor || !membership) return false;
    if (membership.isSafeguardingLead) return true;
    if (membership.role !== "owner") return false;
    const { rows } = await sql<{ has: boolean }>`
      select exists (select from concern where organization_id = ${organizationId}
        and ${ctx.actor.personId}::uuid in (select concern_handlers(organization_id, id))) as has`.execute(ctx.db);
    return rows[0]!.has;
  },
};

export const handlersOfTheConcern: Access<OneConcern> = {
  name: "handlers of the concern",
  admits: async (ctx, its) => ctx.actor !== undefined && mayHandle(ctx, its, ctx.actor.personId),
};

export const whoRaisedTheConcern: Access<OneConcern> = {
  name: "who raised the concern",
  admits: async (ctx, { organizationId, concernId }) => {
    if (!ctx.actor) return false;
    const own = await ctx.db
      .selectFrom("concern")
      .select("id")
      .where("organization_id", "=", organizationId)
      .where("id", "=", concernId)
      .where("reporter_id", "=", ctx.actor.personId)
      .executeTakeFirst();
    return own !== undefined;
  },
};
