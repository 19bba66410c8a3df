import { sql } from "kysely";
import { type App, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { SpreadsheetRefused } from "../../platform/spreadsheets/index.ts";
import { findProgram } from "../programs/find-program.ts";
import { listQuestions } from "../programs/list-questions.ts";
import { backToMapping } from "./back-to-mapping.ts";
import { compareRows, planEachTime, portions } from "./compare-rows.ts";
import { countRows } from "./count-rows.ts";
import { type Import, type ImportPlace, lookForImport, updateImport } from "./find-import.ts";
import { openImportFile } from "./open-import-file.ts";
import { type ReadRow, rowReader } from "./read-row.ts";
import { forgetRows, mergeRows, noteLeavers, stageRows } from "./stage-rows.ts";

/** Rows that are understood, and kept, at a time. */
const batchSize = 500;

/** The dry run: reads every cell, keeps what was understood, and says what would become of it. Changes nobody. */
export const checkRows = job<ImportPlace>("imports.check", { run: check, atOnce: 1 });

/** Somebody asked for it to stop, or discarded it. */
class Cancelled extends Error {}

async function check(app: App, place: ImportPlace, signal: AbortSignal): Promise<void> {
  const { organizationId } = place;
  const one = await inOrganization(app, organizationId, (ctx) => lookForImport(ctx, place));
  if (one?.state !== "checking") return;
  try {
    if (one.cancel_asked) throw new Cancelled();
    await inOrganization(app, organizationId, (ctx) => forgetRows(ctx, place));
    await stageAll(app, one, place, signal);
    await inOrganization(app, organizationId, async (ctx) => {
      await planEachTime(ctx);
      await mergeRows(ctx, place);
      const lines = { ...place, role: one.role, overwrites: one.overwrites };
      for (const { from, to } of await portions(ctx, place)) await compareRows(ctx, { ...lines, from, to });
      await noteLeavers(ctx, place);
      const { numUpdatedRows } = await updateImport(ctx, place)
        .set({ state: "checked", counts: JSON.stringify(await countRows(ctx, place)), problem: null })
        .where("state", "=", "checking")
        .where("cancel_asked", "=", false)
        .executeTakeFirst();
      if (!numUpdatedRows) throw new Cancelled();
    });
  } catch (error) {
    if (error instanceof Cancelled) return backToMapping(app, place, "checking", "cancelled");
    if (!(error instanceof SpreadsheetRefused)) throw error;
    const problem = JSON.stringify({ reason: "refused", refusal: error.refusal });
    await inOrganization(app, organizationId, (ctx) => updateImport(ctx, place).set({ state: "failed", problem }).execute());
  }
}

async function stageAll(app: App, one: Import, place: ImportPlace, signal: AbortSignal): Promise<void> {
  const { organizationId, programId } = place;
  const { questions, isPeer } = await inOrganization(app, organizationId, async (ctx) => ({
    questions: await listQuestions(ctx, organizationId, programId),
    isPeer: (await findProgram(ctx, organizationId, programId)).format === "peer",
  }));
  const sheet = await openImportFile(app, one);
  const read = rowReader(sheet, one.mapping, questions);
  let batch: ReadRow[] = [];
  let done = 0;
  const stage = async (): Promise<void> => {
    signal.throwIfAborted();
    done += batch.length;
    await inOrganization(app, organizationId, async (ctx) => {
      await stageRows(ctx, place, batch);
      const { numUpdatedRows } = await updateImport(ctx, place)
        .set({ done_rows: done })
        .where("state", "=", "checking")
        .where("cancel_asked", "=", false)
        .executeTakeFirst();
      if (!numUpdatedRows) throw new Cancelled();
    });
    batch = [];
  };
  for await (const row of sheet.rows()) {
    const line = read(row);
    // Between peers everybody is both, whatever the file says.
    batch.push(isPeer ? { ...line, person: { ...line.person, both_roles: true } } : line);
    if (batch.length === batchSize) await stage();
  }
  if (batch.length > 0) await stage();
  await inOrganization(app, organizationId, async (ctx) => {
    const { n } = await ctx.db
      .selectFrom("import_row")
      .select((expression) => expression.fn.countAll<number>().as("n"))
      .where("organization_id", "=", organizationId)
      .where("import_id", "=", place.importId)
      .executeTakeFirstOrThrow();
    // A second delivery of the same work may have taken rows away: then all is read once more.
    if (n !== done) throw new Error(`${done} rows were read and ${n} are kept`);
    await updateImport(ctx, place).set({ total_rows: done }).execute();
  });
  await inOrganization(app, organizationId, (ctx) => sql`select know_import_rows()`.execute(ctx.db));
}
