import { sql } from "kysely";
import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import type { Context } from "../../platform/context.ts";

export interface CountedPerson {
  readonly id: string;
  readonly name: string;
  /** How many she has chosen. */
  readonly chosen: number;
  /** By how many she is chosen, and by how many of them first. */
  readonly wanted: number;
  readonly wantedFirst: number;
}

export const countedOrders = ["chosen", "wanted", "name"] as const;
export type CountedOrder = (typeof countedOrders)[number];

export interface CountedList {
  readonly role: ParticipantRole;
  readonly search: string;
  readonly order: CountedOrder;
  readonly isDescending: boolean;
  readonly page: number;
}

export const countedPerPage = 50;

/** Everybody in this role with how many she chose and by how many she is chosen: numbers, never whom. */
export async function countChoices(
  ctx: Context,
  organizationId: string,
  programId: string,
  { role, search, order, isDescending, page }: CountedList,
): Promise<{ people: CountedPerson[]; total: number }> {
  const pattern = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const by = { chosen: sql`chosen`, wanted: sql`wanted`, name: sql`lower(name)` }[order];
  const { rows } = await sql<CountedPerson & { total: number }>`
    ${chosenBetweenThoseHere(organizationId, programId)},
    made as (select participant_id as id, count(*)::int as chosen from here group by 1),
    got as (select about_id as id, count(*)::int as wanted, count(*) filter (where rank = 1)::int as first from here group by 1),
    counted as (
      select p.id, profile.name, coalesce(made.chosen, 0) as chosen, coalesce(got.wanted, 0) as wanted,
        coalesce(got.first, 0) as "wantedFirst"
      from participant p
      left join made on made.id = p.id
      left join got on got.id = p.id
      join profile on profile.organization_id = p.organization_id and profile.person_id = p.person_id
      where p.organization_id = ${organizationId} and p.program_id = ${programId} and p.role = ${role} and p.withdrawn_at is null
        ${search ? sql`and unaccent(lower(profile.name)) like unaccent(lower(${pattern}))` : sql``})
    select *, count(*) over ()::int as total from counted
    order by ${by} ${isDescending ? sql`desc` : sql`asc`}, lower(name), id
    limit ${countedPerPage} offset ${(page - 1) * countedPerPage}`.execute(ctx.db);
  return { people: rows.map(({ total: _total, ...person }) => person), total: rows[0]?.total ?? 0 };
}

export interface ChoiceTotals {
  readonly mentees: number;
  readonly menteesWhoChose: number;
  readonly mentors: number;
  readonly mentorsWhoChose: number;
  /** Whom nobody has chosen. */
  readonly mentorsUnchosen: number;
  /** Pairs of whom one does not want the other; whom, is told to nobody. */
  readonly setAside: number;
}

export async function totalChoices(ctx: Context, organizationId: string, programId: string): Promise<ChoiceTotals> {
  const { rows } = await sql<ChoiceTotals>`
    ${chosenBetweenThoseHere(organizationId, programId)},
    everybody as (
      select p.role, p.id in (select participant_id from here) as chose, p.id in (select about_id from here) as is_chosen
      from participant p where p.organization_id = ${organizationId} and p.program_id = ${programId} and p.withdrawn_at is null)
    select count(*) filter (where role = 'mentee')::int as mentees,
      count(*) filter (where role = 'mentee' and chose)::int as "menteesWhoChose",
      count(*) filter (where role = 'mentor')::int as mentors,
      count(*) filter (where role = 'mentor' and chose)::int as "mentorsWhoChose",
      count(*) filter (where role = 'mentor' and not is_chosen)::int as "mentorsUnchosen",
      (select count(distinct (least(participant_id, about_id), greatest(participant_id, about_id)))::int from refusal
        where organization_id = ${organizationId} and program_id = ${programId}) as "setAside"
    from everybody`.execute(ctx.db);
  return rows[0]!;
}

const chosenBetweenThoseHere = (organizationId: string, programId: string) => sql`
  with here as materialized (
    select c.participant_id, c.about_id, row_number() over (partition by c.participant_id order by c.rank) as rank from choice c
    join participant whose on whose.organization_id = c.organization_id and whose.id = c.participant_id and whose.withdrawn_at is null
    join participant about on about.organization_id = c.organization_id and about.id = c.about_id and about.withdrawn_at is null
    where c.organization_id = ${organizationId} and c.program_id = ${programId})`;
