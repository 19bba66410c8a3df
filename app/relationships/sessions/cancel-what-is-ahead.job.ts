import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { lockRelationship } from "../life/find-life.ts";
import { cancelAllAhead } from "./cancel-session.ts";

/** A relationship is concluded: what stands in calendars goes. */
export const cancelWhatIsAhead = job<{ organizationId: string; relationshipId: string }>("sessions.cancel-ahead", {
  run: (app, { organizationId, relationshipId }) =>
    inOrganization(app, organizationId, async (ctx) =>
      cancelAllAhead(ctx, await lockRelationship(ctx, { organizationId, relationshipId })),
    ),
});
