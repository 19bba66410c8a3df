import { asSystem, type App, inOrganization } from "../../platform/context.ts";
import { announceEach } from "../../platform/facts.ts";
import { job } from "../../platform/jobs.ts";

/** Requests whose time is over are let go, so that nobody waits for an answer that does not come. */
export const expireRequests = job<object>("requests.expire", { schedule: "*/5 * * * *", atOnce: 1, run: (app) => expireDueRequests(app) });

/** Each organization in a transaction of its own; an answer that arrives at the same moment wins or loses, never both. */
export async function expireDueRequests(app: App): Promise<void> {
  const organizations = await asSystem(app, ({ db }) => db.selectFrom("organization").select("id").execute());
  for (const { id: organizationId } of organizations) {
    await inOrganization(app, organizationId, async (ctx) => {
      const due = await ctx.db
        .selectFrom("request")
        .select(["id", "program_id"])
        .where("organization_id", "=", organizationId)
        .where("state", "=", "open")
        .where("answer_by", "<=", ctx.now)
        .orderBy("id")
        .forUpdate()
        .skipLocked()
        .execute();
      if (due.length === 0) return;
      await ctx.db
        .updateTable("request")
        .set({ state: "expired", closed_at: ctx.now })
        .where("organization_id", "=", organizationId)
        .where(
          "id",
          "in",
          due.map(({ id }) => id),
        )
        .execute();
      await announceEach(
        ctx,
        "request.closed",
        due.map(({ id, program_id }) => ({ organizationId, programId: program_id, requestId: id })),
      );
    });
  }
}
