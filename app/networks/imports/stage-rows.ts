import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import type { ReadRow } from "./read-row.ts";

interface Place {
  readonly organizationId: string;
  readonly importId: string;
}

const longestValue = 500;

/** Keeps rows as they were understood, each batch in one statement, with the ids that new people would get. */
export async function stageRows(ctx: Context, { organizationId, importId }: Place, rows: readonly ReadRow[]): Promise<void> {
  const staged = rows.map(({ line, email, person, answers }) => ({
    line,
    email,
    person,
    answers,
    outcome: email === undefined ? "skip" : "make",
    new_person_id: newId(),
    new_participant_id: newId(),
    new_other_id: newId(),
  }));
  await sql`
    insert into import_row (organization_id, import_id, line, email, person, answers, outcome, new_person_id, new_participant_id, new_other_id)
    select ${organizationId}::uuid, ${importId}::uuid, r.line, r.email, r.person, r.answers, r.outcome, r.new_person_id, r.new_participant_id, r.new_other_id
    from jsonb_to_recordset(${JSON.stringify(staged)}::jsonb)
      as r (line int, email citext, person jsonb, answers jsonb, outcome text, new_person_id uuid, new_participant_id uuid, new_other_id uuid)`.execute(
    ctx.db,
  );
  const problems = rows.flatMap(({ line, problems: some }) =>
    some.map((problem, number) => ({ line, number, ...problem, value: problem.value.slice(0, longestValue).toWellFormed() })),
  );
  if (problems.length === 0) return;
  await sql`
    insert into import_problem (organization_id, import_id, line, number, column_name, value, reason, loses)
    select ${organizationId}::uuid, ${importId}::uuid, r.line, r.number, r."column", r.value, r.reason, r.loses
    from jsonb_to_recordset(${JSON.stringify(problems)}::jsonb)
      as r (line int, number int, "column" text, value text, reason jsonb, loses text)`.execute(ctx.db);
}

/** Forgets what an earlier dry run understood. */
export async function forgetRows(ctx: Context, { organizationId, importId }: Place): Promise<void> {
  for (const table of ["import_row", "import_problem"] as const)
    await ctx.db.deleteFrom(table).where("organization_id", "=", organizationId).where("import_id", "=", importId).execute();
}

/** The numbers under which notes on a line are kept that are found only when all lines are known. */
const furtherLine = 1000;
const hasLeft = 1001;

/** Further lines of one address join the first: what a later line says goes before, and an empty cell says nothing. */
export async function mergeRows(ctx: Context, { organizationId, importId }: Place): Promise<void> {
  await sql`
    with twice as (
      select email, min(line) as keeper from import_row
      where organization_id = ${organizationId} and import_id = ${importId} and outcome <> 'skip'
      group by email having count(*) > 1
    ), joined as (
      select keeper,
        (select jsonb_object_agg(f.key, f.value order by r.line) from import_row r cross join lateral jsonb_each(r.person) f
          where r.organization_id = ${organizationId} and r.import_id = ${importId} and r.email = twice.email) as person,
        (select jsonb_object_agg(f.key, f.value order by r.line) from import_row r cross join lateral jsonb_each(r.answers) f
          where r.organization_id = ${organizationId} and r.import_id = ${importId} and r.email = twice.email) as answers
      from twice
    ), kept as (
      update import_row r set person = coalesce(joined.person, '{}'), answers = coalesce(joined.answers, '{}')
      from joined where r.organization_id = ${organizationId} and r.import_id = ${importId} and r.line = joined.keeper
    ), further as (
      update import_row r set outcome = 'merged' from twice
      where r.organization_id = ${organizationId} and r.import_id = ${importId} and r.email = twice.email and r.line <> twice.keeper
        and r.outcome <> 'skip'
      returning r.line, r.email, twice.keeper
    )
    insert into import_problem (organization_id, import_id, line, number, column_name, value, reason, loses)
    select ${organizationId}::uuid, ${importId}::uuid, line, ${furtherLine}, '', email::text,
      jsonb_build_object('reason', 'twice-in-file', 'line', keeper), 'nothing'
    from further`.execute(ctx.db);
}

/** Whoever left the program is not brought back by a file. */
export async function noteLeavers(ctx: Context, { organizationId, importId }: Place): Promise<void> {
  await sql`
    insert into import_problem (organization_id, import_id, line, number, value, reason, loses)
    select ${organizationId}::uuid, ${importId}::uuid, r.line, ${hasLeft}, r.email::text, '{"reason": "has-left"}', 'nothing'
    from import_row r
    where r.organization_id = ${organizationId} and r.import_id = ${importId}
      and (r.participant_id in (select pt.id from participant pt where pt.organization_id = ${organizationId} and pt.withdrawn_at is not null)) is true`.execute(
    ctx.db,
  );
}
