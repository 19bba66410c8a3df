import type { Context } from "../../platform/context.ts";
import type { OneRelationship } from "../life/find-life.ts";

/** The name of who began its end, for coordinators; undefined: time did, or she has left. */
export async function findBeginner(ctx: Context, { organizationId, relationshipId }: OneRelationship): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom("relationship_change as change")
    .leftJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "change.organization_id").onRef("profile.person_id", "=", "change.by_id"),
    )
    .select("profile.name")
    .where("change.organization_id", "=", organizationId)
    .where("change.relationship_id", "=", relationshipId)
    .where("change.move", "=", "close")
    .orderBy("change.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.name ?? undefined;
}
