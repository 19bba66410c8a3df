import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import type { Participant } from "./participant.ts";

function participantsOf(ctx: Context, organizationId: string, programId: string) {
  return ctx.db
    .selectFrom("participant")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "participant.organization_id").onRef("profile.person_id", "=", "participant.person_id"),
    )
    .innerJoin("auth.person as person", "person.id", "participant.person_id")
    .select([
      "participant.id",
      "participant.program_id as programId",
      "participant.person_id as personId",
      "participant.role",
      "profile.name",
      "person.email",
      "participant.capacity",
      "participant.added_by as addedBy",
      "participant.import_id as importId",
      "participant.created_at as createdAt",
      "participant.invited_at as invitedAt",
      "participant.joined_at as joinedAt",
      "participant.adult_attested_at as attestedAt",
      "participant.completed_at as completedAt",
      "participant.withdrawn_at as withdrawnAt",
      "participant.edited_at as editedAt",
      "profile.paused_until as pausedUntil",
    ])
    .where("participant.organization_id", "=", organizationId)
    .where("participant.program_id", "=", programId);
}

/** The participant of this program; NotFound where there is none. */
export async function findParticipant(
  ctx: Context,
  organizationId: string,
  programId: string,
  participantId: string,
): Promise<Participant> {
  return found(await participantsOf(ctx, organizationId, programId).where("participant.id", "=", participantId).executeTakeFirst());
}

/** The same, held until the transaction ends: whatever would give or take her a place waits. */
export async function lockParticipant(
  ctx: Context,
  organizationId: string,
  programId: string,
  participantId: string,
): Promise<Participant> {
  return found(
    await participantsOf(ctx, organizationId, programId)
      .where("participant.id", "=", participantId)
      .forNoKeyUpdate("participant")
      .executeTakeFirst(),
  );
}

/** Her parts in the program: none, one, or one as a mentee and one as a mentor. */
export function listOwnParts(ctx: Context, organizationId: string, programId: string, personId: string): Promise<Participant[]> {
  return participantsOf(ctx, organizationId, programId).where("participant.person_id", "=", personId).orderBy("participant.role").execute();
}
