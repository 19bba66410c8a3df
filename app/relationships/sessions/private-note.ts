/**
 * What somebody notes for herself alone: sealed, bound to its session and its author. No page, act or role opens it to another;
 * who holds both the database and its key could.
 */
import { sql } from "kysely";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { seal, type SealedPlace, unseal, Unreadable } from "../../platform/sealing.ts";
import { lockRelationship } from "../life/find-life.ts";
import { findSession, type OneSession } from "./find-session.ts";
import { mustBeOpen, personOf } from "./may-plan.ts";
import { recordWords } from "./record.messages.ts";
import { versionOf } from "./write-down.ts";

export const longestNote = 20_000;

export const privateNotePlace = (organizationId: string, sessionId: string, personId: string): SealedPlace => ({
  organizationId,
  table: "session_person",
  column: "private_note",
  row: `${sessionId}/${personId}`,
});

/** One's own, and nobody else's; null where the installation has lost the key to it. */
export async function readPrivateNote(
  ctx: PersonalContext,
  { organizationId, sessionId }: OneSession,
): Promise<{ text: string | null; at: Date | null }> {
  const { personId } = ctx.actor;
  const row = await ctx.db
    .selectFrom("session_person")
    .select(["private_note", "private_note_at"])
    .where("organization_id", "=", organizationId)
    .where("session_id", "=", sessionId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (!row?.private_note) return { text: "", at: row?.private_note_at ?? null };
  try {
    return {
      text: JSON.parse(unseal(ctx.app.settings, privateNotePlace(organizationId, sessionId, personId), row.private_note)) as string,
      at: row.private_note_at,
    };
  } catch (error) {
    if (error instanceof Unreadable) return { text: null, at: row.private_note_at };
    throw error;
  }
}

/** Writes it anew; refuses where she wrote in another window meanwhile. `seen`: when it had been changed last, as its form saw it. */
export async function writePrivateNote(ctx: PersonalContext, its: OneSession, text: string, seen?: string): Promise<void> {
  const { personId } = ctx.actor;
  const relationship = await lockRelationship(ctx, its);
  mustBeOpen(relationship);
  personOf(relationship, personId);
  await findSession(ctx, its);
  const { organizationId, sessionId } = its;
  const before = await readPrivateNote(ctx, its);
  if (before.text === text) return;
  if (seen !== undefined && versionOf(before.at) !== seen) throw new Conflict((language) => recordWords(language).changedElsewhere);
  const place = privateNotePlace(organizationId, sessionId, personId);
  const sealed = { private_note: text === "" ? null : seal(ctx.app.settings, place, JSON.stringify(text)), private_note_at: ctx.now };
  await ctx.db
    .insertInto("session_person")
    .values({ organization_id: organizationId, session_id: sessionId, person_id: personId, ...sealed })
    .onConflict((conflict) => conflict.columns(["organization_id", "session_id", "person_id"]).doUpdateSet(sealed))
    .execute();
}

/** Two records are one person's: what either noted for herself is sealed for the one who stays. */
export async function movePrivateNotes(
  ctx: Context,
  { organizationId, from, to }: { organizationId: string; from: string; to: string },
): Promise<void> {
  const rows = await ctx.db
    .selectFrom("session_person")
    .select(["session_id", "private_note"])
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", from)
    .execute();
  for (const { session_id, private_note } of rows) {
    let anew: Buffer | null = null;
    try {
      const text = private_note && unseal(ctx.app.settings, privateNotePlace(organizationId, session_id, from), private_note);
      if (text !== null) anew = seal(ctx.app.settings, privateNotePlace(organizationId, session_id, to), text);
    } catch (error) {
      // What no key opens any more is gone either way.
      if (!(error instanceof Unreadable)) throw error;
    }
    await sql`
      update session_person set person_id = ${to}, private_note = ${anew}
      where organization_id = ${organizationId} and session_id = ${session_id} and person_id = ${from}`.execute(ctx.db);
  }
}
