import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, Invalid, NotFound } from "../../platform/errors.ts";
import { choices, optionalDate, optionalText, text, wholeNumber } from "../../platform/form-fields.ts";
import { announce } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import { lockRelationship, type OneRelationship } from "../life/find-life.ts";
import { mustLieAhead } from "../life/must-lie-ahead.ts";
import { mustBeOpen, personOf } from "../sessions/may-plan.ts";
import { findGoal, hopedSkills, listGoals, listLevels, ownersFor } from "./find-goals.ts";
import { isHers, isScaleFixed, isScaleWhole, longest, mayChange, mostGoals } from "./goal.ts";
import { goalWords } from "./goals.messages.ts";

const scaleFields = ["level0", "level1", "level2", "level3", "level4"] as const;
export const goalShape = z.object({
  hope: optionalText(longest.hope),
  title: text(longest.title),
  level0: optionalText(longest.level),
  level1: optionalText(longest.level),
  level2: optionalText(longest.level),
  level3: optionalText(longest.level),
  level4: optionalText(longest.level),
  weight: wholeNumber(1, 5),
  dueOn: optionalDate(),
  skills: choices(20),
  /** Whose it is to be; when it had been changed last, as its writer saw it. */
  participantId: optionalText(40),
  seen: optionalText(40),
});
type GoalForm = z.output<typeof goalShape>;
const scaleOf = (form: GoalForm): string[] => scaleFields.map((name) => form[name]);

/** Proposes a goal; one's own, with all five levels in words, is agreed at once. @returns its id */
export async function proposeGoal(ctx: PersonalContext, its: OneRelationship, form: GoalForm): Promise<string> {
  const relationship = await lockRelationship(ctx, its);
  const me = personOf(relationship, ctx.actor.personId);
  mustBeOpen(relationship);
  const owners = ownersFor(relationship, me);
  const owner =
    form.participantId === "" && owners.length === 1 ? owners[0] : owners.find(({ participantId }) => participantId === form.participantId);
  if (!owner) throw new NotFound();
  mustLieAhead(form.dueOn, relationship.today, "dueOn");
  const known = await listGoals(ctx, relationship, me);
  if (known.filter((goal) => goal.participantId === owner.participantId && goal.state !== "aside").length >= mostGoals)
    throw new Conflict((language) => goalWords(language).tooMany(mostGoals));
  const scale = scaleOf(form);
  const isAgreed = isHers(me, owner) && isScaleWhole(scale);
  const goalId = newId();
  await ctx.db
    .insertInto("goal")
    .values({
      organization_id: its.organizationId,
      id: goalId,
      relationship_id: its.relationshipId,
      participant_id: owner.participantId,
      state: isAgreed ? "agreed" : "proposed",
      hope: form.hope,
      title: form.title,
      scale,
      weight: form.weight,
      due_on: form.dueOn,
      skills: await knownSkills(ctx, its.organizationId, owner.personId, form.skills),
      proposed_by: me.personId,
      proposed_at: ctx.now,
      decided_at: isAgreed ? ctx.now : null,
      changed_at: ctx.now,
      changed_by: me.personId,
      tell_at: isHers(me, owner) ? null : ctx.now,
    })
    .execute();
  await announce(ctx, isAgreed ? "goal.agreed" : "goal.proposed", { ...its, goalId });
  return goalId;
}

/** Writes a goal anew; refuses where another one wrote meanwhile, and what the noted levels stand on. */
export async function changeGoal(ctx: PersonalContext, its: OneRelationship & { goalId: string }, form: GoalForm): Promise<void> {
  const { organizationId, goalId } = its;
  const relationship = await lockRelationship(ctx, its);
  const me = personOf(relationship, ctx.actor.personId);
  mustBeOpen(relationship);
  const goal = await findGoal(ctx, relationship, me, goalId);
  if (!mayChange(me, goal)) throw new Conflict((language) => goalWords(language).hersToChange);
  if (goal.changedAt.toISOString() !== form.seen) throw new Conflict((language) => goalWords(language).changedMeanwhile);
  // A day that has come meanwhile may stay.
  if (form.dueOn !== goal.dueOn) mustLieAhead(form.dueOn, relationship.today, "dueOn");
  const scale = scaleOf(form);
  const noted = await listLevels(ctx, organizationId, [goalId]);
  if (isScaleFixed(noted.length) && (scale.join("\0") !== goal.scale.join("\0") || form.weight !== goal.weight))
    throw new Conflict((language) => goalWords(language).scaleIsFixed);
  const missing = scaleFields.find((name) => form[name] === "");
  if (goal.state === "agreed" && missing) throw new Invalid({ [missing]: (language) => goalWords(language).allLevels });
  const owner = relationship.people.find(({ participantId }) => participantId === goal.participantId);
  await ctx.db
    .updateTable("goal")
    .set({
      hope: isHers(me, goal) ? form.hope : goal.hope,
      title: form.title,
      scale,
      weight: form.weight,
      due_on: form.dueOn,
      skills: owner ? await knownSkills(ctx, organizationId, owner.personId, form.skills) : [...goal.skills],
      changed_at: ctx.now,
      changed_by: me.personId,
    })
    .where("organization_id", "=", organizationId)
    .where("id", "=", goalId)
    .execute();
}

/** Skills that stand in her profile, and no others. */
async function knownSkills(ctx: PersonalContext, organizationId: string, personId: string, wanted: readonly string[]): Promise<string[]> {
  const hoped = new Set(await hopedSkills(ctx, organizationId, personId));
  return wanted.filter((skill) => hoped.has(skill));
}
