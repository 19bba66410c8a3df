import { sql } from "kysely";
import type { PersonalContext } from "../../platform/context.ts";

export interface Nameable {
  readonly personId: string;
  readonly name: string;
  /** In a relationship with her or with somebody whose guardian she is, or in the one that she was looking at; else somebody who runs things. */
  readonly isNear: boolean;
}

/**
 * Whom she can say it is about: those of her relationships and of the one that she comes from, where she may see it; and whoever
 * runs her programs, owns the organization or looks after safety there.
 */
export async function listNameable(
  ctx: PersonalContext,
  organizationId: string,
  relationshipId: string | null,
): Promise<readonly Nameable[]> {
  const me = ctx.actor.personId;
  const { rows } = await sql<Nameable>`
    with near as (
      select other.person_id from relationship_person mine
        join relationship_person other on other.organization_id = mine.organization_id and other.relationship_id = mine.relationship_id
      where mine.organization_id = ${organizationId} and (mine.person_id = ${me} or mine.person_id in (
        select ward_id from guardianship where organization_id = ${organizationId} and guardian_id = ${me}
          and confirmed_at is not null and ended_at is null))
      union select person_id from relationship_person where organization_id = ${organizationId} and relationship_id = ${relationshipId}
    ), staff as (
      select person_id from member where organization_id = ${organizationId} and role <> 'member'
      union select person_id from safeguarding_lead where organization_id = ${organizationId}
      union select c.person_id from coordinator c where c.organization_id = ${organizationId} and (
        exists (select from participant p where p.organization_id = c.organization_id and p.program_id = c.program_id and p.person_id = ${me})
        or exists (select from participant p join guardianship g on g.organization_id = p.organization_id and g.ward_id = p.person_id
          where p.organization_id = c.organization_id and p.program_id = c.program_id and g.guardian_id = ${me}
            and g.confirmed_at is not null and g.ended_at is null)
        or exists (select from coordinator o where o.organization_id = c.organization_id and o.program_id = c.program_id and o.person_id = ${me}))
    )
    select profile.person_id as "personId", profile.name, profile.person_id in (select person_id from near) as "isNear"
    from profile where organization_id = ${organizationId} and person_id <> ${me}
      and (person_id in (select person_id from near) or person_id in (select person_id from staff))
    order by 3 desc, name, person_id limit 300`.execute(ctx.db);
  return rows;
}
