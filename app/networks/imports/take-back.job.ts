import { sql } from "kysely";
import { type App, type Context, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { recheckCompletion } from "../programs/recheck-completion.ts";
import { planEachTime, sideBySide } from "./compare-rows.ts";
import { type ImportPlace, lookForImport, updateImport } from "./find-import.ts";
import { removeMade, removePeople } from "./remove-made.ts";
import { restoreChanged } from "./restore-changed.ts";
import { restoreQuestions } from "./restore-questions.ts";
import { takeTurn } from "./run-import.job.ts";
import { forgetRows } from "./stage-rows.ts";
import { findUndoBars } from "./undo-bars.ts";

/** Undoes an import: what it changed is as it was, what it made is gone; all or nothing. */
export const takeBack = job<ImportPlace>("imports.take-back", { run, atOnce: 1 });

async function run(app: App, place: ImportPlace): Promise<void> {
  await inOrganization(app, place.organizationId, async (ctx) => {
    await takeTurn(ctx, place.programId);
    const one = await lookForImport(ctx, place);
    if (one?.state !== "undoing") return;
    // Somebody may have come in between the click and now.
    if ((await findUndoBars(ctx, one)).length > 0) {
      await updateImport(ctx, place).set({ state: "done" }).execute();
      return;
    }
    await planEachTime(ctx);
    await sideBySide(ctx, () => restoreChanged(ctx, place));
    await sideBySide(ctx, () => removeMade(ctx, place));
    await restoreQuestions(ctx, one);
    await recheckCompletion(ctx, place.organizationId, place.programId);
    await forgetRows(ctx, place);
    await updateImport(ctx, place).set({ state: "undone" }).execute();
    await removePeople(ctx, place);
    await forgetChanges(ctx, place);
  });
}

async function forgetChanges(ctx: Context, { organizationId, importId }: ImportPlace): Promise<void> {
  await sql`delete from import_change where organization_id = ${organizationId} and import_id = ${importId}`.execute(ctx.db);
}
