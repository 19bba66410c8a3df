import type { PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import { listPieces } from "./find-pieces.ts";

/** That she has read it; only she knows. */
export async function markRead(ctx: PersonalContext, its: OneRelationship & { piece: string }): Promise<void> {
  const { organizationId, relationshipId, piece } = its;
  const { programId } = await findRelationship(ctx, its);
  const pieces = await listPieces(ctx, { organizationId, programId }, ctx.reader.language);
  found(pieces.find(({ key, isHidden }) => key === piece && !isHidden));
  await ctx.db
    .insertInto("practice_reading")
    .values({
      organization_id: organizationId,
      relationship_id: relationshipId,
      person_id: ctx.actor.personId,
      key: piece,
      read_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
