import { sql } from "kysely";
import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";

/** A copied program has the pieces of its original. */
export const copyPractice = job<{ organizationId: string; fromProgramId: string; toProgramId: string }>("practice.copy", {
  run: (app, { organizationId, fromProgramId, toProgramId }) =>
    inOrganization(app, organizationId, async ({ db }) => {
      await sql`
        insert into practice_piece (organization_id, program_id, key, title, body, moment, is_hidden, changed_at, changed_by)
        select organization_id, ${toProgramId}::uuid, key, title, body, moment, is_hidden, changed_at, changed_by
        from practice_piece where organization_id = ${organizationId} and program_id = ${fromProgramId}
        on conflict do nothing`.execute(db);
    }),
});
