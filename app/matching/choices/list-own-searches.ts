import { sql } from "kysely";
import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { answersOfMentors, mostMissed } from "../directory/answers-of-mentors.ts";

/** A program in which the reader looks for others, or others look for her. */
export interface OwnSearch {
  readonly organizationId: string;
  readonly programId: string;
  readonly programName: string;
  readonly role: ParticipantRole;
  /** She looks for others in this role, and may choose. */
  readonly mayChoose: boolean;
  readonly chosen: number;
  /** There is an offer or somebody for her already: nothing urges her to choose. */
  readonly hasSomebody: boolean;
  /** A mentor who is not shown, since she missed several answers in a row. */
  readonly isAway: boolean;
}

/** In all programs of the reader whose people look for each other, in one statement. */
export async function listOwnSearches(ctx: PersonalContext): Promise<OwnSearch[]> {
  const own = { organizationId: sql<string>`p.organization_id`, programId: sql<string>`p.program_id` };
  const { rows } = await sql<OwnSearch>`
    select p.organization_id as "organizationId", p.program_id as "programId", program.name as "programName", p.role,
      p.role = 'mentee' or mode.mentors_rank as "mayChoose",
      (select count(*)::int from choice c
        join participant about on about.organization_id = c.organization_id and about.id = c.about_id and about.withdrawn_at is null
        where c.organization_id = p.organization_id and c.participant_id = p.id) as chosen,
      exists (select from offer o where o.organization_id = p.organization_id and p.id in (o.mentee_id, o.mentor_id)
        and o.state in ('open', 'accepted')) as "hasSomebody",
      p.role = 'mentor' and missed.times >= ${mostMissed} as "isAway"
    from participant p
    join program on program.organization_id = p.organization_id and program.id = p.program_id and program.archived_at is null
    join matching_mode mode on mode.organization_id = p.organization_id and mode.program_id = p.program_id
      and (mode.mode <> 'round' or mode.mentors_rank)
    left join directory_return back on back.organization_id = p.organization_id and back.participant_id = p.id
    cross join lateral (
      select count(a.missed_at)::int as times
      from (${answersOfMentors(own.organizationId, own.programId)}) a
      where a.id = p.id and a.missed_at > greatest(back.returned_at, '-infinity', (
        select max(b.answered_at) from (${answersOfMentors(own.organizationId, own.programId)}) b where b.id = p.id))) missed
    where p.person_id = ${ctx.actor.personId} and p.withdrawn_at is null
    order by program.name, p.role`.execute(ctx.db);
  return rows;
}
