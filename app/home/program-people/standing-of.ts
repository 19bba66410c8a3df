import { type RawBuilder, sql } from "kysely";
import type { PeopleFilter, Standing } from "./standing.ts";

export interface Scope {
  readonly organizationId: string;
  readonly programId: string;
  /** Whoever is paused on this day is paused. */
  readonly day: string;
  /** A program of peers: both parts of somebody stand as one. */
  readonly isPeer: boolean;
  /** Only these participants: a page of a list need not look at everybody. */
  readonly among?: readonly string[];
}

/**
 * `with …, standing as (…)`: every participant of the program with where she stands, in one statement. Ready means what a round
 * means by it (see matching/rounds/list-candidates.ts); waiting is whom a published round left without anybody, and who has
 * neither said "not now" nor let an offer run out in silence.
 *
 * The joins are full ones because PostgreSQL does those by hashing, however few rows it expects: a program into which ten thousand
 * people have just been brought is not known to its statistics yet, and a nested loop over it takes a minute.
 *
 * In a program of peers there is one row for each person, under the id of her part as a mentee: what holds either part holds her,
 * and she is complete and ready if both parts are.
 */
export function standingOf({ organizationId, programId, day, isPeer, among }: Scope): RawBuilder<unknown> {
  const ids = among && (isPeer ? withOtherParts({ organizationId, programId }, among) : sql`${among}::uuid[]`);
  const ofThem = (column: string) => (ids ? sql`and ${sql.ref(column)} = any (${ids})` : sql``);
  const offersOfThem = ids ? sql`and (o.mentee_id = any (${ids}) or o.mentor_id = any (${ids}))` : sql``;
  return sql`
    with required as (
      select id, asked_of from question where organization_id = ${organizationId} and program_id = ${programId} and is_required),
    person as materialized (
      select p.*, profile.name, profile.paused_until, account.email,
        coalesce(profile.paused_until >= ${day}::date, false) as is_paused,
        case p.role when 'mentor' then coalesce(p.capacity, program.default_capacity) else 1 end as places
      from participant p
      join program on program.organization_id = p.organization_id and program.id = p.program_id
      join profile on profile.organization_id = p.organization_id and profile.person_id = p.person_id
      join auth.person account on account.id = p.person_id
      where p.organization_id = ${organizationId} and p.program_id = ${programId} ${ofThem("p.id")}),
    answered as (
      select a.participant_id, count(*) filter (where r.asked_of <> 'mentees') as as_mentor,
        count(*) filter (where r.asked_of <> 'mentors') as as_mentee
      from required r join answer a on a.question_id = r.id
      where a.organization_id = ${organizationId} ${ofThem("a.participant_id")} group by a.participant_id),
    part as (
      select side.participant_id, o.state, o.answer_by, coalesce(o.closed_at, o.created_at) as at, o.created_at, o.id,
        o.state = 'open' and side.said_yes_at is null as is_unanswered,
        o.state = 'declined' and o.declined_by = side.role as she_declined,
        o.state = 'expired' and side.said_yes_at is null as was_silent,
        o.decline_reason in ('not-now', 'enough-people') as wants_nobody
      from offer o
      cross join lateral (values (o.mentee_id, 'mentee', o.mentee_accepted_at), (o.mentor_id, 'mentor', o.mentor_accepted_at))
        side (participant_id, role, said_yes_at)
      where o.organization_id = ${organizationId} and o.program_id = ${programId} ${offersOfThem}),
    held as (
      select participant_id,
        count(*) filter (where state = 'open') as open,
        count(*) filter (where state = 'accepted') as accepted,
        bool_or(is_unanswered) as is_unanswered,
        min(answer_by) filter (where is_unanswered) as answer_by,
        max(at) filter (where state not in ('open', 'accepted')) as released_at,
        max(created_at) as latest_at,
        bool_or((she_declined and wants_nobody) or was_silent) as rests,
        (array_agg(case when she_declined then 'declined' when was_silent then 'expired' else state end order by created_at desc, id desc))[1]
          as latest
      from part group by participant_id),
    without_offer as (
      select rp.participant_id, count(*) as accepted from relationship r
      join relationship_person rp on rp.organization_id = r.organization_id and rp.relationship_id = r.id
      where r.organization_id = ${organizationId} and r.program_id = ${programId} and r.state <> 'concluded' and r.offer_id is null
      ${ofThem("rp.participant_id")} group by rp.participant_id),
    published as (
      select id, published_at from round
      where organization_id = ${organizationId} and program_id = ${programId} and state = 'published'),
    in_round as (
      select participant_id, min(published_at) as since from (
        select x.mentee_id, published_at from round_pair x join published on published.id = x.round_id
        where x.organization_id = ${organizationId} ${ofThem("x.mentee_id")}
        union all
        select x.mentee_id, published_at from round_unmatched x join published on published.id = x.round_id
        where x.organization_id = ${organizationId} ${ofThem("x.mentee_id")}
        union all
        select x.mentor_id, published_at from round_mentor x join published on published.id = x.round_id
        where x.organization_id = ${organizationId} ${ofThem("x.mentor_id")}
      ) one (participant_id, published_at) group by participant_id),
    chooser as (
      select distinct c.participant_id from choice c
      join participant about on about.organization_id = c.organization_id and about.id = c.about_id and about.withdrawn_at is null
      where c.organization_id = ${organizationId} and c.program_id = ${programId} ${ofThem("c.participant_id")}),
    looking as (
      select request.mentee_id as participant_id from request
      join matching_mode mode on mode.organization_id = request.organization_id and mode.program_id = request.program_id
      where request.organization_id = ${organizationId} and request.program_id = ${programId} and request.state = 'open'
        and mode.asking_closed_at is null and (mode.mode <> 'mixed' or mode.asking_until is null or mode.asking_until >= ${day}::date)
        ${ofThem("request.mentee_id")}
      union
      select mentee_id from suggestion
      where organization_id = ${organizationId} and program_id = ${programId} and state = 'open' ${ofThem("mentee_id")}),
    returned as (
      select distinct letter.person_id from letter
      join auth.person account on account.id = letter.person_id and account.email = letter.to_address::citext
      where letter.organization_id = ${organizationId} and letter.state in ('bounced', 'failed')
      ${ids ? sql`and letter.person_id in (select person_id from person)` : sql``}),
    part_fact as materialized (
      select person.*,
        coalesce(held.open, 0) as open, coalesce(held.accepted, 0) + coalesce(without_offer.accepted, 0) as accepted,
        coalesce(held.is_unanswered, false) as is_unanswered, held.answer_by, held.latest, held.latest_at, held.released_at,
        held.participant_id is not null as was_offered,
        person.completed_at is not null or case person.role
          when 'mentor' then coalesce(answered.as_mentor, 0) >= (select count(*) from required where asked_of <> 'mentees')
          else coalesce(answered.as_mentee, 0) >= (select count(*) from required where asked_of <> 'mentors') end as is_complete,
        coalesce(held.rests, false) as rests, in_round.since as in_round_since,
        chooser.participant_id is not null as has_chosen,
        looking.participant_id is not null as is_looking,
        returned.person_id is not null as is_returned,
        person.withdrawn_at is null as is_here
      from person
      full join answered on answered.participant_id = person.id
      full join held on held.participant_id = person.id
      full join without_offer on without_offer.participant_id = person.id
      full join in_round on in_round.participant_id = person.id
      full join chooser on chooser.participant_id = person.id
      full join looking on looking.participant_id = person.id
      full join returned on returned.person_id = person.person_id),
    fact as materialized (
      select *, in_round_since is not null and not rests and latest is distinct from 'ended' as was_left,
        coalesce(released_at, in_round_since) as waiting_since
      from ${isPeer ? bothParts : sql`part_fact`} one where id is not null),
    standing as (
      select fact.*,
        is_here and (invited_at is not null or joined_at is not null or was_offered) as is_invited,
        is_here and is_complete and not is_paused and not is_looking and greatest(0, places - open - accepted) > 0 as is_ready,
        is_here and not has_chosen and not is_paused and greatest(0, places - open - accepted) > 0 as is_undecided,
        is_here and open = 0 and accepted = 0 and latest = 'declined' as is_declined,
        is_here and open = 0 and accepted = 0 and latest = 'expired' as is_expired,
        is_here and not is_paused and places > 0 and open = 0 and accepted = 0 and was_left as is_waiting,
        case
          when not is_here then 12
          when is_paused then 11
          when accepted > 0 then 10
          when is_unanswered then 8
          when open > 0 then 9
          when not is_paused and places > 0 and was_left then 5
          when latest = 'declined' then 6
          when latest = 'expired' then 7
          when is_complete and places > 0 and joined_at is not null then 4
          when is_complete and joined_at is not null then 3
          when joined_at is not null then 2
          when invited_at is not null or was_offered then 1
          else 0
        end as stage
      from fact)`;
}

