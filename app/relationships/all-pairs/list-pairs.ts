/** The relationships of a program as its coordinators see them: whether and when, never what was said. */
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { lacksGuardian } from "../agreements/lacks-guardian.ts";
import type { Ending, LifeState } from "../life/life.ts";
import { nobody, type PairFilter, type PairOrder, type PairSort } from "./pair-filter.ts";

export interface OfProgram {
  readonly organizationId: string;
  readonly programId: string;
}

export interface ListedPair {
  readonly id: string;
  readonly state: LifeState;
  /** Null for a pause of safety, too: until when that is, is the safeguarding lead's to say. */
  readonly pausedUntil: string | null;
  readonly begunAt: Date;
  readonly endsOn: string | null;
  readonly closesOn: string | null;
  readonly concludedAt: Date | null;
  readonly ending: Ending | null;
  readonly ownerId: string | null;
  readonly owner: string | null;
  /** In a program of equals everybody is a mentor or a mentee by chance only: see both together. */
  readonly mentors: readonly string[];
  readonly mentees: readonly string[];
  /** Whoever reads it is in it herself. */
  readonly isHers: boolean;
  /** The last message, or the last session that was held. */
  readonly lastContactAt: Date | null;
  readonly heldSessions: number;
  readonly heldMinutes: number;
  readonly nextSessionAt: Date | null;
  /** When the newest agreement was signed by everybody in it. */
  readonly agreedAt: Date | null;
}

export const pairsPerPage = 50;

const patternOf = (search: string): string => `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

const lastContact = sql`
  left join lateral (select greatest(
    (select m.sent_at from message m where m.organization_id = r.organization_id and m.relationship_id = r.id order by m.number desc limit 1),
    (select s.starts_at from session s where s.organization_id = r.organization_id and s.relationship_id = r.id and s.state = 'held'
      order by s.starts_at desc limit 1)) as at) contact on true`;
const heldSessions = sql`
  left join lateral (select count(*)::int as count, coalesce(sum(extract(epoch from s.ends_at - s.starts_at)) / 60, 0)::int as minutes
    from session s where s.organization_id = r.organization_id and s.relationship_id = r.id and s.state = 'held') held on true`;
/** Of all together: in the order of names everybody is looked at anyway. */
const names = ({ organizationId, programId }: OfProgram): RawBuilder<unknown> => sql`
  left join (select p.relationship_id as id, string_agg(o.name, ' ' order by p.role desc, o.name) as names
    from relationship its
    join relationship_person p on p.organization_id = its.organization_id and p.relationship_id = its.id and p.left_at is null
    join profile o on o.organization_id = p.organization_id and o.person_id = p.person_id
    where its.organization_id = ${organizationId} and its.program_id = ${programId}
    group by p.relationship_id) named on named.id = r.id`;

/** Which they are, in order, without looking at more of each than filter and order need. */
function found(ctx: Context, { organizationId, programId }: OfProgram, filter: PairFilter, sort: PairSort): RawBuilder<unknown> {
  const { state, owner, silence, search } = filter;
  const days = silence === undefined || silence === "never" ? 0 : Number(silence);
  return sql`
    from relationship r
    ${silence !== undefined || sort === "contact" ? lastContact : sql``}
    ${sort === "sessions" ? heldSessions : sql``}
    ${sort === "name" ? names({ organizationId, programId }) : sql``}
    where r.organization_id = ${organizationId} and r.program_id = ${programId}
    ${state === undefined ? sql`and r.state <> 'concluded'` : state === "all" ? sql`` : sql`and r.state = ${state}`}
    ${owner === undefined ? sql`` : owner === nobody ? sql`and r.owner_id is null` : sql`and r.owner_id = ${owner}::uuid`}
    ${silence === undefined ? sql`` : silence === "never" ? sql`and contact.at is null` : sql`and coalesce(contact.at, r.begun_at) <= ${new Date(ctx.now.getTime() - days * 86_400_000)}`}
    ${
      search === undefined
        ? sql``
        : sql`and exists (select from relationship_person p join profile o on o.organization_id = p.organization_id and o.person_id = p.person_id
            where p.organization_id = r.organization_id and p.relationship_id = r.id and p.left_at is null
              and unaccent(o.name) ilike unaccent(${patternOf(search)}))`
    }`;
}

function orderBy({ sort, isDescending }: PairOrder): RawBuilder<unknown> {
  const column = { name: sql`named.names`, begun: sql`r.begun_at`, contact: sql`contact.at`, sessions: sql`held.count` }[sort];
  // Who was never in touch has been silent for longest.
  return isDescending ? sql`order by ${column} desc nulls last, r.id` : sql`order by ${column} asc nulls first, r.id`;
}

/** One page of them, and how many there are in all. */
export async function listPairs(
  ctx: Context,
  its: OfProgram,
  filter: PairFilter,
  order: PairOrder,
  page: number,
): Promise<{ pairs: ListedPair[]; total: number }> {
  const { rows } = await sql<{ id: string; total: number }>`
    select r.id, count(*) over ()::int as total ${found(ctx, its, filter, order.sort)} ${orderBy(order)}
    limit ${pairsPerPage} offset ${(page - 1) * pairsPerPage}`.execute(ctx.db);
  // Beyond the last page there is no row to say how many there are.
  const total = rows[0]?.total ?? (page > 1 ? await countPairs(ctx, its, filter) : 0);
  const ids = rows.map(({ id }) => id);
  return { pairs: await describePairs(ctx, its, ids), total };
}

async function countPairs(ctx: Context, its: OfProgram, filter: PairFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total ${found(ctx, its, filter, "begun")}`.execute(ctx.db);
  return rows[0]!.total;
}

