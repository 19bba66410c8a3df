import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, NotFound } from "../../platform/errors.ts";
import { id, optionalDate, optionalText, text } from "../../platform/form-fields.ts";
import { newId } from "../../platform/identifiers.ts";
import { lockRelationship, type OneRelationship } from "../life/find-life.ts";
import { mustLieAhead } from "../life/must-lie-ahead.ts";
import { mustBeOpen, personOf } from "../sessions/may-plan.ts";
import { findGoal, type Goal, listSteps } from "./find-goals.ts";
import { longest, mostSteps } from "./goal.ts";
import { goalWords } from "./goals.messages.ts";

type OneGoal = OneRelationship & { readonly goalId: string };

export const stepShape = z.object({ words: text(longest.step), ownerId: id(), stepDueOn: optionalDate() });
export const tickShape = z.object({ stepId: id(), done: optionalText(3) });

async function lockGoal(
  ctx: PersonalContext,
  its: OneGoal,
): Promise<{ goal: Goal; today: string; people: readonly { personId: string; participantId: string; role: string }[] }> {
  const relationship = await lockRelationship(ctx, its);
  const me = personOf(relationship, ctx.actor.personId);
  mustBeOpen(relationship);
  return { goal: await findGoal(ctx, relationship, me, its.goalId), today: relationship.today, people: relationship.people };
}

/** What comes next on the way, who does it, and by when. */
export async function addStep(
  ctx: PersonalContext,
  its: OneGoal,
  { words, ownerId, stepDueOn }: z.output<typeof stepShape>,
): Promise<void> {
  const { goal, today, people } = await lockGoal(ctx, its);
  mustLieAhead(stepDueOn, today, "stepDueOn");
  const isOfIt = people.some(
    ({ personId, participantId, role }) =>
      personId === ownerId && (participantId === goal.participantId || role === "mentor" || personId === ctx.actor.personId),
  );
  if (!isOfIt) throw new NotFound();
  if ((await listSteps(ctx, its.organizationId, its.goalId)).length >= mostSteps)
    throw new Conflict((language) => goalWords(language).tooManySteps(mostSteps));
  await ctx.db
    .insertInto("goal_step")
    .values({
      organization_id: its.organizationId,
      id: newId(),
      goal_id: its.goalId,
      words,
      owner_id: ownerId,
      due_on: stepDueOn,
      made_at: ctx.now,
    })
    .execute();
}

/** Done, or not yet after all. */
export async function tickStep(ctx: PersonalContext, its: OneGoal, { stepId, done }: z.output<typeof tickShape>): Promise<void> {
  await lockGoal(ctx, its);
  const { numUpdatedRows } = await ctx.db
    .updateTable("goal_step")
    .set({ done_at: done === "yes" ? ctx.now : null })
    .where("organization_id", "=", its.organizationId)
    .where("goal_id", "=", its.goalId)
    .where("id", "=", stepId)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new NotFound();
}
