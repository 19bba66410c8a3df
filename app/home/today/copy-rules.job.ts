import { sql } from "kysely";
import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";

/** Coordinators of a copied program look after it by the rules of its original. */
export const copyRules = job<{ organizationId: string; fromProgramId: string; toProgramId: string }>("today.copy-rules", {
  run: (app, { organizationId, fromProgramId, toProgramId }) =>
    inOrganization(app, organizationId, async ({ db }) => {
      await sql`
        insert into today_rule (organization_id, program_id, rule, is_on, threshold)
        select organization_id, ${toProgramId}::uuid, rule, is_on, threshold from today_rule
        where organization_id = ${organizationId} and program_id = ${fromProgramId} on conflict do nothing`.execute(db);
    }),
});
