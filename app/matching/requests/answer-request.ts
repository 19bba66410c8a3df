import { pauseProfile } from "../../people/profiles/pause-profile.ts";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import { beginPair } from "../offers/begin-pair.ts";
import { findOffer } from "../offers/find-offer.ts";
import { heldPlaces } from "../offers/make-offers.ts";
import { freePlaces } from "../offers/offer.ts";
import { closeRequests } from "./close-requests.ts";
import { lockOwnRequest, refuseClosedRequest, type ThisRequest } from "./lock-request.ts";
import { fitOf } from "./pair-fit.ts";
import type { RequestDeclineReason } from "./request.ts";
import { requestWords } from "./requests.messages.ts";

/**
 * The mentor says yes: a place is hers, as an accepted offer with its number, and the two are a pair. What else either of them
 * has open, and what has no place any more, is closed kindly. Saying it again changes nothing.
 */
export async function acceptRequest(ctx: Context, its: ThisRequest): Promise<{ relationshipId: string | undefined }> {
  const { organizationId, requestId } = its;
  const { request, side, present } = await lockOwnRequest(ctx, its);
  found(side === "mentor" ? side : undefined);
  if (request.state === "accepted" && request.offerId !== null)
    return { relationshipId: (await findOffer(ctx, organizationId, request.offerId)).relationshipId ?? undefined };
  refuseClosedRequest(request, ctx.now);
  const { programId, menteeId, mentorId } = request;
  const mentor = present.get(mentorId);
  if (!mentor || !present.has(menteeId)) throw new Conflict((language) => requestWords(language).wasWithdrawn);
  const held = await heldPlaces(ctx, organizationId, [menteeId, mentorId]);
  if (held.some((one) => one.menteeId === menteeId)) throw new Conflict((language) => requestWords(language).menteeHasOffer);
  const [place, ...left] = freePlaces(
    mentor.capacity,
    held.filter((one) => one.mentorId === mentorId).map((one) => one.place),
  );
  if (place === undefined) throw new Conflict((language) => requestWords(language).noPlaceLeft);

  const { weight, reasons } = await fitOf(ctx, { organizationId, programId, menteeId, mentorId });
  const offerId = newId();
  await ctx.db
    .insertInto("offer")
    .values({
      organization_id: organizationId,
      id: offerId,
      program_id: programId,
      mentee_id: menteeId,
      mentor_id: mentorId,
      place,
      weight,
      reasons: JSON.stringify(reasons),
      state: "accepted",
      mentee_accepted_at: ctx.now,
      mentor_accepted_at: ctx.now,
      answer_by: request.answerBy,
      closed_at: ctx.now,
      created_at: ctx.now,
    })
    .execute();
  await ctx.db
    .updateTable("request")
    .set({ state: "accepted", offer_id: offerId, closed_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("id", "=", requestId)
    .execute();
  await announce(ctx, "request.accepted", { organizationId, programId, requestId });
  const relationshipId = await beginPair(ctx, {
    organizationId,
    programId,
    offerId,
    mentee: { participantId: menteeId, personId: request.menteePersonId, name: request.menteeName },
    mentor: { participantId: mentorId, personId: request.mentorPersonId, name: request.mentorName },
    reasons,
  });
  await closeRequests(ctx, { organizationId, programId, menteeId }, "found-somebody");
  if (left.length === 0) await closeRequests(ctx, { organizationId, programId, mentorId }, "mentor-full");
  return { relationshipId };
}

interface Declining {
  readonly reason: RequestDeclineReason;
  readonly note: string;
}

/** The mentor says no; the mentee gets a kind sentence, the coordinator the reason. */
export async function declineRequest(ctx: Context, its: ThisRequest, { reason, note }: Declining): Promise<void> {
  const { request, side } = await lockOwnRequest(ctx, its);
  found(side === "mentor" ? side : undefined);
  refuseClosedRequest(request, ctx.now);
  await ctx.db
    .updateTable("request")
    .set({ state: "declined", decline_reason: reason, decline_note: note, closed_at: ctx.now })
    .where("organization_id", "=", its.organizationId)
    .where("id", "=", its.requestId)
    .execute();
  await announce(ctx, "request.closed", { organizationId: its.organizationId, programId: request.programId, requestId: its.requestId });
}

/** "Not now", in the same click: this one is declined, nobody else asks until then, and what else was asked falls on. */
export async function pauseInsteadOfAnswering(ctx: PersonalContext, its: ThisRequest, until: string): Promise<void> {
  const { organizationId } = its;
  await declineRequest(ctx, its, { reason: "not-now", note: "" });
  await pauseProfile(ctx, organizationId, until);
  // A break is one from all programs of the organization.
  const asked = await ctx.db
    .selectFrom("request")
    .innerJoin("participant as mentor", (join) =>
      join.onRef("mentor.organization_id", "=", "request.organization_id").onRef("mentor.id", "=", "request.mentor_id"),
    )
    .select(["request.program_id as programId", "request.mentor_id as mentorId"])
    .distinct()
    .where("request.organization_id", "=", organizationId)
    .where("request.state", "=", "open")
    .where("mentor.person_id", "=", ctx.actor.personId)
    .orderBy("request.mentor_id")
    .execute();
  for (const { programId, mentorId } of asked) await closeRequests(ctx, { organizationId, programId, mentorId }, "mentor-paused");
}

/** The mentee takes her request back; nobody else is asked for her. */
export async function withdrawRequest(ctx: Context, its: ThisRequest): Promise<void> {
  const { request, side } = await lockOwnRequest(ctx, its);
  found(side === "mentee" ? side : undefined);
  if (request.state === "withdrawn") return;
  refuseClosedRequest(request, ctx.now);
  const { programId, menteeId, mentorId } = request;
  await closeRequests(ctx, { organizationId: its.organizationId, programId, menteeId, mentorId }, "mentee");
}
