import { sql } from "kysely";
import { asSystem, inOrganization, type App } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { keepFileDays } from "./import.ts";

/** Files with other people's data, what was read from them, and the means to undo are kept a month, and no longer. */
export const forgetFiles = job<object>("imports.forget-files", {
  schedule: "40 3 * * *",
  run: async (app) => forget(app, new Date(app.now().getTime() - keepFileDays * 86_400_000)),
});

async function forget(app: App, before: Date): Promise<void> {
  const organizations = await asSystem(app, ({ db }) => db.selectFrom("organization").select("id").execute());
  for (const { id } of organizations)
    await inOrganization(app, id, async ({ db }) => {
      const old = sql`select id from spreadsheet_import where organization_id = ${id} and coalesce(finished_at, created_at) < ${before}`;
      for (const table of ["import_row", "import_problem", "import_change"])
        await sql`delete from ${sql.id(table)} where organization_id = ${id} and import_id in (${old})`.execute(db);
      await sql`
        delete from file where organization_id = ${id} and id in (
          select file_id from spreadsheet_import where organization_id = ${id} and coalesce(finished_at, created_at) < ${before})`.execute(
        db,
      );
      await sql`update spreadsheet_import set columns = null where organization_id = ${id} and finished_at < ${before}`.execute(db);
      // Of a file that was never imported nothing is left to tell.
      await sql`
        delete from spreadsheet_import where organization_id = ${id} and created_at < ${before}
          and state in ('reading', 'mapping', 'checking', 'checked', 'failed')`.execute(db);
    });
}
