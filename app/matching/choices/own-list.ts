import { sql } from "kysely";
import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";

/** Her part of a program in one role, as far as choosing looks at it. */
export interface OwnPart {
  readonly id: string;
  readonly role: ParticipantRole;
}

export interface OfProgram {
  readonly organizationId: string;
  readonly programId: string;
}

export function findOwnPart(ctx: PersonalContext, its: OfProgram, role: ParticipantRole): Promise<OwnPart | undefined> {
  return ownPart(ctx, its, role).executeTakeFirst();
}

/** The same, held until the transaction ends: what two tabs change comes one after the other. */
export async function lockOwnPart(ctx: PersonalContext, its: OfProgram, role: ParticipantRole): Promise<OwnPart> {
  return found(await ownPart(ctx, its, role).forNoKeyUpdate().executeTakeFirst());
}

function ownPart(ctx: PersonalContext, { organizationId, programId }: OfProgram, role: ParticipantRole) {
  return ctx.db
    .selectFrom("participant")
    .select(["id", "role"])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("person_id", "=", ctx.actor.personId)
    .where("role", "=", role)
    .where("withdrawn_at", "is", null);
}

export interface OwnList {
  /** Those who are in the program, in her order. */
  readonly chosen: readonly string[];
  /** Those who left: kept at the end, in case they come back. */
  readonly gone: readonly string[];
}

export async function findOwnList(ctx: Context, organizationId: string, participantId: string): Promise<OwnList> {
  const rows = await ctx.db
    .selectFrom("choice")
    .innerJoin("participant as about", (join) =>
      join.onRef("about.organization_id", "=", "choice.organization_id").onRef("about.id", "=", "choice.about_id"),
    )
    .select(["choice.about_id", "about.withdrawn_at"])
    .where("choice.organization_id", "=", organizationId)
    .where("choice.participant_id", "=", participantId)
    .orderBy("choice.rank")
    .execute();
  const those = (isGone: boolean): string[] =>
    rows.filter(({ withdrawn_at }) => (withdrawn_at !== null) === isGone).map(({ about_id }) => about_id);
  return { chosen: those(false), gone: those(true) };
}

/** Writes her whole list: ranks from 1 without gaps, whatever they were. Her part must be held. */
export async function saveOwnList(
  ctx: Context,
  { organizationId, programId }: OfProgram,
  participantId: string,
  { chosen, gone }: OwnList,
): Promise<void> {
  const ids = [...chosen, ...gone];
  await sql`
    delete from choice where organization_id = ${organizationId} and participant_id = ${participantId}
      and about_id <> all (${ids}::uuid[])`.execute(ctx.db);
  await sql`
    insert into choice (organization_id, program_id, participant_id, about_id, rank, created_at)
    select ${organizationId}::uuid, ${programId}::uuid, ${participantId}::uuid, its.id, its.rank, ${ctx.now}
    from unnest(${ids}::uuid[]) with ordinality as its (id, rank)
    on conflict (organization_id, participant_id, about_id) do update set rank = excluded.rank where choice.rank <> excluded.rank`.execute(
    ctx.db,
  );
}

export interface OwnRefusal {
  readonly aboutId: string;
  readonly note: string;
  readonly createdAt: Date;
}

/** Whom she does not want, the latest first; those who left are not named. */
export function listOwnRefusals(ctx: Context, organizationId: string, participantId: string): Promise<OwnRefusal[]> {
  return ctx.db
    .selectFrom("refusal")
    .innerJoin("participant as about", (join) =>
      join.onRef("about.organization_id", "=", "refusal.organization_id").onRef("about.id", "=", "refusal.about_id"),
    )
    .select(["refusal.about_id as aboutId", "refusal.note", "refusal.created_at as createdAt"])
    .where("refusal.organization_id", "=", organizationId)
    .where("refusal.participant_id", "=", participantId)
    .where("about.withdrawn_at", "is", null)
    .orderBy("refusal.created_at", "desc")
    .execute();
}
