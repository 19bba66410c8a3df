import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { type ImportPlace, lockImport, updateImport } from "./find-import.ts";
import { importWords } from "./imports.messages.ts";
import { takeTurn } from "./run-import.job.ts";
import { findUndoBars } from "./undo-bars.ts";
import { takeBack } from "./take-back.job.ts";

/** Takes back what an import made and changed, as long as nobody has built on it. */
export async function undoImport(ctx: Context, place: ImportPlace): Promise<void> {
  await takeTurn(ctx, place.programId);
  const one = await lockImport(ctx, place);
  if (one.state !== "done") throw new Conflict((language) => importWords(language).movedOn);
  const [bar] = await findUndoBars(ctx, one);
  if (bar) throw new Conflict(bar);
  await updateImport(ctx, place).set({ state: "undoing", problem: null }).execute();
  await audit(ctx, {
    organizationId: place.organizationId,
    act: "import.undone",
    subjectKind: "import",
    subjectId: place.importId,
    detail: { role: one.role, made: one.counts.make ?? 0, changed: one.counts.change ?? 0 },
  });
  await ctx.app.jobs.enqueue(ctx, takeBack, place);
}
