import { type RawBuilder, sql } from "kysely";
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

/** Whether somebody is, or was, a guardian of one who is or was in the relationship `r`. @param who her id, or the column with it */
export const isGuardianIn = (who: string | RawBuilder<unknown>) => sql<boolean>`exists (
  select from guardianship g
  join relationship_person ward on ward.organization_id = g.organization_id and ward.person_id = g.ward_id
  where g.organization_id = r.organization_id and ward.relationship_id = r.id and g.guardian_id = ${who}
    and (g.confirmed_at is not null or g.ended_at is null))`;

/**
 * Who runs its program: what the people of it say to each other is on none of their pages. Whoever is or was in it herself, or a
 * guardian of somebody in it, is none of them: what the others tell a coordinator, they may tell of her.
 */
export const coordinatorsOfTheRelationship: Access<OfRelationship> = {
  name: "coordinators of the relationship",
  admits: async (ctx, { organizationId, relationshipId }) => {
    if (!ctx.actor) return false;
    const { personId } = ctx.actor;
    const row = await ctx.db
      .selectFrom("relationship as r")
      .select("r.program_id")
      .where("r.organization_id", "=", organizationId)
      .where("r.id", "=", relationshipId)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom("relationship_person as p")
              .select("p.participant_id")
              .whereRef("p.organization_id", "=", "r.organization_id")
              .whereRef("p.relationship_id", "=", "r.id")
              .where("p.person_id", "=", personId),
          ),
        ),
      )
      .where((eb) => eb.not(isGuardianIn(personId)))
      .executeTakeFirst();
    return row !== undefined && mayCoordinate(ctx, organizationId, row.program_id);
  },
};

export const peopleAndCoordinatorsOfTheRelationship: Access<OfRelationship> = {
  name: "people and coordinators of the relationship",
  admits: async (ctx, its) => (await peopleOfTheRelationship.admits(ctx, its)) || (await coordinatorsOfTheRelationship.admits(ctx, its)),
};
