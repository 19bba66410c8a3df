/** What the rules look at, of many relationships at once: one statement, in which each thing is found by its index. */
import { type RawBuilder, sql } from "kysely";
import { hasNotBegun } from "../../matching/offers/has-not-begun.ts";
import type { Context } from "../../platform/context.ts";
import { lacksGuardian } from "../../relationships/agreements/lacks-guardian.ts";
import type { CheckKind } from "../../networks/checks/background-check.ts";
import { newestChecks } from "../../networks/checks/missing-checks.ts";
import type { CheckSignals, OfferSignals, RelationshipSignals } from "./signals.ts";

interface Wanted {
  readonly organizationId: string;
  readonly programIds: readonly string[];
  /** Part of a name. */
  readonly search: string;
  readonly timeZone: string;
  /** Whose list it is: what is asked in confidence of one coordinator is on no other's. */
  readonly readerId: string;
  /** Only what she looks after, or was given lines of. */
  readonly ownerId?: string | undefined;
}

const patternOf = (search: string): string => `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

export const findRelationshipSignals = async (ctx: Context, wanted: Wanted): Promise<RelationshipSignals[]> =>
  (await relationshipSignals(ctx.now, wanted).execute(ctx.db)).rows;

/** The statement, for whoever wants to see how it is done. */
export function relationshipSignals(
  now: Date,
  { organizationId, programIds, search, timeZone, readerId, ownerId }: Wanted,
): RawBuilder<RelationshipSignals> {
  const named = search
    ? sql`and exists (select from relationship_person p join profile o on o.organization_id = p.organization_id and o.person_id = p.person_id
        where p.organization_id = r.organization_id and p.relationship_id = r.id and p.left_at is null
          and unaccent(o.name) ilike unaccent(${patternOf(search)}))`
    : sql``;
  const hers =
    ownerId === undefined
      ? sql``
      : sql`and (r.owner_id is null or r.owner_id = ${ownerId} or r.id in (select subject_id from today_mark where organization_id = ${organizationId}
          and program_id = any (${programIds}) and to_id = ${ownerId}))`;
  const day = (moment: ReturnType<typeof sql>) => sql`(${moment} at time zone ${timeZone})::date::text`;
  // What few have is found for all of them together; what everybody has, for each by its index.
  return sql<RelationshipSignals>`
    with r as materialized (
      select r.* from relationship r
      where r.organization_id = ${organizationId} and r.program_id = any (${programIds}) and r.state <> 'concluded' ${named} ${hers}
    ), blocked as (
      select relationship_id as id, max(at) as at from conversation_block
      where organization_id = ${organizationId} and relationship_id in (select id from r) group by relationship_id
    ), start as (
      select distinct on (relationship_id) relationship_id as id, n.id as start_id from new_start n
      where organization_id = ${organizationId} and state in ('open', 'talking') and relationship_id in (select id from r
        where r.owner_id = ${readerId} or not exists (select from coordinator c where c.organization_id = r.organization_id
          and c.program_id = r.program_id and c.person_id = r.owner_id and not exists (select from relationship_person p
            where p.organization_id = r.organization_id and p.relationship_id = r.id and p.person_id = r.owner_id)))
      order by relationship_id, asked_at
    ), newest_fit as (
      select distinct on (relationship_id, person_id) relationship_id, id as fit_id, fit from pulse
      where organization_id = ${organizationId} and relationship_id in (select id from r) and kind = 'fit' and fit is not null
      order by relationship_id, person_id, number desc
    ), unfit as (
      select distinct on (relationship_id) relationship_id as id, fit_id from newest_fit where fit = 'no' order by relationship_id, fit_id desc
    ), version as (
      select relationship_id, max(number) as number from agreement_version
      where organization_id = ${organizationId} and relationship_id in (select id from r) group by relationship_id
    ), agreed as (
      select v.relationship_id as id, bool_and(g.person_id is not null) as is_agreed
      from version v
      join relationship_person p on p.organization_id = ${organizationId} and p.relationship_id = v.relationship_id and p.left_at is null
      left join agreement_signature g on g.organization_id = ${organizationId} and g.relationship_id = v.relationship_id
        and g.version = v.number and g.person_id = p.person_id
      group by v.relationship_id
    )
    select 'relationship' as is, r.id, r.program_id as "programId", r.owner_id as "ownerId", r.state = 'paused' as "isPaused",
      case when r.paused_by <> 'safeguarding' then r.paused_until::text end as "pausedUntil", ${day(sql`r.begun_at`)} as "begunOn",
      r.state = 'closing' as "isClosing", ${day(sql`held.starts_at`)} as "lastHeldOn", meeting.id is not null as "isMeeting",
      case when said.id is not null then jsonb_build_object('id', said.id, 'on', ${day(sql`said.sent_at`)}) end as "lastMessage",
      case when talk.due_on is not null then jsonb_build_object('on', talk.due_on, 'personId', talk.person_id) end as support,
      blocked.at::text as "blockedAt", start.start_id as "newStartId", unfit.fit_id as "unfitId",
      case when pulse.number is not null then jsonb_build_object('number', pulse.number, 'lowest', pulse.lowest, 'mentor', pulse.mentor,
        'mentee', pulse.mentee) end as pulse,
      coalesce(case when agreed.is_agreed is not null then agreed.is_agreed and not ${lacksGuardian} end, r.format = 'flash') as "isAgreed"
    from r
    left join blocked on blocked.id = r.id
    left join start on start.id = r.id
    left join unfit on unfit.id = r.id
    left join agreed on agreed.id = r.id
    left join lateral (select s.starts_at from session s where s.organization_id = r.organization_id and s.relationship_id = r.id
      and s.state = 'held' order by s.starts_at desc limit 1) held on true
    left join lateral (select s.id from session s where s.organization_id = r.organization_id and s.relationship_id = r.id
      and s.state = 'agreed' and s.starts_at > ${now} order by s.starts_at limit 1) meeting on true
    left join lateral (select m.id, m.sent_at from message m where m.organization_id = r.organization_id and m.relationship_id = r.id
      order by m.number desc limit 1) said on true
    left join lateral (select c.due_on, c.person_id from support_contact c where c.organization_id = r.organization_id
      and c.relationship_id = r.id and c.state = 'due' order by c.due_on, c.person_id limit 1) talk on true
    left join lateral (select p.number, min(p.level) as lowest, avg(p.level) filter (where p.role = 'mentor') as mentor,
        avg(p.level) filter (where p.role = 'mentee') as mentee from pulse p
      where p.organization_id = r.organization_id and p.relationship_id = r.id and p.kind = 'pulse' and p.level is not null
      group by p.number order by p.number desc limit 1) pulse on true`;
}

export async function findOfferSignals(ctx: Context, { organizationId, programIds, search }: Wanted): Promise<OfferSignals[]> {
  const named = search
    ? sql`and exists (select from participant p join profile n on n.organization_id = p.organization_id and n.person_id = p.person_id
        where p.organization_id = o.organization_id and p.id in (o.mentee_id, o.mentor_id)
          and unaccent(n.name) ilike unaccent(${patternOf(search)}))`
    : sql``;
  const { rows } = await sql<OfferSignals>`
    select 'offer' as is, o.id, o.program_id as "programId", o.answer_by as "answerBy",
      (o.mentee_accepted_at is null)::int + (o.mentor_accepted_at is null)::int as "waitsFor"
    from offer o
    where o.organization_id = ${organizationId} and o.program_id = any (${programIds}) and o.state = 'open' and o.answer_by > ${ctx.now} ${named}`.execute(
    ctx.db,
  );
  return rows;
}

/** Mentors (between equals: everybody) of programs that want checks, with whom something goes on, or waits for a check alone. */
export async function findCheckSignals(ctx: Context, { organizationId, programIds, search, timeZone }: Wanted): Promise<CheckSignals[]> {
  const wanting = await ctx.db
    .selectFrom("program")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("id", "in", programIds)
    .where("needed_checks", "<>", sql<never>`'{}'`)
    .execute();
  if (wanting.length === 0) return [];
  const named = search ? sql`and unaccent(n.name) ilike unaccent(${patternOf(search)})` : sql``;
  const { rows } = await sql<MentorRow>`
    with wanting as (
      select id, format, needed_checks from program where organization_id = ${organizationId} and id = any (${wanting.map(({ id }) => id)}::uuid[])
    ), going as (
      select w.id as program_id, p.person_id, p.participant_id, r.owner_id, r.begun_at as since, false as is_awaited
      from wanting w
      join relationship r on r.organization_id = ${organizationId} and r.program_id = w.id and r.state <> 'concluded'
      join relationship_person p on p.organization_id = r.organization_id and p.relationship_id = r.id and p.left_at is null
        and (p.role = 'mentor' or w.format = 'peer')
      union all
      select w.id, t.person_id, t.id, null, o.closed_at, true
      from wanting w
      join offer o on o.organization_id = ${organizationId} and o.program_id = w.id and ${hasNotBegun("o")}
      join participant t on t.organization_id = o.organization_id and (t.id = o.mentor_id or (w.format = 'peer' and t.id = o.mentee_id))
    ), mentor as (
      select program_id, person_id, (array_agg(participant_id order by participant_id))[1] as id, bool_or(is_awaited) as is_awaited,
        coalesce(array_agg(distinct owner_id) filter (where owner_id is not null), '{}') as owner_ids, min(since) as since
      from going group by program_id, person_id
    ), newest as (${newestChecks(organizationId, sql`(select person_id from mentor)`)}
    ), held as (
      select person_id, jsonb_object_agg(kind, jsonb_build_object('checkId', id, 'expiresOn', expires_on)) as checks from newest group by person_id
    )
    select 'mentor' as is, m.id, m.program_id as "programId", m.person_id as "personId", m.owner_ids as "ownerIds",
      m.is_awaited as "isAwaited", (m.since at time zone ${timeZone})::date::text as since, w.needed_checks as needed,
      coalesce(held.checks, '{}') as held
    from mentor m
    join wanting w on w.id = m.program_id
    join profile n on n.organization_id = ${organizationId} and n.person_id = m.person_id
    left join held on held.person_id = m.person_id
    where true ${named}
    order by m.id`.execute(ctx.db);
  return rows.map(({ needed, held, ...mentor }) => ({
    ...mentor,
    checks: needed.map((kind) => ({ kind, ...(held[kind] ?? { checkId: null, expiresOn: null }) })),
  }));
}

interface MentorRow extends Omit<CheckSignals, "checks"> {
  readonly needed: readonly CheckKind[];
  readonly held: Readonly<Partial<Record<CheckKind, { readonly checkId: string; readonly expiresOn: string | null }>>>;
}

/** Who is in each of them, and whom a line names; for the lines of one page. */
export async function findNames(
  ctx: Context,
  organizationId: string,
  { relationshipIds, offerIds, participantIds }: Readonly<Record<"relationshipIds" | "offerIds" | "participantIds", readonly string[]>>,
): Promise<Map<string, { personId: string; name: string }[]>> {
  const { rows } = await sql<{ subjectId: string; personId: string; name: string }>`
    select p.relationship_id as "subjectId", p.person_id as "personId", n.name, p.role
      from relationship_person p join profile n on n.organization_id = p.organization_id and n.person_id = p.person_id
      where p.organization_id = ${organizationId} and p.relationship_id = any (${relationshipIds}) and p.left_at is null
    union all
    select o.id, p.person_id, n.name, p.role from offer o
      join participant p on p.organization_id = o.organization_id and p.id in (o.mentee_id, o.mentor_id)
      join profile n on n.organization_id = p.organization_id and n.person_id = p.person_id
      where o.organization_id = ${organizationId} and o.id = any (${offerIds})
    union all
    select p.id, p.person_id, n.name, p.role from participant p
      join profile n on n.organization_id = p.organization_id and n.person_id = p.person_id
      where p.organization_id = ${organizationId} and p.id = any (${participantIds})
    order by role desc, name`.execute(ctx.db);
  const names = new Map<string, { personId: string; name: string }[]>();
  for (const { subjectId, personId, name } of rows) names.set(subjectId, [...(names.get(subjectId) ?? []), { personId, name }]);
  return names;
}
