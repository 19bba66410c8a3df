import { sql } from "kysely";
import type { ProgramFormat } from "../../networks/programs/program.ts";
import type { PersonalContext } from "../../platform/context.ts";

export interface MyOffer {
  readonly id: string;
  readonly organizationId: string;
  readonly otherName: string;
  readonly answerBy: Date;
  readonly isWaitingForMe: boolean;
  readonly hasQuestionForMe: boolean;
}
/** One relationship of hers: with one other, with her group, or in somebody's group. */
export interface MyRelationship {
  readonly relationshipId: string;
  readonly organizationId: string;
  readonly format: ProgramFormat;
  /** Hers. */
  readonly role: "mentor" | "mentee";
  /** Those on the other side of it. */
  readonly otherNames: readonly string[];
  readonly programId: string;
  readonly programName: string;
}
export interface MyParticipation {
  readonly organizationId: string;
  readonly programId: string;
  readonly programName: string;
  readonly role: "mentor" | "mentee";
  readonly isComplete: boolean;
  /** Since when she has had nobody: the end of her last offer or pair, else when she came in; null before she has. */
  readonly waitsSince: Date | null;
  readonly format: ProgramFormat;
  /** A relationship of hers is over, and she does not look for another, or not yet. */
  readonly isAtRest: boolean;
  /** The first day on which she looks for another; null: nobody has said so. */
  readonly restsUntil: string | null;
  /** The last day of her break, as "2027-02-01". */
  readonly pausedUntil: string | null;
}
export interface MyProgram {
  readonly organizationId: string;
  readonly programId: string;
  readonly name: string;
  readonly people: number;
  readonly openOffers: number;
}
/** A relationship that is over, with what is kept of it. */
export interface MyPast {
  readonly organizationId: string;
  readonly relationshipId: string;
  readonly otherNames: readonly string[];
  readonly programName: string;
  readonly concludedAt: Date;
}
export interface MyPage {
  readonly offers: readonly MyOffer[];
  readonly relationships: readonly MyRelationship[];
  /** The last that ended first; nobody reads further. */
  readonly past: readonly MyPast[];
  readonly participations: readonly MyParticipation[];
  readonly programs: readonly MyProgram[];
}

const mostPast = 20;

