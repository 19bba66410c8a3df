import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";

/** Agreements of a copied program begin with the words of its original. */
export const copyTemplate = job<{ organizationId: string; fromProgramId: string; toProgramId: string }>("agreements.copy-template", {
  run: (app, { organizationId, fromProgramId, toProgramId }) =>
    inOrganization(app, organizationId, async ({ db }) => {
      await db
        .insertInto("agreement_template")
        .columns(["organization_id", "program_id", "sections", "changed_at", "changed_by"])
        .expression((eb) =>
          eb
            .selectFrom("agreement_template")
            .select([
              "organization_id",
              eb.cast<string>(eb.val(toProgramId), "uuid").as("program_id"),
              "sections",
              "changed_at",
              "changed_by",
            ])
            .where("organization_id", "=", organizationId)
            .where("program_id", "=", fromProgramId),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }),
});
