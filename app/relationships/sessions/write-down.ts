import { z } from "zod";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { optionalText } from "../../platform/form-fields.ts";
import { lockRelationship } from "../life/find-life.ts";
import { findSession, type OneSession } from "./find-session.ts";
import { mustBeOpen, personOf } from "./may-plan.ts";
import { nameOf } from "./people-of-session.ts";
import { recordWords } from "./record.messages.ts";

/** What both write: before it the agenda, during and after it the notes. */
export type Sheet = "agenda" | "notes";
export const longestSheet: Readonly<Record<Sheet, number>> = { agenda: 5000, notes: 20_000 };

/** `seen`: when it had been changed last, as its writer saw it. */
export const SheetForm = { agenda: sheetShape("agenda"), notes: sheetShape("notes") };
function sheetShape(sheet: Sheet) {
  return z.object({ text: optionalText(longestSheet[sheet]), seen: optionalText(40) });
}

export const versionOf = (at: Date | null): string => at?.toISOString() ?? "";

/** Writes the sheet anew; refuses where somebody wrote meanwhile, be it she in another window, so that no word is lost. */
export async function writeDown(
  ctx: Context,
  its: OneSession,
  { sheet, text, seen, by }: { sheet: Sheet; text: string; seen: string; by: string },
): Promise<void> {
  const relationship = await lockRelationship(ctx, its);
  mustBeOpen(relationship);
  personOf(relationship, by);
  const session = await findSession(ctx, its);
  if (session[sheet] === text) return;
  const [at, writer] = sheet === "agenda" ? [session.agendaAt, session.agendaBy] : [session.notesAt, session.notesBy];
  if (versionOf(at) !== seen)
    throw new Conflict((language) =>
      writer === by
        ? recordWords(language).changedElsewhere
        : recordWords(language).changedMeanwhile(nameOf(relationship.people, writer) ?? recordWords(language).somebody),
    );
  await ctx.db
    .updateTable("session")
    .set(sheet === "agenda" ? { agenda: text, agenda_at: ctx.now, agenda_by: by } : { notes: text, notes_at: ctx.now, notes_by: by })
    .where("organization_id", "=", its.organizationId)
    .where("id", "=", its.sessionId)
    .execute();
}
