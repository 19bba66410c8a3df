import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { choice } from "../../platform/form-fields.ts";
import { announce } from "../../platform/facts.ts";
import { lockRelationship, type OneRelationship } from "../life/find-life.ts";
import { mustBeOpen, personOf } from "../sessions/may-plan.ts";
import { findGoal } from "./find-goals.ts";
import { isHers, isScaleWhole } from "./goal.ts";
import { goalWords } from "./goals.messages.ts";

export const decisionShape = z.object({ decision: choice(["agreed", "aside"]) });

/** Whose goal it is decides: to work on it, or to put it aside; both can be taken back. */
export async function decideGoal(
  ctx: PersonalContext,
  its: OneRelationship & { goalId: string },
  { decision }: z.output<typeof decisionShape>,
): Promise<void> {
  const { organizationId, relationshipId, goalId } = its;
  const relationship = await lockRelationship(ctx, its);
  const me = personOf(relationship, ctx.actor.personId);
  mustBeOpen(relationship);
  const goal = await findGoal(ctx, relationship, me, goalId);
  if (!isHers(me, goal)) throw new Conflict((language) => goalWords(language).hersToDecide);
  if (goal.state === decision) return;
  if (decision === "agreed" && !isScaleWhole(goal.scale)) throw new Conflict((language) => goalWords(language).allLevels);
  await ctx.db
    .updateTable("goal")
    .set({ state: decision, decided_at: ctx.now, changed_at: ctx.now, changed_by: me.personId })
    .where("organization_id", "=", organizationId)
    .where("id", "=", goalId)
    .execute();
  if (decision === "agreed") await announce(ctx, "goal.agreed", { organizationId, relationshipId, goalId });
}
