import { sql } from "kysely";
import { moveGuardianships } from "../../networks/guardians/move-guardianships.ts";
import type { Context } from "../../platform/context.ts";
import { listWithinPairs } from "./mind-the-pair.ts";

/**
 * Two records are one person's, before everything else of them is joined: what both had as guardians, she has once; and what would
 * make her a guardian of her own partner ends.
 */
export async function mergeGuardians(
  ctx: Context,
  its: { readonly organizationId: string; readonly from: string; readonly to: string },
): Promise<void> {
  const { organizationId, from, to } = its;
  await moveGuardianships(ctx, its);
  const within = await listWithinPairs(ctx, organizationId, "anywhere");
  if (within.length > 0)
    await ctx.db
      .updateTable("guardianship")
      .set({ ended_at: ctx.now })
      .where("organization_id", "=", organizationId)
      .where(
        "id",
        "in",
        within.map(({ guardianshipId }) => guardianshipId),
      )
      .execute();
  // Where both have signed one version, or a talk is due with both, one of them is enough.
  await sql`
    delete from agreement_signature f where f.organization_id = ${organizationId} and f.person_id = ${from} and exists (
      select from agreement_signature t where t.organization_id = f.organization_id and t.relationship_id = f.relationship_id
        and t.version = f.version and t.person_id = ${to})`.execute(ctx.db);
  await sql`
    delete from support_contact f where f.organization_id = ${organizationId} and f.person_id = ${from} and f.state = 'due' and exists (
      select from support_contact t where t.organization_id = f.organization_id and t.relationship_id = f.relationship_id
        and t.state = 'due' and t.person_id = ${to})`.execute(ctx.db);
  await sql`
    delete from guardian_farewell f where f.organization_id = ${organizationId} and f.person_id = ${from} and exists (
      select from guardian_farewell t where t.organization_id = f.organization_id and t.relationship_id = f.relationship_id
        and t.person_id = ${to})`.execute(ctx.db);
}
