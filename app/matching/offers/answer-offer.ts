import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { beginPair } from "./begin-pair.ts";
import { findOffer } from "./find-offer.ts";
import { lockTwoSides } from "./lock-two-sides.ts";
import { type DeclineReason, hasRunOut } from "./offer.ts";
import { offerWords } from "./offers.messages.ts";

interface ThisOffer {
  readonly organizationId: string;
  readonly offerId: string;
}

/** The offer and both of its people, held: both answers to one offer come one after the other, and the second sees the first. */
export async function lockOwnOffer(ctx: Context, { organizationId, offerId }: ThisOffer) {
  const offer = ctx.db
    .selectFrom("offer")
    .select([
      "id",
      "program_id as programId",
      "mentee_id as menteeId",
      "mentor_id as mentorId",
      "state",
      "reasons",
      "answer_by as answerBy",
      "mentee_accepted_at as menteeAcceptedAt",
      "mentor_accepted_at as mentorAcceptedAt",
    ])
    .where("organization_id", "=", organizationId)
    .where("id", "=", offerId);
  const { held, ...rest } = await lockTwoSides(ctx, organizationId, (isHeld) => (isHeld ? offer.forUpdate() : offer).executeTakeFirst());
  return { offer: held, ...rest };
}

export function refuseClosed(offer: { state: string } & Parameters<typeof hasRunOut>[0], now: Date): void {
  if (offer.state === "expired" || hasRunOut(offer, now)) throw new Conflict((language) => offerWords(language).hasRunOut);
  if (offer.state === "withdrawn") throw new Conflict((language) => offerWords(language).wasTakenBack);
  if (offer.state === "declined") throw new Conflict((language) => offerWords(language).wasDeclined);
}

/** Says yes. With the second yes the relationship begins; saying it again changes nothing. */
export async function acceptOffer(ctx: Context, its: ThisOffer): Promise<{ relationshipId: string | undefined }> {
  const { organizationId, offerId } = its;
  const { offer, side, present } = await lockOwnOffer(ctx, its);
  if (offer.state !== "accepted") refuseClosed(offer, ctx.now);
  const accepted = { menteeAcceptedAt: offer.menteeAcceptedAt, mentorAcceptedAt: offer.mentorAcceptedAt };
  const own = side === "mentee" ? "menteeAcceptedAt" : "mentorAcceptedAt";
  if (accepted[own] !== null) return { relationshipId: await relationshipOf(ctx, its) };
  // Whoever leaves lets her offers go, but a moment later: nobody is paired with her in between.
  const [herself, other] = side === "mentee" ? [offer.menteeId, offer.mentorId] : [offer.mentorId, offer.menteeId];
  if (!present.has(herself)) throw new Conflict((language) => offerWords(language).youHaveLeft);
  if (!present.has(other)) throw new Conflict((language) => offerWords(language).otherHasLeft);
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
