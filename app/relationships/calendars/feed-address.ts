/** The private address of somebody's calendar: made from a row's id and the installation's secret, so that no row holds it. */
import type { App, Context, PersonalContext } from "../../platform/context.ts";
import { isId, newId } from "../../platform/identifiers.ts";
import { readSigned, signToken } from "../../platform/signed-token.ts";

const purpose = "calendar feed";

export const feedAddress = ({ settings }: App, organizationId: string, feedId: string): string =>
  `${settings.publicUrl}/calendar/${signToken(settings, purpose, [organizationId, feedId])}.ics`;

export function readFeedToken({ settings }: App, token: string): { organizationId: string; feedId: string } | undefined {
  const [organizationId = "", feedId = ""] = readSigned(settings, purpose, token.replace(/\.ics$/i, "")) ?? [];
  return isId(organizationId) && isId(feedId) ? { organizationId, feedId } : undefined;
}

export async function findFeedAddress(ctx: PersonalContext, organizationId: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom("calendar_feed")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", ctx.actor.personId)
    .executeTakeFirst();
  return row && feedAddress(ctx.app, organizationId, row.id);
}

/** Makes the address, or a new one, which ends the former. */
export async function renewFeed(ctx: PersonalContext, organizationId: string): Promise<void> {
  const anew = { id: newId(), made_at: ctx.now };
  await ctx.db
    .insertInto("calendar_feed")
    .values({ organization_id: organizationId, person_id: ctx.actor.personId, ...anew })
    .onConflict((conflict) => conflict.columns(["organization_id", "person_id"]).doUpdateSet(anew))
    .execute();
}

export async function endFeed(ctx: PersonalContext, organizationId: string): Promise<void> {
  await ctx.db
    .deleteFrom("calendar_feed")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", ctx.actor.personId)
    .execute();
}

/** Whose feed it is; undefined where there is none (any more). Its organization must be open. */
export async function ownerOfFeed(
  ctx: Context,
  { organizationId, feedId }: { organizationId: string; feedId: string },
): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom("calendar_feed")
    .select("person_id")
    .where("organization_id", "=", organizationId)
    .where("id", "=", feedId)
    .executeTakeFirst();
  return row?.person_id;
}
