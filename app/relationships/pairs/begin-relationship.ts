import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import type { PairReasons } from "./pair.ts";

export interface PersonInPair {
  readonly participantId: string;
  readonly personId: string;
}

export interface Beginning {
  readonly organizationId: string;
  readonly programId: string;
  readonly offerId: string;
  readonly mentor: PersonInPair;
  readonly mentee: PersonInPair;
  readonly reasons: PairReasons;
}

/** Two people have said yes: from now on they have a page of their own. */
export async function beginRelationship(ctx: Context, beginning: Beginning): Promise<string> {
  const { organizationId, programId, offerId, reasons } = beginning;
  const relationshipId = newId();
  await ctx.db
    .insertInto("relationship")
    .values({
      organization_id: organizationId,
      id: relationshipId,
      program_id: programId,
      offer_id: offerId,
      reasons: JSON.stringify(reasons),
      begun_at: ctx.now,
    })
    .execute();
  await ctx.db
    .insertInto("relationship_person")
    .values(
      (["mentor", "mentee"] as const).map((role) => ({
        organization_id: organizationId,
        relationship_id: relationshipId,
        participant_id: beginning[role].participantId,
        person_id: beginning[role].personId,
        role,
      })),
    )
    .execute();
  await announce(ctx, "relationship.begun", { organizationId, relationshipId });
  return relationshipId;
}
