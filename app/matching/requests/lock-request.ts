import type { Context } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { lockParticipants } from "../offers/make-offers.ts";
import { findTwoSides } from "../offers/two-sides.ts";
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
    .select([
      "id",
      "program_id as programId",
      "mentee_id as menteeId",
      "mentor_id as mentorId",
      "state",
      "question",
      "answer_by as answerBy",
      "offer_id as offerId",
    ])
    .where("organization_id", "=", organizationId)
    .where("id", "=", requestId);
  const seen = found(await request.executeTakeFirst());
  const { side, ...people } = await findTwoSides(ctx, { organizationId, ...seen });
  const present = await lockParticipants(ctx, organizationId, seen.programId, [seen.menteeId, seen.mentorId]);
  return { request: { ...found(await request.forUpdate().executeTakeFirst()), ...people }, side, present };
}

export function refuseClosedRequest(request: { readonly state: RequestState; readonly answerBy: Date }, now: Date): void {
  const { state } = request;
  if (state === "expired" || requestHasRunOut(request, now)) throw new Conflict((language) => requestWords(language).hasRunOut);
  if (state === "withdrawn") throw new Conflict((language) => requestWords(language).wasWithdrawn);
  if (state === "declined") throw new Conflict((language) => requestWords(language).wasDeclined);
  if (state === "accepted") throw new Conflict((language) => requestWords(language).wasAccepted);
}
