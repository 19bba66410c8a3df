/** Nobody is a guardian of somebody with whom she is in a relationship: she would see herself through another's eyes. */
import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { pairGuardianWords } from "./pair-guardians.messages.ts";

type Where = { readonly wardId: string } | { readonly relationshipId: string };

/** Guardianships within a relationship that is not over. */
export async function listWithinPairs(ctx: Context, organizationId: string, where: Where | "anywhere"): Promise<Within[]> {
  const only =
    where === "anywhere" ? sql`` : "wardId" in where ? sql`and g.ward_id = ${where.wardId}` : sql`and r.id = ${where.relationshipId}`;
  const { rows } = await sql<Within>`
    select distinct g.id as "guardianshipId", guardian.name as guardian, ward.name as ward
    from guardianship g
    join relationship_person a on a.organization_id = g.organization_id and a.person_id = g.ward_id and a.left_at is null
    join relationship r on r.organization_id = g.organization_id and r.id = a.relationship_id and r.state <> 'concluded'
    join relationship_person b on b.organization_id = g.organization_id and b.relationship_id = r.id and b.person_id = g.guardian_id
      and b.left_at is null
    join profile guardian on guardian.organization_id = g.organization_id and guardian.person_id = g.guardian_id
    join profile ward on ward.organization_id = g.organization_id and ward.person_id = g.ward_id
    where g.organization_id = ${organizationId} and g.ended_at is null ${only}`.execute(ctx.db);
  return rows;
}

interface Within {
  readonly guardianshipId: string;
  readonly guardian: string;
  readonly ward: string;
}

/** Refuses, after the fact and before it is kept, what would bring the two together. Under the locks of `lockPeople`. */
export async function keepGuardiansOutside(ctx: Context, organizationId: string, where: Where): Promise<void> {
  const [within] = await listWithinPairs(ctx, organizationId, where);
  if (!within) return;
  const { guardian, ward } = within;
  throw new Conflict((language) => {
    const words = pairGuardianWords(language);
    return "wardId" in where ? words.isInPair(guardian, ward) : words.isGuardian(guardian, ward);
  });
}
