import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { Loses, RowReason } from "./import.ts";
import { profileKeys } from "./targets.ts";

interface Part {
  readonly organizationId: string;
  readonly importId: string;
  readonly page: number;
  readonly pageSize: number;
}

export interface ListedRow {
  readonly line: number;
  readonly email: string;
  readonly name: string | null;
  /** Field → before and after; keys as in `import_row.changes`. */
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

/** Rows that would make or change somebody, with what stands there now. */
export async function listRows(
  ctx: Context,
  { organizationId, importId, page, pageSize }: Part,
  outcome: "make" | "change",
): Promise<ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select r.line, r.email::text as email, coalesce(r.person ->> 'name', pr.name) as name,
      coalesce((
        select jsonb_agg(jsonb_build_object('field', field, 'after', coalesce(r.person -> field, r.answers -> substr(field, 8)), 'before',
          case
            when field = any (${profileKeys}::text[]) then to_jsonb(pr) -> field
            when field in ('skills_gives', 'skills_hopes') then (
              select jsonb_agg(ps.skill order by ps.skill) from profile_skill ps
              where ps.organization_id = ${organizationId} and ps.person_id = r.person_id and ps.direction = substr(field, 8))
            when field = 'capacity' then to_jsonb(pt.capacity)
            when field = 'both_roles' then 'false'
            else (select a.value from answer a where a.organization_id = ${organizationId} and a.participant_id = r.participant_id
                  and a.question_id = substr(field, 8)::uuid)
          end)) from unnest(r.changes) field), '[]') as changes
    from import_row r
    left join profile pr on pr.organization_id = ${organizationId} and pr.person_id = r.person_id
    left join participant pt on pt.organization_id = ${organizationId} and pt.id = r.participant_id
    where r.organization_id = ${organizationId} and r.import_id = ${importId} and r.outcome = ${outcome}
    order by r.line limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.db);
  return rows;
}

export interface ListedProblem {
  readonly line: number;
  readonly number: number;
  readonly column: string;
  readonly value: string;
  readonly reason: RowReason;
  readonly loses: Loses;
}

/** What there is to say about single rows, in their order. */
export async function listProblems(
  ctx: Context,
  { organizationId, importId, page, pageSize }: Part,
): Promise<{ problems: ListedProblem[]; total: number }> {
  const problems = ctx.db.selectFrom("import_problem").where("organization_id", "=", organizationId).where("import_id", "=", importId);
  const { total } = await problems.select((expression) => expression.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const rows = await problems
    .select(["line", "number", "column_name as column", "value", "reason", "loses"])
    .orderBy("line")
    .orderBy("number")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { problems: rows, total };
}

/** Lines with something that was left out, in their order, a bounded number at a time. */
export async function problemsAfter(
  ctx: Context,
  { organizationId, importId }: Pick<Part, "organizationId" | "importId">,
  line: number,
  limit: number,
): Promise<ListedProblem[]> {
  return ctx.db
    .selectFrom("import_problem")
    .select(["line", "number", "column_name as column", "value", "reason", "loses"])
    .where("organization_id", "=", organizationId)
    .where("import_id", "=", importId)
    .where("loses", "<>", "nothing")
    .where("line", ">", line)
    .orderBy("line")
    .orderBy("number")
    .limit(limit)
    .execute();
}
