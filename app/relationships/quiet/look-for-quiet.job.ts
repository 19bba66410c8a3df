/** Looks for relationships without contact, and does what is due: each in a transaction of its own, each letter once. */
import { dayIn } from "../../people/profiles/pause-profile.ts";
import { type App, asSystem, type Context, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { daysAfter } from "../life/days.ts";
import { lockRelationship, type OneRelationship, type Relationship } from "../life/find-life.ts";
import { isRunning } from "../life/life.ts";
import { tryMove } from "../life/move-relationship.ts";
import { pairPath } from "../pairs/pair.ts";
import { findAddressees } from "../sessions/people-of-session.ts";
import { withWhom } from "../sessions/session-event.ts";
import { findSetting } from "../settings/find-setting.ts";
import { goOnToken } from "./go-on.ts";
import { listQuiet } from "./list-quiet.ts";
import { quietLetter } from "./quiet.email.ts";
import { type Quiet, quietStep, type QuietStep } from "./quiet.ts";

export const lookForQuiet = job<object>("relationships.look-for-quiet", {
  schedule: "23 * * * *",
  atOnce: 1,
  run: async (app, _payload, stopping) => {
    // The shortest silence that anybody is reminded of is a day.
    const since = new Date(app.now().getTime() - 86_400_000);
    const organizations = await asSystem(app, ({ db }) => db.selectFrom("organization").select("id").execute());
    for (const { id } of organizations) {
      const quiet = await inOrganization(app, id, (ctx) => listQuiet(ctx, id, since));
      for (const { relationshipId } of quiet) {
        stopping.throwIfAborted();
        await lookAtQuiet(app, { organizationId: id, relationshipId });
      }
    }
  },
});

/** What is due of one of them. */
export const lookAtQuiet = (app: App, its: OneRelationship): Promise<void> =>
  inOrganization(app, its.organizationId, async (ctx) => {
    const relationship = await lockRelationship(ctx, its);
    if (!isRunning(relationship)) return;
    const setting = await findSetting(ctx, its.organizationId, relationship.programId);
    // Asked again under the lock: somebody may have written meanwhile.
    const [last] = await listQuiet(ctx, its.organizationId, ctx.now, its.relationshipId);
    if (!last) return;
    const before = await findQuiet(ctx, its);
    // Whatever was said of an earlier silence counts no more once there was contact.
    const isSame = before !== undefined && before.since >= last.lastAt;
    const since = dayIn(relationship.organizationTimeZone, last.lastAt);
    const quiet: Quiet = isSame ? { ...before, since } : { since, nudgedDays: 0, askedOn: null, warnedOn: null };
    const due = quietStep(quiet, setting, relationship.today);
    if (!due) return;
    if (due.step === "conclude") {
      await tryMove(ctx, its, { move: "conclude", ending: "inactive" });
      return;
    }
    await note(ctx, relationship, last.lastAt, quiet, due);
    const concludesOn = daysAfter(quiet.askedOn ?? relationship.today, setting.concludeDays);
    await write(ctx, relationship, due, { since: last.lastAt, silentSince: since, concludesOn });
  });

async function findQuiet(ctx: Context, { organizationId, relationshipId }: OneRelationship) {
  return ctx.db
    .selectFrom("quiet_time")
    .select(["since", "nudged_days as nudgedDays", "asked_on as askedOn", "warned_on as warnedOn"])
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .executeTakeFirst();
}

async function note(ctx: Context, relationship: Relationship, since: Date, quiet: Quiet, due: QuietStep): Promise<void> {
  const columns = {
    since,
    nudged_days: due.step === "nudge" ? due.days : quiet.nudgedDays,
    asked_on: due.step === "ask" ? relationship.today : quiet.askedOn,
    warned_on: due.step === "warn" ? relationship.today : quiet.warnedOn,
  };
  await ctx.db
    .insertInto("quiet_time")
    .values({ organization_id: relationship.organizationId, relationship_id: relationship.id, ...columns })
    .onConflict((conflict) => conflict.columns(["organization_id", "relationship_id"]).doUpdateSet(columns))
    .execute();
}

interface When {
  readonly since: Date;
  readonly silentSince: string;
  readonly concludesOn: string;
}

async function write(ctx: Context, relationship: Relationship, due: QuietStep, { since, silentSince, concludesOn }: When): Promise<void> {
  const { organizationId, id: relationshipId } = relationship;
  const { organization, addressees } = await findAddressees(ctx, relationship);
  const { publicUrl } = ctx.app.settings;
  const which = due.step === "nudge" ? `nudge ${due.days}` : due.step;
  for (const to of addressees)
    await sendLetter(ctx, {
      kind: "relationship",
      organization,
      to: { personId: to.personId, address: to.address, name: to.name, language: to.language },
      occasion: `quiet ${relationshipId} ${since.toISOString()} ${which} ${to.personId}`,
      letter: quietLetter(due, {
        language: to.language,
        name: to.name,
        other: withWhom(relationship, to.personId, to.language),
        silentSince,
        concludesOn,
        page: publicUrl + pairPath(organizationId, relationshipId),
        goOn: `${publicUrl}/going-on/${goOnToken(ctx.app, { organizationId, relationshipId, personId: to.personId })}`,
      }),
    });
}
