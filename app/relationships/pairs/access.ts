import type { Access } from "../../platform/access.ts";

interface OfRelationship {
  readonly organizationId: string;
  readonly relationshipId: string;
}

/** The two of it, and nobody else. */
export const peopleOfTheRelationship: Access<OfRelationship> = {
  name: "people of the relationship",
  admits: async (ctx, { organizationId, relationshipId }) => {
    if (!ctx.actor) return false;
    const own = await ctx.db
      .selectFrom("relationship_person")
      .select("participant_id")
      .where("organization_id", "=", organizationId)
      .where("relationship_id", "=", relationshipId)
      .where("person_id", "=", ctx.actor.personId)
      .executeTakeFirst();
    return own !== undefined;
  },
};
