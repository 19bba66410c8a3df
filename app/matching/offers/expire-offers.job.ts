import { asSystem, type App, inOrganization } from "../../platform/context.ts";
import { announce } from "../../platform/facts.ts";
import { job } from "../../platform/jobs.ts";

/** Offers whose time is over are released, so that nobody waits for an answer that does not come. */
export const expireOffers = job<object>("offers.expire", {
  schedule: "*/5 * * * *",
  atOnce: 1,
  run: (app) => expireDue(app),
});

/** Each organization in a transaction of its own. */
export async function expireDue(app: App): Promise<void> {
  const organizations = await asSystem(app, ({ db }) => db.selectFrom("organization").select("id").execute());
  for (const { id: organizationId } of organizations) await expireOffersOf(app, organizationId);
}

/** An answer that arrives at the same moment wins or loses, never both. @param programId of this program only */
export function expireOffersOf(app: App, organizationId: string, programId?: string): Promise<void> {
  return inOrganization(app, organizationId, async (ctx) => {
    const due = await ctx.db
      .selectFrom("offer")
      .select(["id", "program_id"])
      .where("organization_id", "=", organizationId)
      .where("state", "=", "open")
      .where("answer_by", "<=", ctx.now)
      .$if(programId !== undefined, (offers) => offers.where("program_id", "=", programId!))
      .orderBy("id")
      .forUpdate()
      .skipLocked()
      .execute();
    for (const offer of due) {
      await ctx.db
        .updateTable("offer")
        .set({ state: "expired", closed_at: ctx.now })
        .where("organization_id", "=", organizationId)
        .where("id", "=", offer.id)
        .execute();
      await announce(ctx, "offer.released", { organizationId, programId: offer.program_id, offerId: offer.id });
    }
  });
}
