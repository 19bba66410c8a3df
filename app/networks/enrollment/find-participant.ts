import { sql } from "kysely";
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

/** Her parts that go together: in a program of peers both, in all others the one. In one order, so that whoever locks them never waits in a ring. */
export async function partsTogether(ctx: Context, organizationId: string, participantId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select part.id from participant p
    join program on program.organization_id = p.organization_id and program.id = p.program_id
    join participant part on part.organization_id = p.organization_id and part.program_id = p.program_id and part.person_id = p.person_id
    where p.organization_id = ${organizationId} and p.id = ${participantId} and (part.id = p.id or program.format = 'peer')
    order by part.id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
