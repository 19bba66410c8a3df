import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { Language } from "../../platform/i18n.ts";
import type { CalendarEvent } from "../calendars/invitation.ts";
import { findRelationship, type Relationship } from "../life/find-life.ts";
import { eventOfSession, uidOf } from "./session-event.ts";
import { findSession } from "./find-session.ts";

/** Older ones are in nobody's calendar any more. */
const daysBack = 90;
const most = 500;

export type DatedEvent = CalendarEvent & { readonly changedAt: Date };

/**
 * Her sessions of all open organizations, each as an entry of its own: what repeats is made ahead, and a feed is read again and
 * again. Those that are cancelled are left out, and so they go from her calendar.
 */
export async function listForCalendar(ctx: Context, personId: string, language: Language): Promise<DatedEvent[]> {
  const { rows } = await sql<{ organizationId: string; relationshipId: string; sessionId: string; changedAt: Date }>`
    select s.organization_id as "organizationId", s.relationship_id as "relationshipId", s.id as "sessionId", s.agreed_at as "changedAt"
    from relationship_person mine
    join session s on s.organization_id = mine.organization_id and s.relationship_id = mine.relationship_id
    where mine.person_id = ${personId} and mine.left_at is null and s.state in ('agreed', 'held')
      and s.starts_at > ${new Date(ctx.now.getTime() - daysBack * 86_400_000)}
    order by s.starts_at, s.id limit ${most}`.execute(ctx.db);
  const relationships = new Map<string, Relationship>();
  const events: DatedEvent[] = [];
  for (const row of rows) {
    const known = relationships.get(row.relationshipId) ?? (await findRelationship(ctx, row));
    relationships.set(row.relationshipId, known);
    const session = await findSession(ctx, row);
    const { standsFor: _standsFor, ...event } = eventOfSession(ctx.app, session, { relationship: known, personId, language });
    events.push({ ...event, uid: uidOf(ctx.app, "session", row.sessionId), changedAt: row.changedAt });
  }
  return events;
}
