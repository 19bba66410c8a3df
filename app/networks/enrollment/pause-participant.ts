import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { lockParticipant } from "./find-participant.ts";

/** No round takes her until that day is over; null ends the pause. It holds in all programs of the organization. */
export async function pauseParticipant(
  ctx: Context,
  organizationId: string,
  programId: string,
  participantId: string,
  until: string | null,
): Promise<void> {
  const { personId, pausedUntil } = await lockParticipant(ctx, organizationId, programId, participantId);
  if (pausedUntil === until) return;
  await ctx.db
    .updateTable("profile")
    .set({ paused_until: until, updated_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .execute();
  await audit(ctx, { organizationId, act: "participant.paused", subjectKind: "participant", subjectId: participantId, detail: { until } });
}
