import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { otherRole, type Role } from "./import.ts";
import { besideProfile } from "./targets.ts";

/** Some lines of one import. */
export interface Lines {
  readonly organizationId: string;
  readonly programId: string;
  readonly importId: string;
  readonly role: Role;
  /** Also what people wrote themselves is overwritten. */
  readonly overwrites: boolean;
  readonly from: number;
  readonly to: number;
}

/**
 * Holds rows against what is known now: who exists, what differs, what of that stays because the person wrote it herself.
 * Says of each row whether it makes, changes or leaves somebody. The dry run shows it; the import does it anew and acts on it.
 * Nothing that another organization knows of a person is looked at.
 */
export async function compareRows(ctx: Context, lines: Lines): Promise<void> {
  const { organizationId, programId, importId, role, overwrites, from, to } = lines;
  await sql`
    update import_row r set
      person_id = c.person_id, participant_id = c.participant_id, other_id = c.other_id, changes = c.changes, kept = c.kept, made = '{}',
      outcome = case when c.participant_id is null then 'make' when c.changes <> '{}' then 'change' else 'same' end
    from (
      select r.ctid as row, p.id as person_id, pt.id as participant_id, ot.id as other_id,
        coalesce(d.changes, '{}') as changes, coalesce(d.kept, '{}') as kept
      from import_row r
      left join auth.person p on p.email = r.email
      left join profile pr on pr.organization_id = ${organizationId} and pr.person_id = p.id
      left join participant pt on pt.organization_id = ${organizationId} and pt.program_id = ${programId}
        and pt.role = ${role} and pt.person_id = p.id
      left join participant ot on ot.organization_id = ${organizationId} and ot.program_id = ${programId}
        and ot.role = ${otherRole(role)} and ot.person_id = p.id and r.person -> 'both_roles' = 'true'
      left join lateral (
        select array_agg(field order by field) filter (where not stays) as changes,
          array_agg(field order by field) filter (where stays) as kept
        from (
          select f.key as field, pr.edited_at is not null and not ${overwrites}::boolean as stays
          from jsonb_each(r.person - ${[...besideProfile]}::text[]) f
          where pr.person_id is not null and to_jsonb(pr) -> f.key is distinct from f.value
          union all
          select s.key, pr.edited_at is not null and not ${overwrites}::boolean
          from (values ('skills_gives', 'gives'), ('skills_hopes', 'hopes')) s (key, direction)
          cross join lateral (
            select coalesce(jsonb_agg(ps.skill), '[]') as skills from profile_skill ps
            where ps.organization_id = ${organizationId} and ps.person_id = p.id and ps.direction = s.direction
          ) now
          where pr.person_id is not null and r.person ? s.key
            and not (now.skills @> (r.person -> s.key) and now.skills <@ (r.person -> s.key))
          union all
          select 'capacity', pt.edited_at is not null and not ${overwrites}::boolean
          where pt.id is not null and r.person ? 'capacity' and to_jsonb(pt.capacity) is distinct from r.person -> 'capacity'
          union all
          select 'both_roles', false
          where pt.id is not null and ot.id is null and r.person -> 'both_roles' = 'true'
          union all
          -- What was asked only after she last wrote, she cannot have left empty on purpose.
          select 'answer:' || a.key, pt.edited_at is not null and not ${overwrites}::boolean
            and not (x.value is null and (q.id is null or q.created_at > pt.edited_at))
          from jsonb_each(r.answers) a
          left join question q on q.organization_id = ${organizationId} and q.id = a.key::uuid
          left join answer x on x.organization_id = ${organizationId} and x.participant_id = pt.id and x.question_id = a.key::uuid
          where pt.id is not null and x.value is distinct from a.value
        ) differences
      ) d on true
      where r.organization_id = ${organizationId} and r.import_id = ${importId} and r.line between ${from} and ${to}
        and r.outcome not in ('skip', 'merged')
    ) c
    -- By its place on disk, which costs the same whatever the planner believes of a table that was filled a second ago.
    where r.ctid = c.row`.execute(ctx.db);
}

/** Rows that are dealt with at a time. */
const portionSize = 2500;

/** A plan that was made for the first small tables would be kept for the large ones. */
export async function planEachTime(ctx: Context): Promise<void> {
  await sql`set local plan_cache_mode = force_custom_plan`.execute(ctx.db);
}

/**
 * For a change of many rows from many others: goes through each side once. The planner, who knows nothing yet of rows that this
 * very transaction made, would take both for few and compare each with each.
 */
export async function sideBySide(ctx: Context, work: () => Promise<unknown>): Promise<void> {
  await sql`set local enable_nestloop = off`.execute(ctx.db);
  await work();
  await sql`set local enable_nestloop = on`.execute(ctx.db);
}

/** The lines of the import in portions, so that progress shows and memory stays small. */
export async function portions(
  ctx: Context,
  { organizationId, importId }: Pick<Lines, "organizationId" | "importId">,
): Promise<{ from: number; to: number; rows: number }[]> {
  const { rows } = await sql<{ from: number; to: number; rows: number }>`
    select min(line) as "from", max(line) as "to", count(*)::int as rows
    from (select line, (row_number() over (order by line) - 1) / ${portionSize}::int as portion from import_row
          where organization_id = ${organizationId} and import_id = ${importId}) numbered
    group by portion order by portion`.execute(ctx.db);
  return rows;
}