export type PairFigures = Readonly<Record<LifeState | "silent", number>>;

/** How many stand where; and of those that go on, how many have not been in touch for thirty days. */
export async function countByState(ctx: Context, { organizationId, programId }: OfProgram): Promise<PairFigures> {
  const monthAgo = new Date(ctx.now.getTime() - 30 * 86_400_000);
  const { rows } = await sql<{ state: LifeState; count: number; silent: number }>`
    select r.state, count(*)::int as count,
      count(*) filter (where r.state <> 'concluded' and coalesce(contact.at, r.begun_at) <= ${monthAgo})::int as silent
    from relationship r ${lastContact}
    where r.organization_id = ${organizationId} and r.program_id = ${programId} group by r.state`.execute(ctx.db);
  const of = (state: LifeState): number => rows.find((one) => one.state === state)?.count ?? 0;
  return {
    active: of("active"),
    paused: of("paused"),
    closing: of("closing"),
    concluded: of("concluded"),
    silent: rows.reduce((sum, { silent }) => sum + silent, 0),
  };
}

/** The relationships of a program that somebody is or was in, the newest first. */
export async function listPairsOf(ctx: Context, its: OfProgram, personId: string): Promise<ListedPair[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from relationship_person p join relationship r on r.organization_id = p.organization_id and r.id = p.relationship_id
    where p.organization_id = ${its.organizationId} and p.person_id = ${personId} and r.program_id = ${its.programId}
    order by r.begun_at desc, r.id limit 50`.execute(ctx.db);
  return describePairs(
    ctx,
    its,
    rows.map(({ id }) => id),
  );
}

/** The ids of all that the filter lets through, those begun first in front. */
export async function listPairIds(ctx: Context, its: OfProgram, filter: PairFilter): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id ${found(ctx, its, filter, "begun")} order by r.begun_at, r.id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** What there is to say of these, in the order of the ids. */
export async function describePairs(ctx: Context, { organizationId, programId }: OfProgram, ids: readonly string[]): Promise<ListedPair[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ListedPair>`
    select r.id, r.state, case when r.paused_by <> 'safeguarding' then r.paused_until::text end as "pausedUntil", r.begun_at as "begunAt",
      r.ends_on::text as "endsOn", r.closes_on::text as "closesOn", r.concluded_at as "concludedAt", r.ending,
      r.owner_id as "ownerId", owner.name as owner,
      coalesce(its.mentors, '[]') as mentors, coalesce(its.mentees, '[]') as mentees, coalesce(its.is_hers, false) as "isHers",
      contact.at as "lastContactAt", held.count as "heldSessions", held.minutes as "heldMinutes", next.starts_at as "nextSessionAt",
      agreed.at as "agreedAt"
    from relationship r
    left join profile owner on owner.organization_id = r.organization_id and owner.person_id = r.owner_id
    left join lateral (select jsonb_agg(o.name order by o.name) filter (where p.role = 'mentor' and p.left_at is null and o.name is not null) as mentors,
        jsonb_agg(o.name order by o.name) filter (where p.role = 'mentee' and p.left_at is null and o.name is not null) as mentees,
        bool_or(p.person_id = ${ctx.actor?.personId ?? null}::uuid) as is_hers
      from relationship_person p left join profile o on o.organization_id = p.organization_id and o.person_id = p.person_id
      where p.organization_id = r.organization_id and p.relationship_id = r.id) its on true
    ${lastContact}
    ${heldSessions}
    left join lateral (select s.starts_at from session s where s.organization_id = r.organization_id and s.relationship_id = r.id
      and s.state = 'agreed' and s.starts_at > ${ctx.now} order by s.starts_at limit 1) next on true
    left join lateral (select case when count(*) filter (where g.signed_at is null) = 0 then max(g.signed_at) end as at
      from relationship_person p
      left join agreement_signature g on g.organization_id = p.organization_id and g.relationship_id = p.relationship_id
        and g.person_id = p.person_id and g.version = (select max(v.number) from agreement_version v
          where v.organization_id = r.organization_id and v.relationship_id = r.id)
      where p.organization_id = r.organization_id and p.relationship_id = r.id and p.left_at is null and not ${lacksGuardian}) agreed on true
    where r.organization_id = ${organizationId} and r.program_id = ${programId} and r.id = any (${ids}::uuid[])
    order by array_position(${ids}::uuid[], r.id)`.execute(ctx.db);
  return rows;
}
