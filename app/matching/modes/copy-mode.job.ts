import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { findMode } from "./find-mode.ts";
import { writeMode } from "./save-mode.ts";

/** A copied program matches as its original does; the days of asking are its own. */
export const copyMode = job<{ organizationId: string; fromProgramId: string; toProgramId: string }>("modes.copy", {
  run: (app, { organizationId, fromProgramId, toProgramId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const known = await ctx.db
        .selectFrom("matching_mode")
        .select("mode")
        .where("organization_id", "=", organizationId)
        .where("program_id", "=", toProgramId)
        .executeTakeFirst();
      if (known) return;
      const mode = await findMode(ctx, organizationId, fromProgramId);
      await writeMode(ctx, { organizationId, programId: toProgramId }, { ...mode, askingUntil: null, askingClosedAt: null });
    }),
});
