/** Who looks after safety has changed: cases of whoever may not look into them any more are free for the others, who hear of it. */
import { sql } from "kysely";
import { type Context, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { restartCase } from "./restart-case.ts";
import { tellOfConcern } from "./tell-leads.job.ts";

export const releaseCases = job<{ organizationId: string }>("concerns.release", {
  run: (app, { organizationId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      await releaseFromWhoMayNot(ctx, organizationId);
      // Whoever was just named hears of what waits; the others have their letter already.
      const waiting = await ctx.db
        .updateTable("concern")
        .set({ told_at: null })
        .where("organization_id", "=", organizationId)
        .where("state", "in", ["open", "reopened"])
        .returning("id as concernId")
        .execute();
      for (const { concernId } of waiting) await ctx.app.jobs.enqueue(ctx, tellOfConcern, { organizationId, concernId });
    }),
});

export async function releaseFromWhoMayNot(ctx: Context, organizationId: string): Promise<void> {
  const { rows } = await sql<{ concernId: string }>`
    update concern set handler_id = null
    where organization_id = ${organizationId} and handler_id is not null
      and handler_id not in (select concern_handlers(organization_id, id))
    returning id as "concernId"`.execute(ctx.db);
  for (const { concernId } of rows) await restartCase(ctx, { organizationId, concernId });
}
