/** Who lacks a check that her program wants: nothing begins with her before there is one. */
import { type RawBuilder, sql } from "kysely";
import { dayIn } from "../../people/profiles/pause-profile.ts";
import type { Context } from "../../platform/context.ts";
import { type CheckKind, missingOf, type NewestCheck } from "./background-check.ts";

/** Of each person and kind the newest that was not voided, as rows of `newest (person_id, kind, id, expires_on)`. */
export const newestChecks = (organizationId: string, persons: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select distinct on (c.person_id, c.kind) c.person_id, c.kind, c.id, c.expires_on from background_check c
  where c.organization_id = ${organizationId} and c.voided_at is null and c.person_id in ${persons}
  order by c.person_id, c.kind, c.decided_on desc, c.id desc`;

/** Of one person, of each kind. */
export async function newestOf(ctx: Context, organizationId: string, personId: string): Promise<NewestCheck[]> {
  const { rows } = await sql<NewestCheck>`
    with newest as (${newestChecks(organizationId, sql`(${personId}::uuid)`)})
    select id as "checkId", kind, expires_on as "expiresOn" from newest order by kind`.execute(ctx.db);
  return rows;
}

interface InProgram {
  readonly organizationId: string;
  readonly programId: string;
}

export interface Unchecked {
  readonly participantId: string;
  readonly personId: string;
  readonly name: string;
  readonly missing: readonly CheckKind[];
}

/**
 * Of these participants the mentors (between equals: everybody) who lack a check that the program wants; none where it wants none.
 * The program is held for reading, so that it wants no others before this is done.
 */
export async function listUnchecked(
  ctx: Context,
  { organizationId, programId }: InProgram,
  participantIds: readonly string[],
): Promise<Unchecked[]> {
  const program = await ctx.db
    .selectFrom("program")
    .innerJoin("organization", "organization.id", "program.organization_id")
    .select(["program.needed_checks as needed", "program.format", "organization.time_zone as timeZone"])
    .where("program.organization_id", "=", organizationId)
    .where("program.id", "=", programId)
    .forShare("program")
    .executeTakeFirstOrThrow();
  if (program.needed.length === 0 || participantIds.length === 0) return [];
  const { rows } = await sql<{ participantId: string; personId: string; name: string; newest: NewestCheck[] }>`
    with newest as (${newestChecks(
      organizationId,
      sql`(select person_id from participant
      where organization_id = ${organizationId} and id = any (${participantIds}::uuid[]))`,
    )})
    select t.id as "participantId", t.person_id as "personId", o.name, coalesce(jsonb_agg(jsonb_build_object('checkId', n.id,
        'kind', n.kind, 'expiresOn', n.expires_on)) filter (where n.id is not null), '[]') as newest
    from participant t
    join profile o on o.organization_id = t.organization_id and o.person_id = t.person_id
    left join newest n on n.person_id = t.person_id
    where t.organization_id = ${organizationId} and t.program_id = ${programId} and t.id = any (${participantIds}::uuid[])
      and (t.role = 'mentor' or ${program.format === "peer"})
    group by t.id, t.person_id, o.name order by o.name, t.id`.execute(ctx.db);
  const today = dayIn(program.timeZone, ctx.now);
  return rows.flatMap(({ newest, ...person }) => {
    const missing = missingOf(program.needed, newest, today);
    return missing.length === 0 ? [] : [{ ...person, missing }];
  });
}
