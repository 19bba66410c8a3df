import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { AnswerUse } from "./question-edit.ts";

/** How often the question was answered, by whom, and with which options. */
export async function countAnswers(ctx: Context, organizationId: string, questionId: string): Promise<AnswerUse> {
  const { rows } = await sql<{ role: "mentor" | "mentee" | null; option: string | null; answers: number }>`
    with given as (
      select p.role, a.value from answer a
      join participant p on p.organization_id = a.organization_id and p.id = a.participant_id
      where a.organization_id = ${organizationId}::uuid and a.question_id = ${questionId}::uuid)
    select role, null as option, count(*) as answers from given group by role
    union all
    select null, chosen.option, count(*) from given
    cross join lateral jsonb_array_elements_text(
      case jsonb_typeof(value) when 'array' then value when 'string' then jsonb_build_array(value) else '[]' end) as chosen (option)
    group by chosen.option`.execute(ctx.db);
  const of = (role: "mentor" | "mentee"): number => rows.find((row) => row.role === role)?.answers ?? 0;
  return {
    mentors: of("mentor"),
    mentees: of("mentee"),
    options: new Map(rows.flatMap(({ option, answers }) => (option === null ? [] : [[option, answers] as const]))),
  };
}
