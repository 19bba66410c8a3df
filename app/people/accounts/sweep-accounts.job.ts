import { asSystem } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";

/** What has run out serves nobody: sessions, links, counts of tries. */
export const sweepAccounts = job<Record<never, never>>("accounts.sweep", {
  schedule: "17 3 * * *",
  run: (app) =>
    asSystem(app, async ({ db, now }) => {
      await db.deleteFrom("auth.session").where("expires_at", "<", now).execute();
      await db.deleteFrom("auth.verification").where("expires_at", "<", now).execute();
      await db.deleteFrom("auth.rate_limit").where("ends_at", "<", now).execute();
      await db
        .deleteFrom("auth.used_code")
        .where("used_at", "<", new Date(now.getTime() - 3_600_000))
        .execute();
    }),
});
