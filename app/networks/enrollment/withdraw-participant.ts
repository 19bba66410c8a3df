import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/facts.ts";
import { lockParticipant, partsTogether } from "./find-participant.ts";

/**
 * She no longer takes part; nothing of what was is lost, and she can be taken back in. Offers that wait for an answer are let go
 * by the room that holds them, from the fact.
 */
export async function withdrawParticipant(ctx: Context, organizationId: string, programId: string, participantId: string): Promise<void> {
  const { withdrawnAt, personId } = await lockParticipant(ctx, organizationId, programId, participantId);
  if (withdrawnAt !== null) return;
  const detail = { byHerself: personId === ctx.actor?.personId };
  for (const id of await partsTogether(ctx, organizationId, participantId)) {
    await setWithdrawn(ctx, organizationId, id, ctx.now);
    await audit(ctx, { organizationId, act: "participant.withdrawn", subjectKind: "participant", subjectId: id, detail });
    await announce(ctx, "participant.withdrawn", { organizationId, programId, participantId: id });
  }
}

export async function takeBackParticipant(ctx: Context, organizationId: string, programId: string, participantId: string): Promise<void> {
  const { withdrawnAt } = await lockParticipant(ctx, organizationId, programId, participantId);
  if (withdrawnAt === null) return;
  for (const id of await partsTogether(ctx, organizationId, participantId)) {
    await setWithdrawn(ctx, organizationId, id, null);
    await audit(ctx, { organizationId, act: "participant.taken-back", subjectKind: "participant", subjectId: id });
  }
}

async function setWithdrawn(ctx: Context, organizationId: string, participantId: string, at: Date | null): Promise<void> {
  await ctx.db
    .updateTable("participant")
    .set({ withdrawn_at: at, edited_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("id", "=", participantId)
    .execute();
}