/** Everything on one's own page, from all of one's organizations, in one statement. */
export async function findMyPage(ctx: PersonalContext): Promise<MyPage> {
  const me = ctx.actor.personId;
  const list = (query: ReturnType<typeof sql>) => sql`(select coalesce(jsonb_agg(x), '[]') from (${query}) x)`;
  const { rows } = await sql<{ page: MyPage }>`select jsonb_build_object(
    'offers', ${list(sql`
      select o.id, o.organization_id as "organizationId", other.name as "otherName", o.answer_by as "answerBy",
        case when mine.role = 'mentee' then o.mentee_accepted_at else o.mentor_accepted_at end is null as "isWaitingForMe",
        exists (select from offer_question q where q.organization_id = o.organization_id and q.offer_id = o.id
                and q.asked_by <> mine.role and q.answer is null) as "hasQuestionForMe"
      from participant mine
      join offer o on o.organization_id = mine.organization_id and mine.id in (o.mentee_id, o.mentor_id)
      join participant theirs on theirs.organization_id = o.organization_id
        and theirs.id = case when mine.id = o.mentee_id then o.mentor_id else o.mentee_id end
      join profile other on other.organization_id = theirs.organization_id and other.person_id = theirs.person_id
      where mine.person_id = ${me} and o.state = 'open' and o.answer_by > ${ctx.now} order by o.answer_by`)},
    'relationships', ${list(sql`
      select r.id as "relationshipId", r.organization_id as "organizationId", r.format, mine.role, others.names as "otherNames",
        program.id as "programId", program.name as "programName"
      from relationship_person mine
      join relationship r on r.organization_id = mine.organization_id and r.id = mine.relationship_id
      join program on program.organization_id = r.organization_id and program.id = r.program_id
      cross join lateral (select array(
        select other.name from relationship_person theirs
        join profile other on other.organization_id = theirs.organization_id and other.person_id = theirs.person_id
        where theirs.organization_id = r.organization_id and theirs.relationship_id = r.id and theirs.person_id <> mine.person_id
          and theirs.role <> mine.role and theirs.left_at is null order by other.name) as names) others
      where mine.person_id = ${me} and mine.left_at is null and r.state <> 'concluded' and others.names <> '{}'
      order by others.names, r.id`)},
    'past', ${list(sql`
      select r.organization_id as "organizationId", r.id as "relationshipId", others.names as "otherNames",
        program.name as "programName", r.concluded_at as "concludedAt"
      from relationship_person mine
      join relationship r on r.organization_id = mine.organization_id and r.id = mine.relationship_id
      join program on program.organization_id = r.organization_id and program.id = r.program_id
      cross join lateral (select array(
        select other.name from relationship_person theirs
        join profile other on other.organization_id = theirs.organization_id and other.person_id = theirs.person_id
        where theirs.organization_id = r.organization_id and theirs.relationship_id = r.id and theirs.person_id <> mine.person_id
          and theirs.left_at is null order by theirs.role desc, other.name) as names) others
      where mine.person_id = ${me} and mine.left_at is null and r.state = 'concluded' and others.names <> '{}'
      order by r.concluded_at desc, r.id limit ${sql.lit(mostPast)}`)},
    'participations', ${list(sql`
      select p.organization_id as "organizationId", p.program_id as "programId", program.name as "programName", p.role,
        program.format, own.paused_until as "pausedUntil",
        exists (select from relationship_person rp join relationship r on r.organization_id = rp.organization_id and r.id = rp.relationship_id
          where rp.organization_id = p.organization_id and rp.participant_id = p.id and (r.state = 'concluded' or rp.left_at is not null)
            and (rp.role = 'mentee' or program.format = 'peer') and not exists (
              select from search_again s where s.organization_id = rp.organization_id and s.relationship_id = rp.relationship_id
                and s.participant_id = rp.participant_id and s.from_on <= today.day)) as "isAtRest",
        (select max(s.from_on) from search_again s where s.organization_id = p.organization_id and s.participant_id = p.id
          and s.from_on > today.day)::text as "restsUntil",
        coalesce(greatest(
          (select max(o.closed_at) from offer o where o.organization_id = p.organization_id
             and p.id in (o.mentee_id, o.mentor_id) and o.state in ('declined', 'expired', 'withdrawn')),
          (select max(r.concluded_at) from relationship_person rp
             join relationship r on r.organization_id = rp.organization_id and r.id = rp.relationship_id
             where rp.organization_id = p.organization_id and rp.participant_id = p.id)), p.joined_at) as "waitsSince",
        p.joined_at is not null and (p.completed_at is not null or not exists (
          select from question q where q.organization_id = p.organization_id and q.program_id = p.program_id and q.is_required
            and q.asked_of in ('both', p.role || 's') and not exists (
              select from answer a where a.organization_id = p.organization_id and a.participant_id = p.id and a.question_id = q.id))) as "isComplete"
      from participant p join program on program.organization_id = p.organization_id and program.id = p.program_id
      join organization o on o.id = p.organization_id
      cross join lateral (select (${ctx.now}::timestamptz at time zone o.time_zone)::date as day) today
      left join profile own on own.organization_id = p.organization_id and own.person_id = p.person_id
      where p.person_id = ${me} and p.withdrawn_at is null and program.archived_at is null order by program.name, p.role`)},
    'programs', ${list(sql`
      select c.organization_id as "organizationId", c.program_id as "programId", program.name,
        (select count(distinct person_id)::int from participant p where p.organization_id = c.organization_id and p.program_id = c.program_id and p.withdrawn_at is null) as people,
        (select count(*)::int from offer o where o.organization_id = c.organization_id and o.program_id = c.program_id and o.state = 'open' and o.answer_by > ${ctx.now}) as "openOffers"
      from coordinator c join program on program.organization_id = c.organization_id and program.id = c.program_id
      where c.person_id = ${me} and program.archived_at is null order by program.name`)}) as page`.execute(ctx.db);
  const { offers, participations, past, ...page } = rows[0]!.page;
  return {
    ...page,
    past: past.map((one) => ({ ...one, concludedAt: new Date(one.concludedAt) })),
    offers: offers.map((offer) => ({ ...offer, answerBy: new Date(offer.answerBy) })),
    participations: participations.map((part) => ({ ...part, waitsSince: part.waitsSince && new Date(part.waitsSince) })),
  };
}
