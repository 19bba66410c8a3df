/** Who looks after safety has changed: cases of whoever may not look into them any more are free for the others, who hear of it. */
import { sql } from "kysely";
import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { restartCase } from "./restart-case.ts";

export const releaseCases = job<{ organizationId: string }>("concerns.release", {
  run: (app, { organizationId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const { rows } = await sql<{ concernId: string }>`
        update concern set handler_id = null
        where organization_id = ${organizationId} and handler_id is not null
          and handler_id not in (select concern_handlers(organization_id, id))
        returning id as "concernId"`.execute(ctx.db);
      for (const { concernId } of rows) await restartCase(ctx, { organizationId, concernId });
    }),
});
