import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { lockProgram } from "./find-program.ts";
import { columnsOf } from "./make-program.ts";
import type { ProgramTexts } from "./program.ts";
import type { NewProgramTexts, ProgramSettings } from "./program-shape.ts";

export async function changeProgram(ctx: Context, organizationId: string, programId: string, settings: ProgramSettings): Promise<void> {
  const before = await lockProgram(ctx, organizationId, programId);
  await ctx.db
    .updateTable("program")
    .set(columnsOf(settings))
    .where("organization_id", "=", organizationId)
    .where("id", "=", programId)
    .execute();
  const changed = (Object.keys(settings) as (keyof ProgramSettings)[]).filter((name) => settings[name] !== before[name]);
  if (changed.length === 0) return;
  await audit(ctx, { organizationId, act: "program.changed", subjectKind: "program", subjectId: programId, detail: { changed } });
}

/** Saves what the program says in its own words; an empty text gives ours back. */
export async function writeProgramTexts(ctx: Context, organizationId: string, programId: string, texts: NewProgramTexts): Promise<void> {
  const kept: ProgramTexts = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""));
  await ctx.db
    .updateTable("program")
    .set({ texts: JSON.stringify(kept) })
    .where("organization_id", "=", organizationId)
    .where("id", "=", programId)
    .execute();
}

/** Puts a program away, or takes it out again: it leaves the list of programs, and nothing of it is lost. */
export async function archiveProgram(ctx: Context, organizationId: string, programId: string, isArchived: boolean): Promise<void> {
  const before = await lockProgram(ctx, organizationId, programId);
  if ((before.archivedAt !== null) === isArchived) return;
  await ctx.db
    .updateTable("program")
    .set({ archived_at: isArchived ? ctx.now : null })
    .where("organization_id", "=", organizationId)
    .where("id", "=", programId)
    .execute();
  const act = isArchived ? "program.archived" : "program.unarchived";
  await audit(ctx, { organizationId, act, subjectKind: "program", subjectId: programId });
}