/** Both parts of each peer as one; once she has left with one of them only, she is not complete without it. */
const bothParts = sql`(
  select organization_id, person_id, 'peer' as role, (array_agg(id order by withdrawn_at nulls first, role))[1] as id,
    min(name) as name, min(email) as email, min(created_at) as created_at, min(invited_at) as invited_at, min(joined_at) as joined_at,
    case when bool_and(completed_at is not null) then max(completed_at) end as completed_at,
    case when not bool_or(is_here) then max(withdrawn_at) end as withdrawn_at,
    max(paused_until) as paused_until, bool_or(is_paused) as is_paused, 1 as places, sum(open)::int as open, sum(accepted)::int as accepted,
    bool_or(is_unanswered) as is_unanswered, min(answer_by) as answer_by,
    (array_agg(latest order by latest_at desc nulls last))[1] as latest, max(released_at) as released_at, bool_or(rests) as rests,
    bool_or(was_offered) as was_offered, count(*) filter (where is_here and is_complete) = 2 as is_complete,
    min(in_round_since) as in_round_since, bool_or(has_chosen) as has_chosen, bool_or(is_looking) as is_looking,
    bool_or(is_returned) as is_returned, bool_or(is_here) as is_here
  from part_fact where id is not null group by organization_id, person_id)`;

