import { sql } from "kysely";
import { asSystem, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";

const daysKept = 180;

/**
 * Rounds that came to nothing go half a year after they ran. Of published ones the answers that they compared go then; the run
 * itself stays, as numbers that lead to nobody.
 */
export const forgetOldRounds = job("rounds.forget-old", {
  schedule: "40 3 * * *",
  run: async (app) => {
    const organizations = await asSystem(app, ({ db }) => sql<{ id: string }>`select id from organization`.execute(db));
    for (const { id } of organizations.rows) {
      await inOrganization(app, id, async ({ db, now }) => {
        const before = new Date(now.getTime() - daysKept * 86_400_000);
        await sql`
          delete from round where organization_id = ${id} and state <> 'published' and coalesce(finished_at, created_at) < ${before}
            and not exists (select from offer where offer.organization_id = round.organization_id and offer.round_id = round.id)
            and not exists (select from suggestion where suggestion.organization_id = round.organization_id and suggestion.round_id = round.id)`.execute(
          db,
        );
        await sql`
          delete from round_snapshot s using round r, round_run k
          where s.organization_id = ${id} and r.organization_id = s.organization_id and r.id = s.round_id
            and k.organization_id = s.organization_id and k.round_id = s.round_id
            and r.published_at < ${before}`.execute(db);
      });
    }
  },
});
