import { sql } from "kysely";
import { type Context, membershipIn, type PersonalContext } from "../../platform/context.ts";
import type { Access } from "../../platform/access.ts";
import type { Relation } from "../../people/profiles/show-profile.ts";

interface Ties {
  coordinates: boolean;
  is_partner: boolean;
  is_match: boolean;
  shares_program: boolean;
  is_staff: boolean;
}

/**
 * What the asking person is to another of the organization; undefined where she may know nothing of her, or there is no such
 * person. Who neither administers nor coordinates sees the staff, and those with whom she shares a program.
 */
export async function findRelation(ctx: PersonalContext, organizationId: string, personId: string): Promise<Relation | undefined> {
  const me = ctx.actor.personId;
  const membership = membershipIn(ctx, organizationId);
  if (!membership) return undefined;
  if (personId === me) return "self";
  const { rows } = await sql<Ties>`
    select
      exists (select from coordinator c join participant p on p.organization_id = c.organization_id and p.program_id = c.program_id
        where c.organization_id = ${organizationId} and c.person_id = ${me} and p.person_id = m.person_id) as coordinates,
      exists (select from relationship_person a
        join relationship_person b on b.organization_id = a.organization_id and b.relationship_id = a.relationship_id
        join relationship r on r.organization_id = a.organization_id and r.id = a.relationship_id and r.state <> 'concluded'
        where a.organization_id = ${organizationId} and a.person_id = ${me} and b.person_id = m.person_id and a.role <> b.role) as is_partner,
      exists (select from participant a
        join offer o on o.organization_id = a.organization_id and a.id in (o.mentee_id, o.mentor_id) and o.state = 'open'
        join participant b on b.organization_id = a.organization_id and b.id in (o.mentee_id, o.mentor_id)
        where a.organization_id = ${organizationId} and a.person_id = ${me} and b.person_id = m.person_id) as is_match,
      exists (select from participant a
        left join participant b on b.organization_id = a.organization_id and b.program_id = a.program_id
          and b.person_id = m.person_id and b.withdrawn_at is null
        left join coordinator c on c.organization_id = a.organization_id and c.program_id = a.program_id and c.person_id = m.person_id
        where a.organization_id = ${organizationId} and a.person_id = ${me} and a.withdrawn_at is null
          and (b.id is not null or c.person_id is not null)) as shares_program,
      m.role <> 'member' or exists (select from coordinator c
        where c.organization_id = ${organizationId} and c.person_id = m.person_id) as is_staff
    from member m where m.organization_id = ${organizationId} and m.person_id = ${personId}`.execute(ctx.db);
  const [ties] = rows;
  if (!ties) return undefined;
  if (membership.role !== "member" || ties.coordinates) return "coordinator";
  if (ties.is_partner) return "partner";
  if (ties.is_match) return "match";
  if (ties.shares_program) return "program";
  return ties.is_staff || membership.coordinates.length > 0 ? "organization" : undefined;
}

export const thoseWhoMaySeeThePerson: Access<{ readonly organizationId: string; readonly personId: string }> = {
  name: "those who may see the person",
  admits: async (ctx: Context, { organizationId, personId }) =>
    ctx.actor !== undefined && (await findRelation({ ...ctx, actor: ctx.actor }, organizationId, personId)) !== undefined,
};