/** These participants and the same people in their other role. */
const withOtherParts = ({ organizationId, programId }: { organizationId: string; programId: string }, ids: readonly string[]) => sql`array(
  select part.id from participant chosen
  join participant part on part.organization_id = chosen.organization_id and part.program_id = chosen.program_id
    and part.person_id = chosen.person_id
  where chosen.organization_id = ${organizationId} and chosen.program_id = ${programId} and chosen.id = any (${ids}::uuid[]))`;

/** Whether somebody in `standing` is one of those. */
export const isIn: Readonly<Record<Standing, RawBuilder<boolean>>> = {
  added: sql`is_here and not is_invited`,
  invited: sql`is_invited`,
  "not-joined": sql`is_here and joined_at is null`,
  joined: sql`is_here and joined_at is not null`,
  complete: sql`is_here and is_complete`,
  ready: sql`is_ready`,
  "not-chosen": sql`is_undecided`,
  offered: sql`is_here and open > 0`,
  unanswered: sql`is_here and is_unanswered`,
  accepted: sql`is_here and accepted > 0`,
  declined: sql`is_declined`,
  expired: sql`is_expired`,
  waiting: sql`is_waiting`,
  paused: sql`is_here and is_paused`,
  returned: sql`is_here and is_returned`,
  withdrawn: sql`not is_here`,
};

/** The condition of the filter (a peer is of either role), on rows of `standing` or, without one, of anything that has these columns. */
export function narrowedBy({ role, standing, search }: PeopleFilter): RawBuilder<boolean> {
  const pattern = `%${(search ?? "").replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`${standing ? isIn[standing] : sql`withdrawn_at is null`}
    ${role ? sql`and role in (${role}, 'peer')` : sql``}
    ${search === undefined ? sql`` : sql`and (unaccent(name) ilike unaccent(${pattern}) or email::text ilike ${pattern})`}`;
}
