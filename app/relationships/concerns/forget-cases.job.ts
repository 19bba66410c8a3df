/** A case goes, with everything in it, so many years after it was closed as its organization says. */
import { sql } from "kysely";
import { type App, asSystem, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { caseFile } from "./take-snapshot.ts";
import { releaseFromWhoMayNot } from "./release-cases.job.ts";

export const forgetCases = job<object>("concerns.forget", { schedule: "41 2 * * *", atOnce: 1, run: (app) => forgetClosedCases(app) });

export async function forgetClosedCases(app: App): Promise<void> {
  const organizations = await asSystem(app, ({ db }) => db.selectFrom("organization").select("id").orderBy("id").execute());
  for (const { id } of organizations)
    await inOrganization(app, id, async (ctx) => {
      // A message that was reported goes with its case, and not before.
      await sql`
        with gone as (
          delete from concern c using organization o
          where c.organization_id = ${id} and o.id = ${id}
            and c.closed_at < ${ctx.now}::timestamptz - make_interval(years => o.keep_case_years)
          returning c.message_report_id)
        delete from message_report where organization_id = ${id} and id in (select message_report_id from gone)`.execute(ctx.db);
      // Reported, and the form was never sent; and copies of files that no case holds any more.
      await sql`
        delete from concern_snapshot where organization_id = ${id} and made_at < ${ctx.now}::timestamptz - interval '2 days'`.execute(
        ctx.db,
      );
      await sql`
        delete from file f where organization_id = ${id} and kind = ${caseFile} and created_at < ${ctx.now}::timestamptz - interval '2 days'
          and not exists (select from concern_file c where c.file_id = f.id)
          and not exists (select from message_report r where r.organization_id = f.organization_id
            and r.files @> jsonb_build_array(jsonb_build_object('fileId', f.id)))`.execute(ctx.db);
      // Ownership may have changed hands, or two things were done in the same moment.
      await releaseFromWhoMayNot(ctx, id);
    });
}
