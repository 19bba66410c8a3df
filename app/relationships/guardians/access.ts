import type { Access } from "../../platform/access.ts";

/** Who has said yes to being a guardian of somebody who is in it, for as long as she is. */
export const guardiansOfTheRelationship: Access<{ readonly organizationId: string; readonly relationshipId: string }> = {
  name: "guardians of the relationship",
  admits: async (ctx, { organizationId, relationshipId }) => {
    if (!ctx.actor) return false;
    const ward = await ctx.db
      .selectFrom("guardianship as g")
      .innerJoin("relationship_person as p", (join) =>
        join.onRef("p.organization_id", "=", "g.organization_id").onRef("p.person_id", "=", "g.ward_id"),
      )
      .select("g.id")
      .where("g.organization_id", "=", organizationId)
      .where("g.guardian_id", "=", ctx.actor.personId)
      .where("g.confirmed_at", "is not", null)
      .where("g.ended_at", "is", null)
      .where("p.relationship_id", "=", relationshipId)
      .where("p.left_at", "is", null)
      .executeTakeFirst();
    return ward !== undefined;
  },
};
