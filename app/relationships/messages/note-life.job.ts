import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import type { OneRelationship } from "../life/find-life.ts";
import { topicOf } from "./message.ts";

/** Whether something can be said may have changed: whoever looks at the conversation sees it anew. */
export const noteLife = job<OneRelationship>("messages.note-life", {
  run: (app, { organizationId, relationshipId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      await ctx.db
        .updateTable("conversation")
        .set((eb) => ({ revision: eb("revision", "+", 1), life_revision: eb("revision", "+", 1) }))
        .where("organization_id", "=", organizationId)
        .where("relationship_id", "=", relationshipId)
        .execute();
      await app.live.publish(ctx, topicOf(relationshipId));
    }),
});
