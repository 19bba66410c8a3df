import { type Expression, type SqlBool, sql } from "kysely";
import { visibilityOf, type VisibleField } from "../../people/profiles/profile.ts";
import type { Context } from "../../platform/context.ts";
import type { AnswerSource, ProfileField, ShownTo, Side } from "./answer-source.ts";
import { profileSource, questionSource } from "./answer-source.ts";
import { type Criterion, questionsUsed } from "./criterion.ts";
import type { AnswerValue, MatchingPerson } from "./matching-person.ts";

/**
 * These participants with what the criteria look at, in three statements, in the order of the ids.
 * Who left meanwhile is not among them.
 */
export async function loadPeople(
  ctx: Context,
  organizationId: string,
  participantIds: readonly string[],
  criteria: readonly Criterion[],
): Promise<MatchingPerson[]> {
  const inThese = (column: Expression<string>) => sql<SqlBool>`${column} = any (${participantIds}::uuid[])`;
  const profiles = await ctx.db
    .selectFrom("participant")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "participant.organization_id").onRef("profile.person_id", "=", "participant.person_id"),
    )
    .where("participant.organization_id", "=", organizationId)
    .where((eb) => inThese(eb.ref("participant.id")))
    .select([
      "participant.id",
      "participant.person_id",
      "profile.name",
      "profile.time_zone",
      "profile.languages",
      "profile.interests",
      "profile.availability",
      "profile.place",
      "profile.country",
      "profile.visibility",
    ])
    .orderBy("participant.id")
    .execute();

  const skills = await ctx.db
    .selectFrom("profile_skill")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.organization_id", "=", "profile_skill.organization_id")
        .onRef("participant.person_id", "=", "profile_skill.person_id"),
    )
    .where("profile_skill.organization_id", "=", organizationId)
    .where((eb) => inThese(eb.ref("participant.id")))
    .select((eb) => ["participant.id", "direction", eb.fn<string[]>("array_agg", ["skill"]).as("skills")])
    .groupBy(["participant.id", "direction"])
    .execute();

  const questions = [...questionsUsed(criteria)];
  const answered = ctx.db
    .selectFrom("answer")
    .where("organization_id", "=", organizationId)
    .where(sql<SqlBool>`question_id = any (${questions}::uuid[])`)
    .where((eb) => inThese(eb.ref("participant_id")))
    .select(["participant_id", "question_id", "value"]);
  const answers = questions.length === 0 ? [] : await answered.execute();

  const people = new Map<string, Map<AnswerSource, AnswerValue>>();
  const add = (id: string, source: AnswerSource, value: unknown): void => {
    if (isAnswered(value)) people.get(id)?.set(source, value);
  };
  for (const profile of profiles) {
    people.set(profile.id, new Map());
    const fields: [ProfileField, unknown][] = [
      ["languages", profile.languages],
      ["interests", profile.interests],
      ["hours", profile.availability],
      ["place", profile.place],
      ["country", profile.country],
      ["timeZone", profile.time_zone],
    ];
    for (const [field, value] of fields) add(profile.id, profileSource(field), value);
  }
  for (const { id, direction, skills: list } of skills) add(id, profileSource(direction), list);
  for (const { participant_id, question_id, value } of answers) add(participant_id, questionSource(question_id), value);

  return profiles.map((profile) => ({
    id: profile.id,
    personId: profile.person_id,
    name: profile.name,
    timeZone: profile.time_zone,
    answers: people.get(profile.id)!,
    visibility: visibilityOfFields(profile.visibility),
  }));
}

/** Ids of everyone in the program who has not withdrawn. */
export async function listParticipantIds(ctx: Context, organizationId: string, programId: string, role: Side): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom("participant")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("role", "=", role)
    .where("withdrawn_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

function isAnswered(value: unknown): value is AnswerValue {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === "number" || (typeof value === "string" && value.trim() !== "");
}

/** Who sees each field, by the names that criteria use. */
function visibilityOfFields(chosen: unknown): Record<ProfileField, ShownTo> {
  const seen = visibilityOf(chosen);
  const of = (field: VisibleField): ShownTo => {
    const audience = seen[field];
    return audience === "organization" ? "program" : audience;
  };
  return {
    languages: of("languages"),
    hopes: of("skills"),
    gives: of("skills"),
    interests: of("interests"),
    hours: of("availability"),
    place: of("place"),
    country: of("place"),
    timeZone: of("timeZone"),
  };
}
