import { type RawBuilder, sql } from "kysely";

/** Who misses so many answers in a row is not shown, until she says that she is back. */
export const mostMissed = 3;

/**
 * Each time that a mentor of the program was asked for an answer: (id, asked_at, answered_at, missed_at). To ask a question first
 * is an answer, too; what was withdrawn before she could is neither answered nor missed.
 */
export const answersOfMentors = (
  organizationId: string | RawBuilder<string>,
  programId: string | RawBuilder<string>,
): RawBuilder<unknown> => sql`
  select o.mentor_id as id, o.created_at as asked_at,
    coalesce(o.mentor_accepted_at, case when o.declined_by = 'mentor' then o.closed_at end) as answered_at,
    case when o.state = 'expired' and o.mentor_accepted_at is null then o.closed_at end as missed_at
  from offer o
  where o.organization_id = ${organizationId} and o.program_id = ${programId}
    and not exists (select from request r where r.organization_id = o.organization_id and r.offer_id = o.id)
  union all
  select r.mentor_id, r.created_at, least(r.asked_at, case when r.state in ('accepted', 'declined') then r.closed_at end),
    case when r.state = 'expired' and r.asked_at is null then r.closed_at end
  from request r
  where r.organization_id = ${organizationId} and r.program_id = ${programId}`;
