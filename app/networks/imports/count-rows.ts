import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { Counts, Outcome } from "./import.ts";

/** What came, or would come, of the rows of an import. */
export async function countRows(ctx: Context, { organizationId, importId }: { organizationId: string; importId: string }): Promise<Counts> {
  const outcomes = await sql<{ outcome: Outcome; n: number; kept: number; others: number }>`
    select outcome, count(*)::int as n, count(*) filter (where kept <> '{}')::int as kept,
      count(*) filter (where person -> 'both_roles' = 'true' and (other_id is null or 'other' = any (made)) and outcome in ('make', 'change'))::int as others
    from import_row where organization_id = ${organizationId} and import_id = ${importId} group by outcome`.execute(ctx.db);
  const changes = await sql<{ field: string; n: number }>`
    select field, count(*)::int as n from import_row r cross join lateral unnest(r.changes) as field
    where organization_id = ${organizationId} and import_id = ${importId} and outcome in ('make', 'change')
    group by field order by n desc, field`.execute(ctx.db);
  const cells = await ctx.db
    .selectFrom("import_problem")
    .select((expression) => expression.fn.countAll<number>().as("n"))
    .where("organization_id", "=", organizationId)
    .where("import_id", "=", importId)
    .where("loses", "=", "cell")
    .executeTakeFirstOrThrow();
  const sum = (key: "kept" | "others"): number => outcomes.rows.reduce((total, row) => total + row[key], 0);
  return {
    ...Object.fromEntries(outcomes.rows.map(({ outcome, n }) => [outcome, n])),
    kept: sum("kept"),
    others: sum("others"),
    cells: cells.n,
    changes: Object.fromEntries(changes.rows.map(({ field, n }) => [field, n])),
  };
}
