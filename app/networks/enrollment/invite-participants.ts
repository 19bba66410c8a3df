import { sql } from "kysely";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { enrollmentWords } from "./enrollment.messages.ts";
import { lockParticipant } from "./find-participant.ts";
import { invitationKind, sendInvitations } from "./send-invitations.job.ts";

/**
 * Invites those of these participants who have neither been invited nor come in: they are marked at once, and a job writes the
 * letters. Returns how many people get one; who is a mentor and a mentee gets one letter for both.
 */
export async function inviteParticipants(
  ctx: Context,
  organizationId: string,
  programId: string,
  participantIds: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ person_id: string }>`
    update participant set invited_at = ${ctx.now}
    where organization_id = ${organizationId} and program_id = ${programId}
      and (id = any (${participantIds}::uuid[]) or (
        exists (select from program where organization_id = ${organizationId} and id = ${programId} and format = 'peer')
        and person_id in (select person_id from participant where organization_id = ${organizationId} and id = any (${participantIds}::uuid[]))))
      and invited_at is null and joined_at is null and withdrawn_at is null
    returning person_id`.execute(ctx.db);
  const people = new Set(rows.map((row) => row.person_id)).size;
  if (people === 0) return 0;
  await audit(ctx, { organizationId, act: "participants.invited", subjectKind: "program", subjectId: programId, detail: { people } });
  await ctx.app.jobs.enqueue(ctx, sendInvitations, { organizationId, programId, invitedAt: ctx.now.toISOString() });
  return people;
}

/** Minutes after which a letter may be asked for again: nobody's mailbox is ours to fill. */
const pauseMinutes = 10;

/** Writes to somebody who has not come in yet, once more. */
export async function inviteAgain(ctx: Context, organizationId: string, programId: string, participantId: string): Promise<void> {
  const { personId, joinedAt, withdrawnAt } = await lockParticipant(ctx, organizationId, programId, participantId);
  if (joinedAt !== null || withdrawnAt !== null) throw new Conflict((language) => enrollmentWords(language).needsNoInvitation);
  const last = await ctx.db
    .selectFrom("letter")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .where("kind", "=", invitationKind)
    .where("created_at", ">", new Date(ctx.now.getTime() - pauseMinutes * 60_000))
    .limit(1)
    .executeTakeFirst();
  if (last) throw new Conflict((language) => enrollmentWords(language).justInvited(pauseMinutes));
  await ctx.db
    .updateTable("participant")
    .set({ invited_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("id", "=", participantId)
    .execute();
  await audit(ctx, { organizationId, act: "participant.invited-again", subjectKind: "participant", subjectId: participantId });
  await ctx.app.jobs.enqueue(ctx, sendInvitations, { organizationId, programId, invitedAt: ctx.now.toISOString() });
}
