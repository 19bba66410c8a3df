import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { Side } from "../criteria/answer-source.ts";
import { clockOf } from "../criteria/clock-day.ts";
import type { ChosenPeople } from "./round.ts";

/** Someone who could take part in a round. */
export interface Candidate {
  readonly id: string;
  readonly personId: string;
  readonly role: Side;
  readonly name: string;
  readonly email: string;
  /** Mentors: places that no offer and no relationship holds. Mentees: 0 while an offer, a request or a suggestion is open or a relationship lasts, and after one until she would like another; else 1. */
  readonly places: number;
  /** Places that offers and relationships hold. */
  readonly held: number;
  /** A relationship of hers is under way. */
  readonly hasBegun: boolean;
  /** Nothing that is required is missing. */
  readonly isComplete: boolean;
}

/** Of somebody of a relationship that is over (`rp` of `r`): she has not said that she would like another, or it is too early for it. */
const isRestingAfter = (today: string) => sql`
  (rp.role = 'mentee' or exists (select from program where program.organization_id = r.organization_id and program.id = r.program_id
    and program.format = 'peer'))
  and not exists (select from search_again s where s.organization_id = rp.organization_id and s.relationship_id = rp.relationship_id
    and s.participant_id = rp.participant_id and s.from_on <= ${today}::date)`;

/** Everyone in the program who has neither withdrawn nor paused, in one statement. */
export async function listCandidates(ctx: Context, organizationId: string, programId: string): Promise<Candidate[]> {
  const { today } = await clockOf(ctx, organizationId, programId);
  const { rows } = await sql<Candidate>`
    with held as (
      select mentor_id as id, count(*)::int as places from offer
      where organization_id = ${organizationId} and program_id = ${programId} and state in ('open', 'accepted') group by mentor_id
      union all
      select mentee_id, count(*)::int from offer
      where organization_id = ${organizationId} and program_id = ${programId} and state in ('open', 'accepted') group by mentee_id
      union all
      -- Relationships that began without an offer of ours.
      select rp.participant_id, count(*)::int from relationship r
      join relationship_person rp on rp.organization_id = r.organization_id and rp.relationship_id = r.id
      where r.organization_id = ${organizationId} and r.program_id = ${programId} and r.state <> 'concluded' and r.offer_id is null
      group by rp.participant_id
      union all
      -- Who waits for an answer of her own asking is left to it, until asking is closed.
      select request.mentee_id, 1 from request
      join matching_mode mode on mode.organization_id = request.organization_id and mode.program_id = request.program_id
      where request.organization_id = ${organizationId} and request.program_id = ${programId} and request.state = 'open'
        and mode.asking_closed_at is null and (mode.mode <> 'mixed' or mode.asking_until is null or mode.asking_until >= ${today}::date)
      group by request.mentee_id
      union all
      -- Whose relationship is over takes part again once she wishes, and has had a rest.
      select rp.participant_id, 1 from relationship_person rp
      join relationship r on r.organization_id = rp.organization_id and r.id = rp.relationship_id
      where rp.organization_id = ${organizationId} and r.program_id = ${programId} and (r.state = 'concluded' or rp.left_at is not null)
        and ${isRestingAfter(today)}
      union all
      -- And so is who still chooses among what was suggested to her.
      select mentee_id, 1 from suggestion
      where organization_id = ${organizationId} and program_id = ${programId} and state = 'open'),
    taken as (select id, sum(places)::int as places from held group by id),
    -- Between peers both parts of somebody are taken by whatever takes one.
    busy as (
      select distinct part.person_id from taken
      join participant part on part.organization_id = ${organizationId} and part.id = taken.id
      join program on program.organization_id = part.organization_id and program.id = part.program_id and program.format = 'peer'),
    required as (
      select id, asked_of from question
      where organization_id = ${organizationId} and program_id = ${programId} and is_required)
    select p.id, p.person_id as "personId", p.role, profile.name, person.email::text as email,
      case
        when program.format = 'peer' then case when busy.person_id is null then 1 else 0 end
        when p.role = 'mentor' then greatest(0, coalesce(p.capacity, program.default_capacity) - coalesce(taken.places, 0))
        else case when taken.places > 0 then 0 else 1 end
      end as places,
      coalesce(taken.places, 0) as held,
      exists (
        select from relationship_person rp
        join relationship r on r.organization_id = rp.organization_id and r.id = rp.relationship_id and r.state <> 'concluded'
        where rp.organization_id = p.organization_id and rp.participant_id = p.id) as "hasBegun",
      p.completed_at is not null or not exists (
        select from required q where q.asked_of in ('both', p.role || 's') and not exists (
          select from answer a where a.organization_id = p.organization_id and a.participant_id = p.id and a.question_id = q.id)
      ) as "isComplete"
    from participant p
    join program on program.organization_id = p.organization_id and program.id = p.program_id
    join profile on profile.organization_id = p.organization_id and profile.person_id = p.person_id
    join auth.person person on person.id = p.person_id
    left join taken on taken.id = p.id
    left join busy on busy.person_id = p.person_id
    where p.organization_id = ${organizationId} and p.program_id = ${programId} and p.withdrawn_at is null
      and (profile.paused_until is null or profile.paused_until < ${today}::date)
    order by p.id`.execute(ctx.db);
  return rows;
}

export interface TakingPart {
  readonly mentees: readonly Candidate[];
  readonly mentors: readonly Candidate[];
  /** Places of those mentors in all. */
  readonly places: number;
}

/** Who of them takes part, as the coordinator chose; nobody without a free place. */
export function takingPart(candidates: readonly Candidate[], chosen: ChosenPeople): TakingPart {
  const free = candidates.filter(({ places }) => places > 0);
  const side = (role: Side, picked: readonly string[] | undefined): Candidate[] => {
    const all = free.filter((candidate) => candidate.role === role);
    if (chosen.who === "everyone") return all;
    if (chosen.who === "picked" && picked && picked.length > 0) {
      const ids = new Set(picked);
      return all.filter(({ id }) => ids.has(id));
    }
    return all.filter(({ isComplete }) => isComplete);
  };
  const mentors = side("mentor", chosen.mentors);
  return { mentees: side("mentee", chosen.mentees), mentors, places: mentors.reduce((sum, { places }) => sum + places, 0) };
}

/** Peers: whoever takes part does so from both sides. */
export function withBothParts({ mentees, mentors }: TakingPart): Pick<TakingPart, "mentees" | "mentors"> {
  const [asMentee, asMentor] = [mentees, mentors].map((side) => new Set(side.map(({ personId }) => personId)));
  return {
    mentees: mentees.filter(({ personId }) => asMentor!.has(personId)),
    mentors: mentors.filter(({ personId }) => asMentee!.has(personId)),
  };
}
