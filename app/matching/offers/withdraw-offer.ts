import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { offerWords } from "./offers.messages.ts";

interface OneOffer {
  readonly organizationId: string;
  readonly programId: string;
  readonly offerId: string;
}

async function lockOpenOffer(ctx: Context, { organizationId, programId, offerId }: OneOffer) {
  const offer = found(
    await ctx.db
      .selectFrom("offer")
      .select(["state", "answer_by"])
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("id", "=", offerId)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (offer.state !== "open") throw new Conflict((language) => offerWords(language).isClosed);
  return offer;
}

/** A coordinator takes back an offer that waits for an answer; both are told, and nobody else is offered by itself. */
export async function withdrawOffer(ctx: Context, its: OneOffer): Promise<void> {
  const { organizationId, programId, offerId } = its;
  await lockOpenOffer(ctx, its);
  await ctx.db
    .updateTable("offer")
    .set({ state: "withdrawn", closed_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("id", "=", offerId)
    .execute();
  await audit(ctx, { organizationId, act: "offer.withdrawn", subjectKind: "offer", subjectId: offerId });
  await announce(ctx, "offer.released", { organizationId, programId, offerId });
}

/** Three more days to answer, from the later of now and the date that was set. */
export async function extendOffer(ctx: Context, its: OneOffer): Promise<void> {
  const offer = await lockOpenOffer(ctx, its);
  const from = Math.max(offer.answer_by.getTime(), ctx.now.getTime());
  await ctx.db
    .updateTable("offer")
    .set({ answer_by: new Date(from + 3 * 86_400_000), reminded_at: null })
    .where("organization_id", "=", its.organizationId)
    .where("id", "=", its.offerId)
    .execute();
}

/** Whoever leaves a program holds no offer in it any more. */
export async function withdrawOffersOf(
  ctx: Context,
  { organizationId, programId, participantId }: { organizationId: string; programId: string; participantId: string },
): Promise<void> {
  const released = await ctx.db
    .updateTable("offer")
    .set({ state: "withdrawn", closed_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where((eb) => eb.or([eb("mentee_id", "=", participantId), eb("mentor_id", "=", participantId)]))
    .where("state", "=", "open")
    .returning("id")
    .execute();
  for (const { id } of released) await announce(ctx, "offer.released", { organizationId, programId, offerId: id });
}
