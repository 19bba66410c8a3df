import type { Context } from "../../platform/context.ts";
import type { Relationship } from "../life/find-life.ts";
import { findSession } from "./find-session.ts";
import { sendNotHers } from "./send-session.ts";

/** One leaves a group: what is ahead goes out of her calendar, and times that she proposed are no longer asked about. @param relationship as it was before */
export async function takeOutOfSessions(ctx: Context, relationship: Relationship, personId: string): Promise<void> {
  const { organizationId, id: relationshipId } = relationship;
  await ctx.db
    .updateTable("session_proposal")
    .set({ state: "withdrawn", answered_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("proposed_by", "=", personId)
    .where("state", "=", "open")
    .execute();
  const ahead = await ctx.db
    .selectFrom("session")
    .select(["id", "series_id"])
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("state", "=", "agreed")
    .where("starts_at", ">", ctx.now)
    .orderBy("starts_at")
    .execute();
  const told = new Set<string>();
  for (const { id, series_id } of ahead) {
    // Calendars know a series as one thing.
    if (series_id !== null && told.has(series_id)) continue;
    if (series_id !== null) told.add(series_id);
    await sendNotHers(ctx, relationship, await findSession(ctx, { organizationId, relationshipId, sessionId: id }), personId);
  }
}
