import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { lockParticipant } from "./find-participant.ts";

/** How many mentees a mentor takes; null is the program's own number. Whatever is held already stays held. */
export async function changeCapacity(
  ctx: Context,
  organizationId: string,
  programId: string,
  participantId: string,
  capacity: number | null,
): Promise<void> {
  const before = await lockParticipant(ctx, organizationId, programId, participantId);
  found(before.role === "mentor" ? before : undefined);
  if (before.capacity === capacity) return;
  await ctx.db
    .updateTable("participant")
    .set({ capacity, edited_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("id", "=", participantId)
    .execute();
  const detail = { from: before.capacity, to: capacity };
  await audit(ctx, { organizationId, act: "participant.capacity-changed", subjectKind: "participant", subjectId: participantId, detail });
}
