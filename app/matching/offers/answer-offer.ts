import type { Context } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { beginPair } from "./begin-pair.ts";
import { findOffer } from "./find-offer.ts";
import { type DeclineReason, hasRunOut, type Side } from "./offer.ts";
import { offerWords } from "./offers.messages.ts";

interface ThisOffer {
  readonly organizationId: string;
  readonly offerId: string;
}

/**
 * The offer, held until the transaction ends, and which side of it is asking; NotFound for everybody else. Both answers to one
 * offer thus come one after the other, and the second sees the first.
 */
export async function lockOwnOffer(ctx: Context, { organizationId, offerId }: ThisOffer) {
  const offer = found(
    await ctx.db
      .selectFrom("offer")
      .innerJoin("participant as mentee", (join) =>
        join.onRef("mentee.organization_id", "=", "offer.organization_id").onRef("mentee.id", "=", "offer.mentee_id"),
      )
      .innerJoin("participant as mentor", (join) =>
        join.onRef("mentor.organization_id", "=", "offer.organization_id").onRef("mentor.id", "=", "offer.mentor_id"),
      )
      .innerJoin("profile as mentee_profile", (join) =>
        join
          .onRef("mentee_profile.organization_id", "=", "offer.organization_id")
          .onRef("mentee_profile.person_id", "=", "mentee.person_id"),
      )
      .innerJoin("profile as mentor_profile", (join) =>
        join
          .onRef("mentor_profile.organization_id", "=", "offer.organization_id")
          .onRef("mentor_profile.person_id", "=", "mentor.person_id"),
      )
      .select([
        "offer.id",
        "offer.program_id as programId",
        "offer.mentee_id as menteeId",
        "offer.mentor_id as mentorId",
        "offer.state",
        "offer.reasons",
        "offer.answer_by as answerBy",
        "offer.mentee_accepted_at as menteeAcceptedAt",
        "offer.mentor_accepted_at as mentorAcceptedAt",
        "mentee.person_id as menteePersonId",
        "mentor.person_id as mentorPersonId",
        "mentee_profile.name as menteeName",
        "mentor_profile.name as mentorName",
      ])
      .where("offer.organization_id", "=", organizationId)
      .where("offer.id", "=", offerId)
      .forUpdate("offer")
      .executeTakeFirst(),
  );
  const personId = ctx.actor?.personId;
  const side: Side | undefined = personId === offer.menteePersonId ? "mentee" : personId === offer.mentorPersonId ? "mentor" : undefined;
  return { offer, side: found(side) };
}

export function refuseClosed(offer: { state: string } & Parameters<typeof hasRunOut>[0], now: Date): void {
  if (offer.state === "expired" || hasRunOut(offer, now)) throw new Conflict((language) => offerWords(language).hasRunOut);
  if (offer.state === "withdrawn") throw new Conflict((language) => offerWords(language).wasTakenBack);
  if (offer.state === "declined") throw new Conflict((language) => offerWords(language).wasDeclined);
}

/** Says yes. With the second yes the relationship begins; saying it again changes nothing. */
export async function acceptOffer(ctx: Context, its: ThisOffer): Promise<{ relationshipId: string | undefined }> {
  const { organizationId, offerId } = its;
  const { offer, side } = await lockOwnOffer(ctx, its);
  if (offer.state !== "accepted") refuseClosed(offer, ctx.now);
  const accepted = { menteeAcceptedAt: offer.menteeAcceptedAt, mentorAcceptedAt: offer.mentorAcceptedAt };
  const own = side === "mentee" ? "menteeAcceptedAt" : "mentorAcceptedAt";
  if (accepted[own] !== null) return { relationshipId: await relationshipOf(ctx, its) };
  accepted[own] = ctx.now;
  const areBoth = accepted.menteeAcceptedAt !== null && accepted.mentorAcceptedAt !== null;
  await ctx.db
    .updateTable("offer")
    .set({
      mentee_accepted_at: accepted.menteeAcceptedAt,
      mentor_accepted_at: accepted.mentorAcceptedAt,
      ...(areBoth && { state: "accepted" as const, closed_at: ctx.now }),
    })
    .where("organization_id", "=", organizationId)
    .where("id", "=", offerId)
    .execute();
  if (!areBoth) return { relationshipId: undefined };
  await announce(ctx, "offer.accepted", { organizationId, programId: offer.programId, offerId });
  const relationshipId = await beginPair(ctx, {
    organizationId,
    programId: offer.programId,
    offerId,
    mentee: { participantId: offer.menteeId, personId: offer.menteePersonId, name: offer.menteeName },
    mentor: { participantId: offer.mentorId, personId: offer.mentorPersonId, name: offer.mentorName },
    reasons: offer.reasons,
  });
  return { relationshipId };
}

async function relationshipOf(ctx: Context, its: ThisOffer): Promise<string | undefined> {
  return (await findOffer(ctx, its.organizationId, its.offerId)).relationshipId ?? undefined;
}

/** Says no, with a reason from the short list; the place is free at once. */
export async function declineOffer(ctx: Context, its: ThisOffer, answer: { reason: DeclineReason; note: string }): Promise<void> {
  const { organizationId, offerId } = its;
  const { offer, side } = await lockOwnOffer(ctx, its);
  if (offer.state === "accepted" || offer.state === "ended") throw new Conflict((language) => offerWords(language).hasBegun);
  refuseClosed(offer, ctx.now);
  await ctx.db
    .updateTable("offer")
    .set({ state: "declined", declined_by: side, decline_reason: answer.reason, decline_note: answer.note, closed_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("id", "=", offerId)
    .execute();
  await announce(ctx, "offer.released", { organizationId, programId: offer.programId, offerId });
}
