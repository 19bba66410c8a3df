/** An hour without anybody: all leads are reminded. Four hours: the owners hear that there is something. Each once, however late. */
import { type App, asSystem, type Context, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { acknowledgeMinutes, clockAsks, type OneConcern } from "./concern.ts";
import { lateBefore } from "./decision.ts";
import { lockCase, setCase } from "./handle-case.ts";
import { restartCase } from "./restart-case.ts";
import { tellEscalated, tellLeads, tellObjection } from "./send-concern-letters.ts";
import { writeEntry } from "./write-entry.ts";

export const watchClocks = job<object>("concerns.clocks", { schedule: "* * * * *", atOnce: 1, run: (app) => askOfClocks(app) });

export async function askOfClocks(app: App): Promise<void> {
  const since = new Date(app.now().getTime() - acknowledgeMinutes * 60_000);
  const waiting = await asSystem(app, ({ db }) =>
    db
      .selectFrom("concern")
      .select(["organization_id as organizationId", "id as concernId"])
      .where("state", "in", ["open", "reopened"])
      .where("opened_at", "<=", since)
      .where("escalated_at", "is", null)
      .orderBy("opened_at")
      .execute(),
  );
  for (const its of waiting) await inOrganization(app, its.organizationId, (ctx) => askOfClock(ctx, its));
  const objections = await asSystem(app, ({ db, now }) =>
    db
      .selectFrom("safety_decision")
      .select(["organization_id as organizationId", "concern_id as concernId", "id as decisionId"])
      .where("objected_at", "<=", lateBefore(now))
      .where("answered_at", "is", null)
      .where("over_at", "is", null)
      .where("reminded_at", "is", null)
      .execute(),
  );
  for (const its of objections) await inOrganization(app, its.organizationId, (ctx) => remindOfObjection(ctx, its));
  // Whoever had taken it has gone, or it turned out to be about her.
  const left = await asSystem(app, ({ db }) =>
    db
      .selectFrom("concern")
      .select(["organization_id as organizationId", "id as concernId"])
      .where("state", "in", ["acknowledged", "in-work"])
      .where("handler_id", "is", null)
      .execute(),
  );
  for (const its of left) await inOrganization(app, its.organizationId, (ctx) => restartCase(ctx, its));
}

async function remindOfObjection(ctx: Context, { decisionId, ...its }: OneConcern & { readonly decisionId: string }): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable("safety_decision")
    .set({ reminded_at: ctx.now })
    .where("organization_id", "=", its.organizationId)
    .where("id", "=", decisionId)
    .where("answered_at", "is", null)
    .where("over_at", "is", null)
    .where("reminded_at", "is", null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) await tellObjection(ctx, its, decisionId, "late");
}

async function askOfClock(ctx: Context, its: OneConcern): Promise<void> {
  await lockCase(ctx, its);
  const clock = await ctx.db
    .selectFrom("concern")
    .select(["state", "urgency", "opened_at as openedAt", "reminded_at as remindedAt", "escalated_at as escalatedAt"])
    .where("organization_id", "=", its.organizationId)
    .where("id", "=", its.concernId)
    .executeTakeFirstOrThrow();
  const asked = clockAsks(clock, ctx.now);
  if (asked === "remind") {
    await tellLeads(ctx, its, clock, "reminder");
    await setCase(ctx, its, { reminded_at: ctx.now });
    await writeEntry(ctx, its, { kind: "reminded", by: "program" });
  }
  if (asked === "escalate") {
    await tellEscalated(ctx, its, clock);
    await setCase(ctx, its, { escalated_at: ctx.now });
    await writeEntry(ctx, its, { kind: "escalated", by: "program" });
  }
}
