/** Sessions as my page and others gather them: one statement each, over all open organizations. */
import { sql } from "kysely";
import type { ProgramFormat } from "../../networks/programs/program.ts";
import type { Context, PersonalContext } from "../../platform/context.ts";
import type { OneRelationship } from "../life/find-life.ts";
import { answerDays, dayMs, type PlaceKind } from "./session.ts";

/** Somebody's, in one of her relationships. */
interface OnHerClock {
  /** The zone in which she reads its times there, as on its own pages; null: that of her account. */
  readonly timeZone: string | null;
}

export interface NextSession extends OnHerClock {
  readonly organizationId: string;
  readonly relationshipId: string;
  readonly sessionId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly placeKind: PlaceKind;
  /** The others, by the names they have in that organization. */
  readonly otherNames: readonly string[];
  readonly programName: string;
}

export interface SessionToTell extends OnHerClock {
  readonly sessionId: string;
  readonly relationshipId: string;
  readonly organizationId: string;
  readonly startsAt: Date;
  readonly format: ProgramFormat;
  readonly otherNames: readonly string[];
}

export interface WaitingTimes extends OnHerClock {
  readonly proposalId: string;
  readonly relationshipId: string;
  readonly organizationId: string;
  readonly by: string;
  /** The last of its times: until then an answer makes sense. */
  readonly until: Date;
}

const herZone = sql`(select own.time_zone from profile own
  where own.organization_id = mine.organization_id and own.person_id = mine.person_id) as "timeZone"`;
const otherNames = sql`(select coalesce(jsonb_agg(o.name order by o.name), '[]') from relationship_person p
  join profile o on o.organization_id = p.organization_id and o.person_id = p.person_id
  where p.organization_id = mine.organization_id and p.relationship_id = mine.relationship_id and p.left_at is null
    and p.person_id <> mine.person_id)`;

/** Hers that come next, from all her relationships. */
export async function listNextSessions(ctx: PersonalContext, limit = 5): Promise<NextSession[]> {
  const { rows } = await sql<NextSession>`
    select s.organization_id as "organizationId", s.relationship_id as "relationshipId", s.id as "sessionId", s.starts_at as "startsAt",
      s.ends_at as "endsAt", s.place_kind as "placeKind", ${otherNames} as "otherNames", program.name as "programName",
      ${herZone}
    from relationship_person mine
    join relationship r on r.organization_id = mine.organization_id and r.id = mine.relationship_id
    join program on program.organization_id = r.organization_id and program.id = r.program_id
    cross join lateral (
      select * from session s where s.organization_id = mine.organization_id and s.relationship_id = mine.relationship_id
        and s.state = 'agreed' and s.starts_at > ${new Date(ctx.now.getTime() - 8 * 3_600_000)} and s.ends_at > ${ctx.now}
      order by s.starts_at limit ${limit}) s
    where mine.person_id = ${ctx.actor.personId} and mine.left_at is null and r.state <> 'concluded'
    order by s.starts_at, s.id limit ${limit}`.execute(ctx.db);
  return rows;
}

/** Whether they took place she has not said. */
export async function listSessionsToTell(ctx: PersonalContext, limit = 5): Promise<SessionToTell[]> {
  const { rows } = await sql<SessionToTell>`
    select s.organization_id as "organizationId", s.relationship_id as "relationshipId", s.id as "sessionId", s.starts_at as "startsAt",
      r.format, ${otherNames} as "otherNames", ${herZone}
    from relationship_person mine
    join relationship r on r.organization_id = mine.organization_id and r.id = mine.relationship_id
    cross join lateral (
      select * from session s where s.organization_id = mine.organization_id and s.relationship_id = mine.relationship_id
        and s.state = 'agreed' and s.starts_at > ${new Date(ctx.now.getTime() - answerDays * dayMs)} and s.ends_at <= ${ctx.now}
        and not exists (select from session_person p where p.organization_id = s.organization_id and p.session_id = s.id
          and p.person_id = mine.person_id and p.outcome is not null)
      order by s.starts_at desc limit ${limit}) s
    where mine.person_id = ${ctx.actor.personId} and mine.left_at is null
    order by s.starts_at desc, s.id limit ${limit}`.execute(ctx.db);
  return rows;
}

/** Times that wait for her word. */
export async function listTimesForMe(ctx: PersonalContext): Promise<WaitingTimes[]> {
  const { rows } = await sql<WaitingTimes>`
    select p.organization_id as "organizationId", p.relationship_id as "relationshipId", p.id as "proposalId", coalesce(by.name, '') as by,
      t.until, ${herZone}
    from relationship_person mine
    join session_proposal p on p.organization_id = mine.organization_id and p.relationship_id = mine.relationship_id and p.state = 'open'
    left join profile by on by.organization_id = p.organization_id and by.person_id = p.proposed_by
    cross join lateral (select max(starts_at) as until from session_proposal_time t
      where t.organization_id = p.organization_id and t.proposal_id = p.id) t
    where mine.person_id = ${ctx.actor.personId} and mine.left_at is null and p.proposed_by is distinct from mine.person_id
      and t.until > ${ctx.now} and not exists (select from session_proposal_choice c where c.organization_id = p.organization_id
        and c.proposal_id = p.id and c.person_id = mine.person_id)
    order by p.proposed_at, p.id`.execute(ctx.db);
  return rows;
}

/** In one relationship: what she has not told of. */
export async function listToTell(
  ctx: Context,
  { organizationId, relationshipId }: OneRelationship,
  personId: string,
): Promise<{ id: string; startsAt: Date }[]> {
  return ctx.db
    .selectFrom("session as s")
    .select(["s.id", "s.starts_at as startsAt"])
    .where("s.organization_id", "=", organizationId)
    .where("s.relationship_id", "=", relationshipId)
    .where("s.state", "=", "agreed")
    .where("s.starts_at", ">", new Date(ctx.now.getTime() - answerDays * dayMs))
    .where("s.ends_at", "<=", ctx.now)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("session_person as p")
            .select("p.person_id")
            .whereRef("p.organization_id", "=", "s.organization_id")
            .whereRef("p.session_id", "=", "s.id")
            .where("p.person_id", "=", personId)
            .where("p.outcome", "is not", null),
        ),
      ),
    )
    .orderBy("s.starts_at", "desc")
    .limit(5)
    .execute();
}

/** When the relationships of an organization met last, by relationship; those that never did are not there. One index scan. */
export async function lastHeldAt(ctx: Context, organizationId: string, relationshipIds: readonly string[]): Promise<Map<string, Date>> {
  if (relationshipIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; at: Date }>`
    select r.id, s.starts_at as at from unnest(${relationshipIds}::uuid[]) as r(id)
    cross join lateral (select starts_at from session where organization_id = ${organizationId} and relationship_id = r.id and state = 'held'
      order by starts_at desc limit 1) s`.execute(ctx.db);
  return new Map(rows.map(({ id, at }) => [id, at]));
}
