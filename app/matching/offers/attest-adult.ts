import { recheckParticipant } from "../../networks/enrollment/write-answers.ts";
import type { Context } from "../../platform/context.ts";

/** Says, once, that one is an adult, and joins with it. */
export async function attestAdult(ctx: Context, organizationId: string, participantId: string): Promise<void> {
  await ctx.db
    .updateTable("participant")
    .set((eb) => ({
      adult_attested_at: eb.fn.coalesce("adult_attested_at", eb.val(ctx.now)),
      joined_at: eb.fn.coalesce("joined_at", eb.val(ctx.now)),
    }))
    .where("organization_id", "=", organizationId)
    .where("id", "=", participantId)
    .execute();
  await recheckParticipant(ctx, organizationId, participantId);
}
