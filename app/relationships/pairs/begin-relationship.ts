import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import type { PairReasons, PairRole } from "./pair.ts";

export interface PersonInPair {
  readonly participantId: string;
  readonly personId: string;
}

export interface Beginning {
  readonly organizationId: string;
  readonly programId: string;
  readonly offerId: string;
  readonly mentor: PersonInPair;
  /** One; in a group several. */
  readonly mentees: readonly PersonInPair[];
  readonly reasons: PairReasons;
}

/** They have said yes: from now on they have a page of their own. */
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
  await insertPeople(ctx, { organizationId, relationshipId }, [
    { ...beginning.mentor, role: "mentor" },
    ...beginning.mentees.map((mentee) => ({ ...mentee, role: "mentee" as const })),
  ]);
  await announce(ctx, "relationship.begun", { organizationId, relationshipId });
  return relationshipId;
}

/** Somebody comes into a group that has begun. */
export async function addToRelationship(
  ctx: Context,
  { organizationId, relationshipId, mentee }: { organizationId: string; relationshipId: string; mentee: PersonInPair },
): Promise<void> {
  await insertPeople(ctx, { organizationId, relationshipId }, [{ ...mentee, role: "mentee" }]);
}

async function insertPeople(
  ctx: Context,
  { organizationId, relationshipId }: { organizationId: string; relationshipId: string },
  people: readonly (PersonInPair & { readonly role: PairRole })[],
): Promise<void> {
  await ctx.db
    .insertInto("relationship_person")
    .values(
      people.map(({ participantId, personId, role }) => ({
        organization_id: organizationId,
        relationship_id: relationshipId,
        participant_id: participantId,
        person_id: personId,
        role,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
