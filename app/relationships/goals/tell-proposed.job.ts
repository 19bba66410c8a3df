/** A letter to whom goals are proposed: when she wishes news, not in her quiet hours, one for all that wait. */
import { type App, asSystem, type Context } from "../../platform/context.ts";
import { eachDue } from "../../platform/each-due.ts";
import { job } from "../../platform/jobs.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import { isOpen } from "../life/life.ts";
import { findLetterSetting } from "../messages/letter-setting.ts";
import { letterDueAt } from "../messages/letter-time.ts";
import { findAddressees, nameOf } from "../sessions/people-of-session.ts";
import { proposedGoalsLetter } from "./goal-news.email.ts";
import { goalPath, goalsPath } from "./goal-paths.ts";

const atOnce = 500;

export const tellProposed = job<object>("goals.tell", { schedule: "* * * * *", atOnce: 1, run: (app) => tellOfProposed(app) });

async function tellOfProposed(app: App): Promise<void> {
  const due = await asSystem(app, ({ db, now }) =>
    db
      .selectFrom("goal")
      .select(["organization_id as organizationId", "relationship_id as relationshipId", "participant_id as participantId"])
      .distinct()
      .where("tell_at", "<=", now)
      .limit(atOnce)
      .execute(),
  );
  await eachDue(app, due, (ctx, one) => tell(ctx, one, one.participantId));
}

async function tell(ctx: Context, { organizationId, relationshipId }: OneRelationship, participantId: string): Promise<void> {
  const waiting = await ctx.db
    .selectFrom("goal")
    .select(["id", "title", "state", "proposed_by as proposedById", "proposed_at as proposedAt"])
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("participant_id", "=", participantId)
    .where("tell_at", "is not", null)
    .orderBy("proposed_at")
    .orderBy("id")
    .forUpdate()
    .execute();
  if (waiting.length === 0) return;
  const relationship = await findRelationship(ctx, { organizationId, relationshipId });
  const { organization, addressees } = await findAddressees(ctx, relationship);
  const to = addressees.find((one) => one.participantId === participantId);
  // What she has decided meanwhile is no news to her.
  const goals = waiting.filter(({ state }) => state === "proposed");
  const [first] = goals;
  const isNews = to !== undefined && first !== undefined && isOpen(relationship);
  const due = isNews ? letterDueAt(await findLetterSetting(ctx, to.personId), to.timeZone, first.proposedAt) : undefined;
  const isDue = due !== undefined && due <= ctx.now;
  if (isNews && isDue) {
    const proposers = new Set(goals.map(({ proposedById }) => nameOf(relationship.people, proposedById)));
    await sendLetter(ctx, {
      kind: "relationship",
      organization,
      to: { personId: to.personId, address: to.address, name: to.name, language: to.language },
      occasion: `goals proposed ${goals.at(-1)!.id}`,
      letter: proposedGoalsLetter(to, {
        titles: goals.map(({ title }) => title),
        by: proposers.size === 1 ? [...proposers][0] : undefined,
        programName: relationship.programName,
        href:
          ctx.app.settings.publicUrl +
          (goals.length === 1 ? goalPath(organizationId, relationshipId, first.id) : goalsPath(organizationId, relationshipId)),
      }),
    });
  }
  await ctx.db
    .updateTable("goal")
    .set({ tell_at: due === undefined || isDue ? null : due })
    .where("organization_id", "=", organizationId)
    .where(
      "id",
      "in",
      waiting.map(({ id }) => id),
    )
    .execute();
}
