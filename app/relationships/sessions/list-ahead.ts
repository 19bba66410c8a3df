import type { Context } from "../../platform/context.ts";
import type { OneRelationship } from "../life/find-life.ts";
import { findSession, type Session } from "./find-session.ts";

/** What is agreed and ahead, of a series its next one: calendars know a series as one thing. */
export async function listAhead(ctx: Context, { organizationId, relationshipId }: OneRelationship): Promise<Session[]> {
  const ahead = await ctx.db
    .selectFrom("session")
    .select(["id", "series_id"])
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("state", "=", "agreed")
    .where("starts_at", ">", ctx.now)
    .orderBy("starts_at")
    .execute();
  const first = ahead.filter(
    ({ series_id }, index) => series_id === null || ahead.findIndex((one) => one.series_id === series_id) === index,
  );
  const sessions: Session[] = [];
  for (const { id } of first) sessions.push(await findSession(ctx, { organizationId, relationshipId, sessionId: id }));
  return sessions;
}
