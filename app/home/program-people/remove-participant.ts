import { sql } from "kysely";
import { lockParticipant, partsTogether } from "../../networks/enrollment/find-participant.ts";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { participantWords } from "./participant.messages.ts";

/**
 * Takes somebody out of the program as if she had never been in it: her part, her answers, and where nothing else holds her, her
 * profile and membership in the organization. Whoever was offered or matched withdraws instead, since others were part of that.
 */
export async function removeParticipant(ctx: Context, organizationId: string, programId: string, participantId: string): Promise<void> {
  const { personId } = await lockParticipant(ctx, organizationId, programId, participantId);
  for (const id of await partsTogether(ctx, organizationId, participantId)) {
    if (await hasHistory(ctx, organizationId, id)) throw new Conflict((language) => participantWords(language).hasHistory);
    await ctx.db.deleteFrom("participant").where("organization_id", "=", organizationId).where("id", "=", id).execute();
    await audit(ctx, { organizationId, act: "participant.removed", subjectKind: "participant", subjectId: id });
  }
  await forgetWhereUnneeded(ctx, organizationId, personId);
}

/** Offers, requests, suggestions, pairs, and places in rounds that were published: what others took part in, too. */
export async function hasHistory(ctx: Context, organizationId: string, participantId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from offer where organization_id = ${organizationId} and mentee_id = ${participantId})
      or exists (select from offer where organization_id = ${organizationId} and mentor_id = ${participantId})
      or exists (select from request where organization_id = ${organizationId} and mentee_id = ${participantId})
      or exists (select from request where organization_id = ${organizationId} and mentor_id = ${participantId})
      or exists (select from suggestion where organization_id = ${organizationId} and mentee_id = ${participantId})
      or exists (select from relationship_person where organization_id = ${organizationId} and participant_id = ${participantId})
      or exists (
        select from round r where r.organization_id = ${organizationId} and r.state = 'published'
          and r.program_id = (select program_id from participant where organization_id = ${organizationId} and id = ${participantId})
          and (exists (select from round_unmatched u where u.organization_id = r.organization_id and u.round_id = r.id and u.mentee_id = ${participantId})
            or exists (select from round_mentor m where m.organization_id = r.organization_id and m.round_id = r.id and m.mentor_id = ${participantId})
            or exists (select from round_pair p where p.organization_id = r.organization_id and p.round_id = r.id and p.mentee_id = ${participantId})))
      as found`.execute(ctx.db);
  return rows[0]!.found;
}

async function forgetWhereUnneeded(ctx: Context, organizationId: string, personId: string): Promise<void> {
  // Held, so that nobody gives her another part just now, which would go with her membership.
  await sql`select from member where organization_id = ${organizationId} and person_id = ${personId} for update`.execute(ctx.db);
  const { rows } = await sql<{ needed: boolean }>`
    select m.role <> 'member' or m.joined_at is not null
      or exists (select from participant where organization_id = ${organizationId} and person_id = ${personId})
      or exists (select from coordinator where organization_id = ${organizationId} and person_id = ${personId}) as needed
    from member m where m.organization_id = ${organizationId} and m.person_id = ${personId}`.execute(ctx.db);
  if (rows[0]?.needed !== false) return;
  for (const table of ["invitation", "member", "profile"] as const)
    await ctx.db.deleteFrom(table).where("organization_id", "=", organizationId).where("person_id", "=", personId).execute();
}
