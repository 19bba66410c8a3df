/** What a coordinator knows better: pairs that must be, and pairs that must not. They count from the next round on. */
import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import type { Side } from "../criteria/answer-source.ts";
import { isSetAside } from "../criteria/list-never-pairs.ts";
import type { MenteeAndMentor } from "../criteria/scoring-of.ts";
import { helpWords } from "../explanations/help.messages.ts";
import { boardWords } from "./board.messages.ts";

interface Where {
  readonly organizationId: string;
  readonly programId: string;
}

/** Locks a pair, unless one of the two has set the other aside; another lock of the mentee, and a ban on the two, give way. */
export async function lockPair(ctx: Context, where: Where, { menteeId, mentorId }: MenteeAndMentor): Promise<void> {
  const mentor = await lockParticipant(ctx, where, mentorId, "mentor");
  const mentee = await lockParticipant(ctx, where, menteeId, "mentee");
  if (await isSetAside(ctx, where, { menteeId, mentorId }))
    throw new Conflict((language) => boardWords(language).cannotLock(mentee.name, mentor.name));
  const { locks } = await ctx.db
    .selectFrom("pair_wish")
    .select(({ fn }) => fn.countAll<number>().as("locks"))
    .where("organization_id", "=", where.organizationId)
    .where("mentor_id", "=", mentorId)
    .where("mentee_id", "<>", menteeId)
    .where("kind", "=", "lock")
    .executeTakeFirstOrThrow();
  if (locks >= mentor.capacity) {
    throw new Conflict((language) => boardWords(language).noPlaceToLock(mentor.name, mentor.capacity));
  }
  await ctx.db
    .deleteFrom("pair_wish")
    .where("organization_id", "=", where.organizationId)
    .where("mentee_id", "=", menteeId)
    .where((eb) => eb.or([eb("kind", "=", "lock"), eb("mentor_id", "=", mentorId)]))
    .execute();
  await addWish(ctx, where, menteeId, mentorId, "lock");
}

export async function forbidPair(ctx: Context, where: Where, { menteeId, mentorId }: MenteeAndMentor): Promise<void> {
  await lockParticipant(ctx, where, mentorId, "mentor");
  await lockParticipant(ctx, where, menteeId, "mentee");
  await forgetWish(ctx, where, { menteeId, mentorId });
  await addWish(ctx, where, menteeId, mentorId, "forbid");
}

/** Unlocks the two, or allows them again. */
export async function forgetWish(ctx: Context, { organizationId, programId }: Where, pair: MenteeAndMentor): Promise<void> {
  await ctx.db
    .deleteFrom("pair_wish")
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("mentee_id", "=", pair.menteeId)
    .where("mentor_id", "=", pair.mentorId)
    .execute();
}

/** How many a mentor takes, from the next round on. */
export async function changeCapacity(ctx: Context, where: Where, mentorId: string, capacity: number): Promise<void> {
  await lockParticipant(ctx, where, mentorId, "mentor");
  await ctx.db
    .updateTable("participant")
    .set({ capacity, edited_at: ctx.now })
    .where("organization_id", "=", where.organizationId)
    .where("id", "=", mentorId)
    .execute();
}

/** More than so many nobody keeps up with; the same bound as in every form. */
const mostPlaces = 50;

/** One place more than she has now; returns how many that makes. */
export async function addPlace(ctx: Context, where: Where, mentorId: string): Promise<number> {
  const { capacity } = await lockParticipant(ctx, where, mentorId, "mentor");
  if (capacity >= mostPlaces) throw new Conflict((language) => helpWords(language).noMorePlaces);
  await changeCapacity(ctx, where, mentorId, capacity + 1);
  return capacity + 1;
}

async function addWish(ctx: Context, where: Where, menteeId: string, mentorId: string, kind: "lock" | "forbid"): Promise<void> {
  await ctx.db
    .insertInto("pair_wish")
    .values({
      organization_id: where.organizationId,
      program_id: where.programId,
      mentee_id: menteeId,
      mentor_id: mentorId,
      kind,
      made_by: ctx.actor?.personId ?? null,
    })
    .execute();
}

/** The participant of this program in this role, held until the transaction ends. Who has withdrawn cannot be wished for. */
async function lockParticipant(ctx: Context, { organizationId, programId }: Where, participantId: string, role: Side) {
  const participant = found(
    await ctx.db
      .selectFrom("participant")
      .innerJoin("program", (join) =>
        join.onRef("program.organization_id", "=", "participant.organization_id").onRef("program.id", "=", "participant.program_id"),
      )
      .innerJoin("profile", (join) =>
        join.onRef("profile.organization_id", "=", "participant.organization_id").onRef("profile.person_id", "=", "participant.person_id"),
      )
      .select(["profile.name", "withdrawn_at", sql<number>`coalesce(participant.capacity, program.default_capacity)`.as("capacity")])
      .where("participant.organization_id", "=", organizationId)
      .where("participant.program_id", "=", programId)
      .where("participant.id", "=", participantId)
      .where("participant.role", "=", role)
      .forUpdate("participant")
      .executeTakeFirst(),
  );
  if (participant.withdrawn_at) throw new Conflict((language) => boardWords(language).hasLeft(participant.name));
  return participant;
}
