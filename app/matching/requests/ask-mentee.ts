import type { Context } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { lockOwnRequest, refuseClosedRequest, type ThisRequest } from "./lock-request.ts";
import { requestWords } from "./requests.messages.ts";

/** One question of the mentor's before she answers. The time goes on. */
export async function askMentee(ctx: Context, its: ThisRequest, question: string): Promise<void> {
  const { organizationId, requestId } = its;
  const { request, side } = await lockOwnRequest(ctx, its);
  found(side === "mentor" ? side : undefined);
  refuseClosedRequest(request, ctx.now);
  if (request.question !== null) throw new Conflict((language) => requestWords(language).askedAlready);
  await ctx.db
    .updateTable("request")
    .set({ question, asked_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("id", "=", requestId)
    .execute();
  await announce(ctx, "request.asked", { organizationId, programId: request.programId, requestId });
}

/** The mentee's answer to it; it can be mended until the request is closed. */
export async function answerMentor(ctx: Context, its: ThisRequest, answer: string): Promise<void> {
  const { organizationId, requestId } = its;
  const { request, side } = await lockOwnRequest(ctx, its);
  found(side === "mentee" ? request.question : undefined);
  refuseClosedRequest(request, ctx.now);
  await ctx.db
    .updateTable("request")
    .set({ answer, answered_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("id", "=", requestId)
    .execute();
  await announce(ctx, "request.question-answered", { organizationId, programId: request.programId, requestId });
}
