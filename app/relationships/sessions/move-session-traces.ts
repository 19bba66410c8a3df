import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { moveBusyCalendar } from "../calendars/busy-calendar.ts";
import { movePrivateNotes } from "./private-note.ts";

/** Two records are one person's: her answers, her own notes and her calendars go to the one who stays. */
export async function moveSessionTraces(ctx: Context, whose: { organizationId: string; from: string; to: string }): Promise<void> {
  const { organizationId, from, to } = whose;
  await movePrivateNotes(ctx, whose);
  await sql`
    update session_proposal_choice c set person_id = ${to} where organization_id = ${organizationId} and person_id = ${from} and not exists (
      select from session_proposal_choice o where o.organization_id = c.organization_id and o.proposal_id = c.proposal_id
        and o.starts_at = c.starts_at and o.person_id = ${to})`.execute(ctx.db);
  await sql`
    update calendar_feed f set person_id = ${to} where organization_id = ${organizationId} and person_id = ${from} and not exists (
      select from calendar_feed o where o.organization_id = f.organization_id and o.person_id = ${to})`.execute(ctx.db);
  await moveBusyCalendar(ctx, whose);
}
