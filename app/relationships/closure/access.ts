import { sql } from "kysely";
import { mayCoordinate } from "../../networks/programs/access.ts";
import type { Access } from "../../platform/access.ts";
import { isGuardianIn } from "../pairs/access.ts";

interface OfRelationship {
  readonly organizationId: string;
  readonly relationshipId: string;
}

/** The one coordinator who looks after it, and nobody else; where there is none any more, whoever runs its program. Never who is in it, or a guardian there. */
export const whoLooksAfterTheRelationship: Access<OfRelationship> = {
  name: "who looks after the relationship",
  admits: async (ctx, { organizationId, relationshipId }) => {
    if (!ctx.actor) return false;
    const { personId } = ctx.actor;
    const row = await ctx.db
      .selectFrom("relationship as r")
      .leftJoin("coordinator as owner", (join) =>
        join
          .onRef("owner.organization_id", "=", "r.organization_id")
          .onRef("owner.program_id", "=", "r.program_id")
          .onRef("owner.person_id", "=", "r.owner_id")
          // Whoever is in it herself, or a guardian in it, does not look after it: then all of the others do.
          .on((eb) => eb.not(isGuardianIn(sql`owner.person_id`)))
          .on((eb) =>
            eb.not(
              eb.exists(
                eb
                  .selectFrom("relationship_person as p")
                  .select("p.participant_id")
                  .whereRef("p.organization_id", "=", "r.organization_id")
                  .whereRef("p.relationship_id", "=", "r.id")
                  .whereRef("p.person_id", "=", "r.owner_id"),
              ),
            ),
          ),
      )
      .leftJoin("relationship_person as own", (join) =>
        join
          .onRef("own.organization_id", "=", "r.organization_id")
          .onRef("own.relationship_id", "=", "r.id")
          .on("own.person_id", "=", personId),
      )
      .select(["r.program_id", "owner.person_id as ownerId", "own.person_id as ownId", isGuardianIn(personId).as("isGuardian")])
      .where("r.organization_id", "=", organizationId)
      .where("r.id", "=", relationshipId)
      .limit(1)
      .executeTakeFirst();
    if (!row || row.ownId !== null || row.isGuardian) return false;
    return row.ownerId === null ? mayCoordinate(ctx, organizationId, row.program_id) : row.ownerId === personId;
  },
};
