import type { Context } from "../../platform/context.ts";
import type { Relationship } from "../life/find-life.ts";
import { listAhead } from "./list-ahead.ts";
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
  for (const session of await listAhead(ctx, { organizationId, relationshipId })) await sendNotHers(ctx, relationship, session, personId);
}
