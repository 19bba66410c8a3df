import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import type { OneRelationship } from "../life/find-life.ts";

/** When its time is over: what coordinators noted, and what was written beside answers. That there was a talk stays, and the answers. */
export const forgetSupport = job<OneRelationship>("support.forget", {
  run: (app, { organizationId, relationshipId }) =>
    inOrganization(app, organizationId, async ({ db }) => {
      for (const [table, column] of [
        ["support_contact", "note"],
        ["pulse", "comment"],
      ] as const)
        await db
          .updateTable(table)
          .set({ [column]: null })
          .where("organization_id", "=", organizationId)
          .where("relationship_id", "=", relationshipId)
          .execute();
    }),
});
