/**
 * The private address of somebody's calendar. What makes it private is the id in it, which is random and nowhere told but to her;
 * it has nothing to do with the installation's secret, so that calendars go on when that changes.
 */
import { randomUUID } from "node:crypto";
import type { App, Context, PersonalContext } from "../../platform/context.ts";
import { isId } from "../../platform/identifiers.ts";

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll("-", ""), "hex");
const idOf = (bytes: Buffer): string => bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

export const feedToken = (organizationId: string, feedId: string): string =>
  Buffer.concat([bytesOf(organizationId), bytesOf(feedId)]).toString("base64url");

const feedAddress = ({ settings }: App, organizationId: string, feedId: string): string =>
  `${settings.publicUrl}/calendar/${feedToken(organizationId, feedId)}.ics`;

export function readFeedToken(token: string): { organizationId: string; feedId: string } | undefined {
  const bytes = Buffer.from(token.replace(/\.ics$/i, ""), "base64url");
  const [organizationId, feedId] = [idOf(bytes.subarray(0, 16)), idOf(bytes.subarray(16))];
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
  const anew = { id: randomUUID(), made_at: ctx.now };
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
