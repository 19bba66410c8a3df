import { sql } from "kysely";
import { type App, asSystem, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";

/** So long she may come back, and find what she said. */
const keepDays = 30;

/** What people have said of themselves is kept for as long as they take part in a program that goes on, and a month. */
export const forgetDescriptions = job<object>("descriptions.forget", {
  schedule: "50 3 * * *",
  run: async (app) => forget(app, new Date(app.now().getTime() - keepDays * 86_400_000)),
});

async function forget(app: App, before: Date): Promise<void> {
  const organizations = await asSystem(app, ({ db }) => db.selectFrom("organization").select("id").execute());
  for (const { id } of organizations)
    await inOrganization(app, id, async ({ db }) => {
      await sql`
        delete from self_description s using participant p, program
        where s.organization_id = ${id} and p.organization_id = s.organization_id and p.id = s.participant_id
          and program.organization_id = p.organization_id and program.id = p.program_id
          and (p.withdrawn_at < ${before} or program.archived_at < ${before})`.execute(db);
    });
}
