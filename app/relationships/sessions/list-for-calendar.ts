import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { Language } from "../../platform/i18n.ts";
import type { CalendarEvent } from "../calendars/invitation.ts";
import { findRelationship, type Relationship } from "../life/find-life.ts";
import { eventOfSession, uidOf } from "./session-event.ts";
import { findSessions } from "./find-session.ts";

/** Older ones are in nobody's calendar any more. */
const daysBack = 90;
const most = 500;

export type DatedEvent = CalendarEvent & { readonly changedAt: Date };

/**
 * Her sessions of all open organizations, each as an entry of its own: what repeats is made ahead, and a feed is read again and
 * again. Those that are cancelled are left out, and so they go from her calendar.
 */
export async function listForCalendar(ctx: Context, personId: string, language: Language): Promise<DatedEvent[]> {
  const { rows } = await sql<{ organizationId: string; relationshipId: string; sessionId: string }>`
    select s.organization_id as "organizationId", s.relationship_id as "relationshipId", s.id as "sessionId"
    from relationship_person mine
    join session s on s.organization_id = mine.organization_id and s.relationship_id = mine.relationship_id
    where mine.person_id = ${personId} and mine.left_at is null and s.state in ('agreed', 'held')
      and s.starts_at > ${new Date(ctx.now.getTime() - daysBack * 86_400_000)}
    order by s.starts_at, s.id limit ${most}`.execute(ctx.db);
  const known = new Map<string, Relationship>();
  for (const row of rows) if (!known.has(row.relationshipId)) known.set(row.relationshipId, await findRelationship(ctx, row));
  const organizationIds = [...new Set(rows.map(({ organizationId }) => organizationId))];
  const found = await findSessions(
    ctx,
    organizationIds,
    rows.map(({ sessionId }) => sessionId),
  );
  return found
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.id.localeCompare(b.id))
    .map((session) => {
      const relationship = known.get(session.relationshipId)!;
      const { standsFor: _standsFor, ...event } = eventOfSession(ctx.app, session, { relationship, personId, language });
      return { ...event, uid: uidOf(ctx.app, "session", session.id), changedAt: session.agreedAt };
    });
}
