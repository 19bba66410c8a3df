import type { PersonalContext } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import type { OneConcern } from "./concern.ts";
import type { DecisionKind } from "./decision.ts";

/** For each of its people alike. What held before is over. */
export async function keepDecision(ctx: PersonalContext, its: OneConcern, theirs: OneRelationship, kind: DecisionKind): Promise<void> {
  await endDecisions(ctx, theirs);
  const { people } = await findRelationship(ctx, theirs);
  for (const { personId } of people)
    await ctx.db
      .insertInto("safety_decision")
      .values({
        organization_id: its.organizationId,
        id: newId(),
        concern_id: its.concernId,
        relationship_id: theirs.relationshipId,
        person_id: personId,
        kind,
        decided_by: ctx.actor.personId,
        decided_at: ctx.now,
      })
      .execute();
}

/** The pause is lifted, or an end takes its place. */
export async function endDecisions(ctx: PersonalContext, { organizationId, relationshipId }: OneRelationship): Promise<void> {
  await ctx.db
    .updateTable("safety_decision")
    .set({ over_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("over_at", "is", null)
    .execute();
}
