import { mayCoordinate } from "../../networks/programs/access.ts";
import type { Access } from "../../platform/access.ts";

interface OfRelationship {
  readonly organizationId: string;
  readonly relationshipId: string;
}

/** Who is in it, and nobody else. */
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
      .where("left_at", "is", null)
      .executeTakeFirst();
    return own !== undefined;
  },
};

/** Who runs its program: what the people of it say to each other is on none of their pages. */
export const coordinatorsOfTheRelationship: Access<OfRelationship> = {
  name: "coordinators of the relationship",
  admits: async (ctx, { organizationId, relationshipId }) => {
    const row = await ctx.db
      .selectFrom("relationship")
      .select("program_id")
      .where("organization_id", "=", organizationId)
      .where("id", "=", relationshipId)
      .executeTakeFirst();
    return row !== undefined && mayCoordinate(ctx, organizationId, row.program_id);
  },
};

export const peopleAndCoordinatorsOfTheRelationship: Access<OfRelationship> = {
  name: "people and coordinators of the relationship",
  admits: async (ctx, its) => (await peopleOfTheRelationship.admits(ctx, its)) || (await coordinatorsOfTheRelationship.admits(ctx, its)),
};
