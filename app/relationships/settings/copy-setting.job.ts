import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { findSetting } from "./find-setting.ts";
import { writeSetting } from "./save-setting.ts";

/** Relationships of a copied program go as those of its original do. */
export const copySetting = job<{ organizationId: string; fromProgramId: string; toProgramId: string }>("relationship-settings.copy", {
  run: (app, { organizationId, fromProgramId, toProgramId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const known = await ctx.db
        .selectFrom("relationship_setting")
        .select("program_id")
        .where("organization_id", "=", organizationId)
        .where("program_id", "=", toProgramId)
        .executeTakeFirst();
      if (known) return;
      await writeSetting(ctx, { organizationId, programId: toProgramId }, await findSetting(ctx, organizationId, fromProgramId));
    }),
});
