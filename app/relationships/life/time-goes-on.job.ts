/** What time does by itself: a pause that is over, a day of closing that has come, a planned last day. */
import { type App, asSystem } from "../../platform/context.ts";
import { eachDue } from "../../platform/each-due.ts";
import { job } from "../../platform/jobs.ts";
import { tryMove } from "./move-relationship.ts";
import { beginPlannedEnds } from "./planned-ends.ts";

export const letTimeGoOn = job<object>("relationships.time", {
  schedule: "7 * * * *",
  atOnce: 1,
  run: async (app) => {
    await moveWhatIsDue(app);
    await beginPlannedEnds(app);
  },
});

async function moveWhatIsDue(app: App): Promise<void> {
  // Days begin earlier in some places than in others; whether one has come is decided where the organization is.
  const soon = new Date(app.now().getTime() + 86_400_000).toISOString().slice(0, 10);
  const due = await asSystem(app, ({ db }) =>
    db
      .selectFrom("relationship")
      .select(["organization_id as organizationId", "id as relationshipId", "state"])
      .where((eb) =>
        eb.or([
          eb.and([eb("state", "=", "paused"), eb("paused_until", "<=", soon)]),
          eb.and([eb("state", "=", "closing"), eb("closes_on", "<=", soon)]),
        ]),
      )
      .orderBy("id")
      .execute(),
  );
  await eachDue(app, due, (ctx, { state, ...its }) =>
    tryMove(ctx, its, state === "paused" ? { move: "resume", by: "time" } : { move: "conclude", ending: null }),
  );
}
