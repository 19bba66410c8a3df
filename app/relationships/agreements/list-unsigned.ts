import { sql } from "kysely";
import type { PersonalContext } from "../../platform/context.ts";

export interface UnsignedAgreement {
  readonly organizationId: string;
  readonly relationshipId: string;
  readonly programName: string;
  /** The others, by the names they have in that organization. */
  readonly otherNames: readonly string[];
}

/** Agreements of hers on which somebody has worked, and which she has not signed as they are now: from all open organizations. */
export async function listUnsigned(ctx: PersonalContext, limit = 10): Promise<UnsignedAgreement[]> {
  const { rows } = await sql<UnsignedAgreement>`
    select r.organization_id as "organizationId", r.id as "relationshipId", program.name as "programName",
      (select coalesce(jsonb_agg(o.name order by o.name), '[]') from relationship_person p
        join profile o on o.organization_id = p.organization_id and o.person_id = p.person_id
        where p.organization_id = r.organization_id and p.relationship_id = r.id and p.left_at is null and p.person_id <> mine.person_id)
        as "otherNames"
    from relationship_person mine
    join relationship r on r.organization_id = mine.organization_id and r.id = mine.relationship_id
    join program on program.organization_id = r.organization_id and program.id = r.program_id
    cross join lateral (
      select max(number) as number from agreement_version v where v.organization_id = r.organization_id and v.relationship_id = r.id) newest
    where mine.person_id = ${ctx.actor.personId} and mine.left_at is null and newest.number is not null
      and r.state <> 'concluded' and r.paused_by is distinct from 'safeguarding' and not exists (
        select from agreement_signature s where s.organization_id = r.organization_id and s.relationship_id = r.id
          and s.version = newest.number and s.person_id = mine.person_id)
    order by r.begun_at desc, r.id limit ${limit}`.execute(ctx.db);
  return rows;
}
