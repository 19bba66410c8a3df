import type { Context } from "../../platform/context.ts";
import { found, NotFound } from "../../platform/errors.ts";
import type { OneRelationship, PersonOfLife, Relationship } from "../life/find-life.ts";
import { type GoalState, type Level, mayKnow, mayOwn } from "./goal.ts";

export interface Goal {
  readonly id: string;
  readonly participantId: string;
  readonly state: GoalState;
  readonly hope: string;
  readonly title: string;
  readonly scale: readonly string[];
  readonly weight: number;
  readonly dueOn: string | null;
  readonly skills: readonly string[];
  readonly proposedById: string | null;
  readonly changedAt: Date;
}

export interface Noted {
  readonly id: string;
  readonly goalId: string;
  readonly level: Level;
  readonly word: string;
  readonly at: Date;
  /** Null: somebody who has left. */
  readonly by: string | null;
}

export interface Step {
  readonly id: string;
  readonly words: string;
  readonly ownerId: string | null;
  readonly dueOn: string | null;
  readonly doneAt: Date | null;
}

const goals = (ctx: Context, { organizationId, relationshipId }: OneRelationship) =>
  ctx.db
    .selectFrom("goal")
    .select([
      "id",
      "participant_id as participantId",
      "state",
      "hope",
      "title",
      "scale",
      "weight",
      "due_on as dueOn",
      "skills",
      "proposed_by as proposedById",
      "changed_at as changedAt",
    ])
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId);

/** Those that this person knows, the oldest first. */
export async function listGoals(ctx: Context, relationship: Relationship, me: PersonOfLife): Promise<Goal[]> {
  const all = await goals(ctx, { organizationId: relationship.organizationId, relationshipId: relationship.id })
    .orderBy("proposed_at")
    .orderBy("id")
    .execute();
  return all.filter((goal) => mayKnow(relationship.format, me, goal));
}

/** One that this person knows; for everybody else it does not exist. */
export async function findGoal(ctx: Context, relationship: Relationship, me: PersonOfLife, goalId: string): Promise<Goal> {
  const goal = found(
    await goals(ctx, { organizationId: relationship.organizationId, relationshipId: relationship.id })
      .where("id", "=", goalId)
      .executeTakeFirst(),
  );
  if (!mayKnow(relationship.format, me, goal)) throw new NotFound();
  return goal;
}

/** The oldest first. */
export function listLevels(ctx: Context, organizationId: string, goalIds: readonly string[]): Promise<Noted[]> {
  if (goalIds.length === 0) return Promise.resolve([]);
  return ctx.db
    .selectFrom("goal_level as l")
    .leftJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "l.organization_id").onRef("profile.person_id", "=", "l.by_id"),
    )
    .select(["l.id", "l.goal_id as goalId", "l.level", "l.word", "l.at", "profile.name as by"])
    .where("l.organization_id", "=", organizationId)
    .where("l.goal_id", "in", goalIds)
    .orderBy("l.at")
    .orderBy("l.id")
    .execute();
}

export function listSteps(ctx: Context, organizationId: string, goalId: string): Promise<Step[]> {
  return ctx.db
    .selectFrom("goal_step")
    .select(["id", "words", "owner_id as ownerId", "due_on as dueOn", "done_at as doneAt"])
    .where("organization_id", "=", organizationId)
    .where("goal_id", "=", goalId)
    .orderBy("made_at")
    .orderBy("id")
    .execute();
}

/** Those of its people who have goals, as this person knows them: in a group a mentee only herself. */
export const ownersFor = (relationship: Relationship, me: PersonOfLife): PersonOfLife[] =>
  relationship.people.filter((person) => mayOwn(relationship.format, person.role) && mayKnow(relationship.format, me, person));

/** Skills that she hopes to gain, from her profile. */
export async function hopedSkills(ctx: Context, organizationId: string, personId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom("profile_skill")
    .select("skill")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .where("direction", "=", "hopes")
    .orderBy("skill")
    .execute();
  return rows.map(({ skill }) => skill);
}
