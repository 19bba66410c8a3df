import { type App, asSystem, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { forgetEndedPrograms } from "./forget-ended-programs.ts";

/** Every night, one organization after the other: a slow one holds up none of the others' work. */
export const forgetEnded = job<object>("matching.forget-ended", {
  schedule: "20 4 * * *",
  run: async (app: App, _payload, stopping) => {
    const organizations = await asSystem(app, ({ db }) => db.selectFrom("organization").select("id").execute());
    for (const { id } of organizations) {
      stopping.throwIfAborted();
      await inOrganization(app, id, (ctx) => forgetEndedPrograms(ctx, id));
    }
  },
});
