import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { type AnswerSource, profileSource, questionSource, type Side } from "./answer-source.ts";

export type PerSide = Readonly<Record<Side, number>>;
export interface AnswerCounts {
  /** Everyone who has not withdrawn. */
  readonly people: PerSide;
  /** How many of them have answered. */
  of(source: AnswerSource): PerSide;
}

/** How many people on each side have told what criteria can look at, in three statements. */
export async function countAnswers(ctx: Context, organizationId: string, programId: string): Promise<AnswerCounts> {
  const profiles = await ctx.db
    .selectFrom("participant")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "participant.organization_id").onRef("profile.person_id", "=", "participant.person_id"),
    )
    .where("participant.organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("withdrawn_at", "is", null)
    .select(({ fn }) => [
      "role",
      fn.countAll<number>().as("people"),
      sql<number>`count(*) filter (where languages <> '{}')`.as("languages"),
      sql<number>`count(*) filter (where interests <> '{}')`.as("interests"),
      sql<number>`count(*) filter (where availability <> '{}')`.as("hours"),
      sql<number>`count(*) filter (where place <> '')`.as("place"),
      sql<number>`count(*) filter (where country <> '')`.as("country"),
      sql<number>`count(*) filter (where time_zone <> '')`.as("timeZone"),
    ])
    .groupBy("role")
    .execute();
  const skills = await ctx.db
    .selectFrom("participant")
    .innerJoin("profile_skill", (join) =>
      join
        .onRef("profile_skill.organization_id", "=", "participant.organization_id")
        .onRef("profile_skill.person_id", "=", "participant.person_id"),
    )
    .where("participant.organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("withdrawn_at", "is", null)
    .select(["role", "direction", sql<number>`count(distinct participant.id)`.as("people")])
    .groupBy(["role", "direction"])
    .execute();
  const answers = await ctx.db
    .selectFrom("answer")
    .innerJoin("participant", (join) =>
      join.onRef("participant.organization_id", "=", "answer.organization_id").onRef("participant.id", "=", "answer.participant_id"),
    )
    .where("participant.organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("withdrawn_at", "is", null)
    .select(({ fn }) => ["role", "question_id", fn.countAll<number>().as("people")])
    .groupBy(["role", "question_id"])
    .execute();

  const counts = new Map<string, number>();
  const key = (role: string, source: string): string => `${role} ${source}`;
  const people = { mentee: 0, mentor: 0 };
  for (const { role, people: all, ...fields } of profiles) {
    people[role as Side] = all;
    for (const [field, answered] of Object.entries(fields)) counts.set(key(role, `profile.${field}`), answered);
  }
  for (const { role, direction, people: answered } of skills) {
    counts.set(key(role, profileSource(direction)), answered);
  }
  for (const { role, question_id, people: answered } of answers) counts.set(key(role, questionSource(question_id)), answered);
  const at = (role: Side, source: AnswerSource): number => counts.get(key(role, source)) ?? 0;
  return { people, of: (source) => ({ mentee: at("mentee", source), mentor: at("mentor", source) }) };
}
