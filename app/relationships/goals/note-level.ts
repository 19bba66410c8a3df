import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { choice, optionalText } from "../../platform/form-fields.ts";
import { announce } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import { lockRelationship, type OneRelationship } from "../life/find-life.ts";
import { mustBeOpen, personOf } from "../sessions/may-plan.ts";
import { findGoal } from "./find-goals.ts";
import { type Level, longest } from "./goal.ts";
import { goalWords } from "./goals.messages.ts";

export const levelShape = z.object({
  level: choice(["-2", "-1", "0", "1", "2"]).transform((level) => Number(level) as Level),
  word: optionalText(longest.word),
});

/** Notes how far it is today. Either does; who and when stands beside it for ever. */
export async function noteLevel(
  ctx: PersonalContext,
  its: OneRelationship & { goalId: string },
  { level, word }: z.output<typeof levelShape>,
): Promise<void> {
  const { organizationId, relationshipId, goalId } = its;
  const relationship = await lockRelationship(ctx, its);
  const me = personOf(relationship, ctx.actor.personId);
  mustBeOpen(relationship);
  const goal = await findGoal(ctx, relationship, me, goalId);
  if (goal.state !== "agreed") throw new Conflict((language) => goalWords(language).onlyAgreed);
  await ctx.db
    .insertInto("goal_level")
    .values({ organization_id: organizationId, id: newId(), goal_id: goalId, level, word, at: ctx.now, by_id: me.personId })
    .execute();
  await announce(ctx, "goal.level-noted", { organizationId, relationshipId, goalId });
}
