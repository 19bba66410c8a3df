import { sql } from "kysely";
import { asSystem } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";

/** Has the database look at what is new, so that lists of thousands open at once and not in a minute. */
export const refreshStatistics = job<{ organizationId: string }>("rounds.refresh-statistics", {
  run: (app) =>
    asSystem(app, async ({ db }) => {
      await sql`select refresh_statistics()`.execute(db);
    }),
});
