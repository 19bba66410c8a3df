import type { Context } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import { lockOwnOffer, refuseClosed } from "./answer-offer.ts";
import { otherSide } from "./offer.ts";
import { offerWords } from "./offers.messages.ts";

interface ThisOffer {
  readonly organizationId: string;
  readonly offerId: string;
}

/** One question to the other before one answers. The time to answer goes on. */
export async function askQuestion(ctx: Context, its: ThisOffer, question: string): Promise<void> {
  const { organizationId, offerId } = its;
  const { offer, side } = await lockOwnOffer(ctx, its);
  if (offer.state === "accepted") throw new Conflict((language) => offerWords(language).hasBegun);
  refuseClosed(offer, ctx.now);
  const questionId = newId();
  const asked = await ctx.db
    .insertInto("offer_question")
    .values({ organization_id: organizationId, id: questionId, offer_id: offerId, asked_by: side, question, asked_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (!asked.numInsertedOrUpdatedRows) throw new Conflict((language) => offerWords(language).askedAlready);
  await announce(ctx, "offer.asked", { organizationId, programId: offer.programId, offerId, questionId });
}

/** Answers what the other asked; the answer can be mended until the offer is closed. */
export async function answerQuestion(ctx: Context, its: ThisOffer, answer: string): Promise<void> {
  const { organizationId, offerId } = its;
  const { offer, side } = await lockOwnOffer(ctx, its);
  refuseClosed(offer, ctx.now);
  const question = found(
    await ctx.db
      .updateTable("offer_question")
      .set({ answer, answered_at: ctx.now })
      .where("organization_id", "=", organizationId)
      .where("offer_id", "=", offerId)
      .where("asked_by", "=", otherSide(side))
      .returning("id")
      .executeTakeFirst(),
  );
  await announce(ctx, "offer.question-answered", { organizationId, programId: offer.programId, offerId, questionId: question.id });
}
