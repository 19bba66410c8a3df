import type { Context } from "../../platform/context.ts";
import { listGoals } from "../goals/find-goals.ts";
import type { PersonOfLife, Relationship } from "../life/find-life.ts";
import type { SessionAction } from "./actions.ts";
import type { Standing } from "./suggest-agenda.ts";

/** Where they stand, for what an agenda suggests. */
export async function findStanding(
  ctx: Context,
  relationship: Relationship,
  me: PersonOfLife,
  actions: readonly SessionAction[],
): Promise<Standing> {
  const { organizationId, id, format, state } = relationship;
  // An agenda is read by all of them; in a group a goal is between a mentee and her mentor.
  const goals = format === "group" ? [] : await listGoals(ctx, relationship, me);
  const row = await ctx.db
    .selectFrom("session")
    .select((eb) => eb.fn.countAll<number>().as("held"))
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", id)
    .where("state", "=", "held")
    .executeTakeFirstOrThrow();
  return {
    format,
    held: row.held,
    isClosing: state === "closing",
    goals: goals.filter((goal) => goal.state === "agreed").map(({ title }) => title),
    openActions: actions.filter(({ doneAt }) => doneAt === null).map(({ words }) => words),
  };
}
