import { type RawBuilder, sql } from "kysely";
import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import type { VisibleField } from "../../people/profiles/profile.ts";
import type { Context } from "../../platform/context.ts";
import { type AnswerSource, fieldOf, type ProfileField, questionIdOf } from "../criteria/answer-source.ts";
import type { Criterion } from "../criteria/criterion.ts";
import { listCriteria } from "../criteria/list-criteria.ts";
import { isSeenInProgram } from "./seen-in-program.ts";

/** Where a field of the profile is kept, who decides on its being seen, and when it counts as answered. */
const fields: Readonly<
  Record<Exclude<ProfileField, "gives" | "hopes">, { readonly seenAs: VisibleField; readonly isAnswered: RawBuilder<unknown> }>
> = {
  languages: { seenAs: "languages", isAnswered: sql`profile.languages <> '{}'` },
  interests: { seenAs: "interests", isAnswered: sql`profile.interests <> '{}'` },
  hours: { seenAs: "availability", isAnswered: sql`profile.availability <> '{}'` },
  place: { seenAs: "place", isAnswered: sql`profile.place <> ''` },
  country: { seenAs: "place", isAnswered: sql`profile.country is not null` },
  timeZone: { seenAs: "timeZone", isAnswered: sql`profile.time_zone is not null` },
};

/** The program's criteria without the shoulds about which nobody in this role has said anything that others may see. */
export async function listTellingCriteria(
  ctx: Context,
  organizationId: string,
  programId: string,
  role: ParticipantRole,
): Promise<Criterion[]> {
  const criteria = await listCriteria(ctx, organizationId, programId);
  const sources = [...new Set(criteria.filter(({ strength }) => strength === "should").map(({ settings }) => settings[role]))];
  if (sources.length === 0) return criteria;
  const here = sql`from participant p
    join profile on profile.organization_id = p.organization_id and profile.person_id = p.person_id
    where p.organization_id = ${organizationId} and p.program_id = ${programId} and p.role = ${role} and p.withdrawn_at is null`;
  const isTold = (source: AnswerSource): RawBuilder<unknown> => {
    const field = fieldOf(source);
    if (field === undefined)
      return sql`exists (select from answer a join participant p on p.organization_id = a.organization_id and p.id = a.participant_id
        join question q on q.organization_id = a.organization_id and q.id = a.question_id
        where a.organization_id = ${organizationId} and a.question_id = ${questionIdOf(source)!} and q.shown_to = 'program'
          and p.role = ${role} and p.withdrawn_at is null)`;
    if (field === "gives" || field === "hopes")
      return sql`exists (select from participant p
        join profile on profile.organization_id = p.organization_id and profile.person_id = p.person_id
        join profile_skill s on s.organization_id = p.organization_id and s.person_id = p.person_id and s.direction = ${field}
        where p.organization_id = ${organizationId} and p.program_id = ${programId} and p.role = ${role} and p.withdrawn_at is null
          and ${isSeenInProgram("skills")} limit 1)`;
    const { seenAs, isAnswered } = fields[field];
    // In one pass over all of them: looking for the first who has said something costs most where nobody has.
    return sql`coalesce(bool_or(${isSeenInProgram(seenAs)} and ${isAnswered}), false)`;
  };
  const { rows } = await sql<{ told: boolean[] }>`select array[${sql.join(sources.map(isTold))}] as told ${here}`.execute(ctx.db);
  const told = new Set(sources.filter((_, index) => rows[0]!.told[index]));
  return criteria.filter(({ strength, settings }) => strength === "must" || told.has(settings[role]));
}
