import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { clockOf } from "../../matching/criteria/clock-day.ts";
import type { PeopleFilter, Stage, StandingRole } from "./standing.ts";
import { stages } from "./standing.ts";
import { narrowedBy, type Scope, standingOf } from "./standing-of.ts";

export interface ListedPerson {
  readonly id: string;
  readonly personId: string;
  readonly role: StandingRole;
  readonly name: string;
  readonly email: string;
  readonly stage: Stage;
  /** Mentors: places in all; and how many of them an offer or a pair holds. */
  readonly places: number;
  readonly held: number;
  readonly createdAt: Date;
  readonly joinedAt: Date | null;
  /** Waiting, since then. */
  readonly waitingSince: Date | null;
  /** The day by which an answer of hers is due. */
  readonly answerBy: Date | null;
  /** A letter to her came back. */
  readonly isReturned: boolean;
}

export const sorts = ["name", "joined", "stage"] as const;
export type Sort = (typeof sorts)[number];
export interface Order {
  readonly sort: Sort;
  readonly isDescending: boolean;
}

export const pageSize = 50;

/** The program, today: who is ready here is ready for its rounds. */
export async function scopeOf(ctx: Context, organizationId: string, programId: string): Promise<Scope> {
  const { today } = await clockOf(ctx, organizationId, programId);
  const { format } = await findProgram(ctx, organizationId, programId);
  return { organizationId, programId, day: today, isPeer: format === "peer" };
}

/** One page of the people of a program, and how many there are in all. */
export async function listPeople(
  ctx: Context,
  scope: Scope,
  filter: PeopleFilter,
  order: Order,
  page: number,
): Promise<{ people: ListedPerson[]; total: number }> {
  const { ids, total } = await findPage(ctx, scope, filter, order, page);
  return { people: await describePeople(ctx, scope, ids), total };
}

async function findPage(
  ctx: Context,
  scope: Scope,
  filter: PeopleFilter,
  order: Order,
  page: number,
): Promise<{ ids: string[]; total: number }> {
  const window = sql`limit ${pageSize} offset ${(page - 1) * pageSize}`;
  // Where nobody need be judged, the names suffice.
  const isPlain = filter.standing === undefined && order.sort !== "stage" && !scope.isPeer;
  const found = isPlain
    ? sql`from (
        select p.id, p.role, p.withdrawn_at, p.joined_at, profile.name, account.email
        from participant p
        join profile on profile.organization_id = p.organization_id and profile.person_id = p.person_id
        join auth.person account on account.id = p.person_id
        where p.organization_id = ${scope.organizationId} and p.program_id = ${scope.programId}) person`
    : sql`from standing`;
  const { rows } = await sql<{ id: string; total: number }>`
    ${isPlain ? sql`` : standingOf(scope)}
    select id, count(*) over () as total ${found} where ${narrowedBy(filter)} order by ${orderBy(order)}, id ${window}`.execute(ctx.db);
  // Beyond the last page there is no row to say how many there are.
  const total = rows[0]?.total ?? (page > 1 ? await countPeople(ctx, scope, filter) : 0);
  return { ids: rows.map(({ id }) => id), total };
}

function orderBy({ sort, isDescending }: Order) {
  const column = { name: sql`name`, joined: sql`joined_at`, stage: sql`stage` }[sort];
  return isDescending ? sql`${column} desc nulls last` : sql`${column} asc nulls last`;
}

export async function countPeople(ctx: Context, scope: Scope, filter: PeopleFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    ${standingOf(scope)} select count(*) as total from standing where ${narrowedBy(filter)}`.execute(ctx.db);
  return rows[0]!.total;
}

/** Who these participants are and where they stand, in the order of the ids. */
export async function describePeople(ctx: Context, scope: Scope, ids: readonly string[]): Promise<ListedPerson[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Omit<ListedPerson, "stage"> & { stage: number }>`
    ${standingOf({ ...scope, among: ids })}
    select id, person_id as "personId", role, name, email::text as email, stage, places, (open + accepted)::int as held,
      created_at as "createdAt", joined_at as "joinedAt", case when is_waiting then waiting_since end as "waitingSince",
      answer_by as "answerBy", is_returned as "isReturned"
    from standing order by array_position(${ids}::uuid[], id)`.execute(ctx.db);
  return rows.map((row) => ({ ...row, stage: stages[row.stage]! }));
}

/** Whether anybody may still want an invitation: a cheap look, for a button. */
export async function hasUninvited(ctx: Context, { organizationId, programId }: Scope): Promise<boolean> {
  const one = await ctx.db
    .selectFrom("participant")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("invited_at", "is", null)
    .where("joined_at", "is", null)
    .where("withdrawn_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}

/** The ids of everybody whom the filter lets through: for acts on all of a list. */
export async function listIds(ctx: Context, scope: Scope, filter: PeopleFilter): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    ${standingOf(scope)} select id from standing where ${narrowedBy(filter)} order by id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
