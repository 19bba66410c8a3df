/** What the planned last day brings: a word before, and on the day the beginning of the end. */
import { type App, asSystem, type Context } from "../../platform/context.ts";
import { eachDue } from "../../platform/each-due.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { pairPath } from "../pairs/pair.ts";
import { findAddressees } from "../sessions/people-of-session.ts";
import { findSetting } from "../settings/find-setting.ts";
import { endsSoonLetter } from "./change.email.ts";
import { daysAfter } from "./days.ts";
import { findRelationship, type OneRelationship } from "./find-life.ts";
import { tryMove } from "./move-relationship.ts";
import { calledBy } from "./tell-change.job.ts";

/** So many days before its planned last day its people can still decide otherwise in peace. */
const noticeDays = 21;

export async function beginPlannedEnds(app: App): Promise<void> {
  const soon = daysAfter(app.now().toISOString().slice(0, 10), noticeDays + 1);
  const due = await asSystem(app, ({ db }) =>
    db
      .selectFrom("relationship")
      .select(["organization_id as organizationId", "id as relationshipId"])
      .where("state", "in", ["active", "paused"])
      .where("ends_on", "<=", soon)
      .orderBy("id")
      .execute(),
  );
  await eachDue(app, due, comeToPlannedEnd);
}

async function comeToPlannedEnd(ctx: Context, its: OneRelationship): Promise<void> {
  const relationship = await findRelationship(ctx, its);
  const { state, endsOn, today, programId } = relationship;
  // A break runs its course first, and what is held for safety waits.
  if (state !== "active" || endsOn === null) return;
  if (endsOn <= today) {
    const { closeDays } = await findSetting(ctx, its.organizationId, programId);
    await tryMove(ctx, its, { move: "close", closesOn: daysAfter(today, closeDays), ending: "planned" });
    return;
  }
  if (endsOn > daysAfter(today, noticeDays)) return;
  const { organization, addressees } = await findAddressees(ctx, relationship);
  for (const to of addressees)
    await sendLetter(ctx, {
      kind: "relationship",
      organization,
      to: { personId: to.personId, address: to.address, name: to.name, language: to.language },
      occasion: `relationship ends ${its.relationshipId} ${endsOn} ${to.personId}`,
      letter: endsSoonLetter({
        language: to.language,
        name: to.name,
        ...calledBy(relationship, to),
        life: relationship,
        page: `${ctx.app.settings.publicUrl}${pairPath(its.organizationId, its.relationshipId)}/changes`,
      }),
    });
}
