import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { SealedColumn } from "../../platform/reseal-column.ts";
import { keyIdAt } from "../../platform/sealing.ts";
import { busyAddressPlace } from "../calendars/busy-calendar.ts";
import { privateNotePlace } from "./private-note.ts";

export const privateNotes: SealedColumn = {
  table: "session_person",
  column: "private_note",
  keys: ["session_id", "person_id"],
  place: (organizationId, [sessionId = "", personId = ""]) => privateNotePlace(organizationId, sessionId, personId),
};

export const calendarAddresses: SealedColumn = {
  table: "busy_calendar",
  column: "address",
  keys: ["person_id"],
  place: (organizationId, [personId = ""]) => busyAddressPlace(organizationId, personId),
};

/** The operator says that these keys are lost for good: what only they open goes, here of all open organizations. */
export async function deleteSealedWith(ctx: Context, lostKeys: readonly string[]): Promise<void> {
  const sealedWith = (column: string) =>
    sql`encode(substring(${sql.id(column)} from ${sql.lit(keyIdAt.from)} for ${sql.lit(keyIdAt.bytes)}), 'hex') = any (${lostKeys})`;
  await sql`update session_person set private_note = null where ${sealedWith("private_note")}`.execute(ctx.db);
  await sql`delete from busy_calendar where ${sealedWith("address")}`.execute(ctx.db);
}
