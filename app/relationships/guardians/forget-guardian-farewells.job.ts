import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import type { OneRelationship } from "../life/find-life.ts";

/** When its time is over: what guardians said at the end. */
export const forgetGuardianFarewells = job<OneRelationship>("guardians.forget-farewells", {
  run: (app, { organizationId, relationshipId }) =>
    inOrganization(app, organizationId, async ({ db }) => {
      await db
        .deleteFrom("guardian_farewell")
        .where("organization_id", "=", organizationId)
        .where("relationship_id", "=", relationshipId)
        .execute();
    }),
});
