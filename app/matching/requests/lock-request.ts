import type { Context } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { lockParticipants } from "../offers/make-offers.ts";
import { type RequestState, requestHasRunOut } from "./request.ts";
import { requestWords } from "./requests.messages.ts";

export interface ThisRequest {
  readonly organizationId: string;
  readonly requestId: string;
}

/**
 * The request and both of its people, held until the transaction ends: the people first, in one order, since accepting one
 * request closes others of the same people. `side` is which of the two asks; NotFound for everybody else.
 */
export async function lockOwnRequest(ctx: Context, { organizationId, requestId }: ThisRequest) {
  const request = ctx.db
    .selectFrom("request")
    .innerJoin("participant as mentee", (join) =>
      join.onRef("mentee.organization_id", "=", "request.organization_id").onRef("mentee.id", "=", "request.mentee_id"),
    )
    .innerJoin("participant as mentor", (join) =>
      join.onRef("mentor.organization_id", "=", "request.organization_id").onRef("mentor.id", "=", "request.mentor_id"),
    )
    .innerJoin("profile as mentee_profile", (join) =>
      join
        .onRef("mentee_profile.organization_id", "=", "request.organization_id")
        .onRef("mentee_profile.person_id", "=", "mentee.person_id"),
    )
    .innerJoin("profile as mentor_profile", (join) =>
      join
        .onRef("mentor_profile.organization_id", "=", "request.organization_id")
        .onRef("mentor_profile.person_id", "=", "mentor.person_id"),
    )
    .select([
      "request.id",
      "request.program_id as programId",
      "request.mentee_id as menteeId",
      "request.mentor_id as mentorId",
      "request.state",
      "request.question",
      "request.answer_by as answerBy",
      "request.offer_id as offerId",
      "mentee.person_id as menteePersonId",
      "mentor.person_id as mentorPersonId",
      "mentee_profile.name as menteeName",
      "mentor_profile.name as mentorName",
    ])
    .where("request.organization_id", "=", organizationId)
    .where("request.id", "=", requestId);
  const seen = found(await request.executeTakeFirst());
  const personId = ctx.actor?.personId;
  const side = found(
    personId === seen.menteePersonId ? ("mentee" as const) : personId === seen.mentorPersonId ? ("mentor" as const) : undefined,
  );
  const present = await lockParticipants(ctx, organizationId, seen.programId, [seen.menteeId, seen.mentorId]);
  return { request: found(await request.forUpdate("request").executeTakeFirst()), side, present };
}

export function refuseClosedRequest(request: { readonly state: RequestState; readonly answerBy: Date }, now: Date): void {
  const { state } = request;
  if (state === "expired" || requestHasRunOut(request, now)) throw new Conflict((language) => requestWords(language).hasRunOut);
  if (state === "withdrawn") throw new Conflict((language) => requestWords(language).wasWithdrawn);
  if (state === "declined") throw new Conflict((language) => requestWords(language).wasDeclined);
  if (state === "accepted") throw new Conflict((language) => requestWords(language).wasAccepted);
}
