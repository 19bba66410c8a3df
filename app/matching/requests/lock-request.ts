import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { lockTwoSides } from "../offers/lock-two-sides.ts";
import { type RequestState, requestHasRunOut } from "./request.ts";
import { requestWords } from "./requests.messages.ts";

export interface ThisRequest {
  readonly organizationId: string;
  readonly requestId: string;
}

/** The request and both of its people, held: accepting one request closes others of the same people. */
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
  const { held, ...rest } = await lockTwoSides(ctx, organizationId, (isHeld) =>
    (isHeld ? request.forUpdate() : request).executeTakeFirst(),
  );
  return { request: held, ...rest };
}

export function refuseClosedRequest(request: { readonly state: RequestState; readonly answerBy: Date }, now: Date): void {
  const { state } = request;
  if (state === "expired" || requestHasRunOut(request, now)) throw new Conflict((language) => requestWords(language).hasRunOut);
  if (state === "withdrawn") throw new Conflict((language) => requestWords(language).wasWithdrawn);
  if (state === "declined") throw new Conflict((language) => requestWords(language).wasDeclined);
  if (state === "accepted") throw new Conflict((language) => requestWords(language).wasAccepted);
}
