import { type RawBuilder, sql } from "kysely";
import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import type { VisibleField } from "../../people/profiles/profile.ts";
import type { Context } from "../../platform/context.ts";
import { answersOfMentors, mostMissed } from "./answers-of-mentors.ts";
import { isSeenInProgram } from "./seen-in-program.ts";

/** Where somebody of the directory stands, before anything of her profile is shown. */
export interface Standing {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  /** From 1, in no order that tells on her; the same for everybody who looks. */
  readonly number: number;
  /** The reader and she are, or were, asked to be a pair: each knows who the other is. */
  readonly isKnown: boolean;
  readonly places: number;
  readonly freePlaces: number;
  readonly isPaused: boolean;
  /** Mentors: how often she answered an offer or a request, and half of the times within how many seconds. */
  readonly answers: number;
  readonly usualSeconds: number | null;
  /** When she last did something here; null where she has not, or does not show it. */
  readonly activeAt: Date | null;
}

export interface Looking {
  readonly organizationId: string;
  readonly programId: string;
  /** Whom one looks for. */
  readonly role: ParticipantRole;
  /** The reader's own part, of the other role; undefined for a coordinator. */
  readonly ownId: string | undefined;
  /** The calendar day on the organization's clock, as "2027-02-01". */
  readonly today: string;
  /** Names are not shown, and so not searched. */
  readonly isNameless: boolean;
}

export interface Narrowed {
  /** Only these; undefined: everybody. */
  readonly ids?: readonly string[];
  /** Words that all occur somewhere in what she shows of herself. */
  readonly search?: string;
  /** Also those who missed several answers in a row. */
  readonly evenAway?: boolean;
}

/**
 * Everybody of one role whom the reader may find, in one statement: who left, who is the reader herself, and who is away without
 * having said so, are not among them, nor is anybody with whom an offer was declined. Whether one of the two does not want the
 * other changes nothing here: what would be missing would tell.
 */
export async function listStandings(ctx: Context, looking: Looking, { ids, search = "", evenAway }: Narrowed = {}): Promise<Standing[]> {
  const { organizationId, programId, role, ownId, today, isNameless } = looking;
  const [side, otherSide] = [sql.id(`${role}_id`), sql.id(role === "mentor" ? "mentee_id" : "mentor_id")];
  const own = ownId ?? null;
  const { rows } = await sql<Standing>`
    with numbered as (
      -- An order within one import would tell: the list it came from is often in the order of names.
      select id, row_number() over (order by created_at, md5(id::text))::int as number from participant
      where organization_id = ${organizationId} and program_id = ${programId} and role = ${role}),
    held as (
      select ${side} as id, count(*)::int as places, bool_or(${otherSide} = ${own}) as is_known from offer
      where organization_id = ${organizationId} and program_id = ${programId} and state in ('open', 'accepted') group by 1
      union all
      select rp.participant_id, count(distinct r.id)::int, bool_or(other.participant_id = ${own}) from relationship r
      join relationship_person rp on rp.organization_id = r.organization_id and rp.relationship_id = r.id and rp.role = ${role}
      left join relationship_person other on other.organization_id = r.organization_id and other.relationship_id = r.id
        and other.participant_id <> rp.participant_id
      where r.organization_id = ${organizationId} and r.program_id = ${programId} and r.state <> 'concluded' and r.offer_id is null group by 1),
    taken as (select id, sum(places)::int as places, bool_or(is_known) as is_known from held group by id),
    answers as (${answersOfMentors(organizationId, programId)}),
    record as (
      select id, count(answered_at)::int as answers, max(answered_at) as last_at,
        percentile_cont(0.5) within group (order by extract(epoch from answered_at - asked_at)) filter (where answered_at is not null) as usual
      from answers group by id),
    missed as (
      select a.id, count(*)::int as times from answers a
      join record on record.id = a.id
      left join directory_return back on back.organization_id = ${organizationId} and back.participant_id = a.id
      where a.missed_at > greatest(record.last_at, back.returned_at, '-infinity') group by a.id)
    select p.id, p.person_id as "personId", profile.name, numbered.number,
      coalesce(taken.is_known, false) as "isKnown",
      its.places, greatest(0, its.places - coalesce(taken.places, 0)) as "freePlaces",
      coalesce(profile.paused_until >= ${today}::date, false) as "isPaused",
      case when ${isSeenInProgram("activity")} then coalesce(record.answers, 0) else 0 end as answers, case when ${isSeenInProgram("activity")} then record.usual end as "usualSeconds",
      case when ${isSeenInProgram("activity")} then greatest(p.joined_at, profile.edited_at, record.last_at) end as "activeAt"
    from participant p
    join numbered on numbered.id = p.id
    join program on program.organization_id = p.organization_id and program.id = p.program_id
    join profile on profile.organization_id = p.organization_id and profile.person_id = p.person_id
    cross join lateral (select case ${role} when 'mentor' then coalesce(p.capacity, program.default_capacity) else 1 end as places) its
    left join taken on taken.id = p.id
    left join record on record.id = p.id and ${role} = 'mentor'
    left join missed on missed.id = p.id and ${role} = 'mentor'
    where p.organization_id = ${organizationId} and p.program_id = ${programId} and p.role = ${role} and p.withdrawn_at is null
      and not exists (select from participant me where me.organization_id = p.organization_id and me.id = ${own} and me.person_id = p.person_id)
      and not exists (select from offer o where o.organization_id = p.organization_id and o.state = 'declined'
        and o.${side} = p.id and o.${otherSide} = ${own})
      ${evenAway ? sql`` : sql`and coalesce(missed.times, 0) < ${mostMissed}`}
      ${ids ? sql`and p.id = any (${ids}::uuid[])` : sql``}
      and ${sql.join([sql`true`, ...wordsOf(search).map((word) => saysSomewhere(word, isNameless))], sql` and `)}
    order by p.id`.execute(ctx.db);
  return rows;
}

const mostWords = 8;
const wordsOf = (search: string): string[] => search.split(/\s+/u).filter(Boolean).slice(0, mostWords);

/** Only in what is shown, so that nobody finds out by searching what she may not read. */
function saysSomewhere(word: string, isNameless: boolean): RawBuilder<unknown> {
  const pattern = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const says = (text: RawBuilder<unknown>) => sql`unaccent(lower(${text})) like unaccent(lower(${pattern}))`;
  const shown = (field: VisibleField, text: RawBuilder<unknown>) => sql`(${isSeenInProgram(field)} and ${says(text)})`;
  return sql`(${sql.join(
    [
      ...(isNameless ? [] : [says(sql`profile.name`)]),
      shown("headline", sql`profile.headline`),
      shown("story", sql`profile.story`),
      shown("gives", sql`profile.gives`),
      shown("hopes", sql`profile.hopes`),
      shown("interests", sql`array_to_string(profile.interests, ' ')`),
      sql`(${isSeenInProgram("skills")} and exists (select from profile_skill s where s.organization_id = profile.organization_id
        and s.person_id = profile.person_id and ${says(sql`s.skill`)}))`,
    ],
    sql` or `,
  )})`;
}
