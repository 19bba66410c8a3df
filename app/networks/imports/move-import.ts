/** The steps of an import that a person takes by pressing a button. */
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { deleteFile } from "../../platform/files/delete-file.ts";
import { checkRows } from "./check-rows.job.ts";
import { findImport, type ImportPlace, lockImport, updateImport } from "./find-import.ts";
import { importWords } from "./imports.messages.ts";
import { runImport, takeTurn } from "./run-import.job.ts";
import { forgetRows } from "./stage-rows.ts";

const movedOn = (): Conflict => new Conflict((language) => importWords(language).movedOn);

/** From the dry run back to the columns. */
export async function backToColumns(ctx: Context, place: ImportPlace): Promise<void> {
  const one = await lockImport(ctx, place);
  if (one.state !== "checked") throw movedOn();
  await forgetRows(ctx, place);
  await updateImport(ctx, place).set({ state: "mapping", counts: "{}", done_rows: 0, problem: null }).execute();
}

/** The dry run looked right: make the people. One import of a program at a time. */
export async function startImport(ctx: Context, place: ImportPlace): Promise<void> {
  await takeTurn(ctx, place.programId);
  const one = await lockImport(ctx, place);
  if (one.state !== "checked") throw movedOn();
  const other = await ctx.db
    .selectFrom("spreadsheet_import")
    .select("file_name")
    .where("organization_id", "=", place.organizationId)
    .where("program_id", "=", place.programId)
    .where("state", "in", ["running", "undoing"])
    .limit(1)
    .executeTakeFirst();
  if (other) throw new Conflict((language) => importWords(language).anotherRuns(other.file_name));
  await updateImport(ctx, place).set({ state: "running", cancel_asked: false, done_rows: 0, problem: null }).execute();
  await audit(ctx, {
    organizationId: place.organizationId,
    act: "import.started",
    subjectKind: "import",
    subjectId: place.importId,
    detail: { role: one.role, rows: one.total_rows ?? 0 },
  });
  await ctx.app.jobs.enqueue(ctx, runImport, place);
}

/** Asks the work that is going on to stop; it does so at its next step, and nothing of it stays. */
export async function cancelWork(ctx: Context, place: ImportPlace): Promise<void> {
  const { state } = await findImport(ctx, place);
  const { numUpdatedRows } = await updateImport(ctx, place)
    .set({ cancel_asked: true })
    .where("state", "in", ["checking", "running"])
    .executeTakeFirst();
  if (!numUpdatedRows) throw movedOn();
  // Should the work have died for good, a new delivery is what hears the wish.
  await ctx.app.jobs.enqueue(ctx, state === "checking" ? checkRows : runImport, place);
}

/** Gives up a file of which nobody was made: the file and all that was understood of it are gone. */
export async function discardImport(ctx: Context, place: ImportPlace): Promise<void> {
  const one = await lockImport(ctx, place);
  if (!["reading", "mapping", "checked", "failed"].includes(one.state)) throw movedOn();
  await ctx.db
    .deleteFrom("spreadsheet_import")
    .where("organization_id", "=", place.organizationId)
    .where("id", "=", place.importId)
    .execute();
  if (one.file_id) await deleteFile(ctx, place.organizationId, one.file_id);
}
