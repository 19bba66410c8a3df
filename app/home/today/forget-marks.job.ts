import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";

/** Of a relationship that is over no line comes back, so what was done with its lines goes. */
export const forgetMarks = job<{ organizationId: string; programId: string; relationshipId: string }>("today.forget-marks", {
  run: (app, { organizationId, programId, relationshipId }) =>
    inOrganization(app, organizationId, async ({ db }) => {
      await db
        .deleteFrom("today_mark")
        .where("organization_id", "=", organizationId)
        .where("program_id", "=", programId)
        .where("subject_id", "=", relationshipId)
        .execute();
    }),
});
