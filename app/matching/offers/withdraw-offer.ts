import { sql } from "kysely";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { hasNotBegun } from "./has-not-begun.ts";
import { offerWords } from "./offers.messages.ts";

interface OneOffer {
  readonly organizationId: string;
  readonly programId: string;
  readonly offerId: string;
}

async function lockOffer(ctx: Context, { organizationId, programId, offerId }: OneOffer) {
  return found(
    await ctx.db
      .selectFrom("offer")
      .select(["state", "answer_by"])
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("id", "=", offerId)
      .forUpdate()
      .executeTakeFirst(),
  );
}

/** Asked once the offer is held: whatever began it meanwhile is seen. */
async function isWaiting(ctx: Context, { organizationId, offerId }: OneOffer): Promise<boolean> {
  const offer = await ctx.db
    .selectFrom("offer")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("id", "=", offerId)
    .where(hasNotBegun("offer"))
    .executeTakeFirst();
  return offer !== undefined;
}

function refuseClosed(isOpen: boolean): void {
  if (!isOpen) throw new Conflict((language) => offerWords(language).isClosed);
}

/**
 * A coordinator takes back an offer that waits for an answer, or one that both said yes to and that has not begun; both are told,
 * and nobody else is offered by itself.
 */
export async function withdrawOffer(ctx: Context, its: OneOffer): Promise<void> {
  const { organizationId, programId, offerId } = its;
  const { state } = await lockOffer(ctx, its);
  refuseClosed(state === "open" || (await isWaiting(ctx, its)));
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
  const offer = await lockOffer(ctx, its);
  refuseClosed(offer.state === "open");
  const from = Math.max(offer.answer_by.getTime(), ctx.now.getTime());
  await ctx.db
    .updateTable("offer")
    .set({ answer_by: new Date(from + 3 * 86_400_000), reminded_at: null })
    .where("organization_id", "=", its.organizationId)
    .where("id", "=", its.offerId)
    .execute();
}

/** The two of an offer are in a relationship; in a group the offer of one began it, and the others came in. */
const hasBegun = sql<boolean>`exists (
  select from relationship_person one
  join relationship_person other on other.organization_id = one.organization_id and other.relationship_id = one.relationship_id
  where one.organization_id = offer.organization_id and one.participant_id = offer.mentee_id and other.participant_id = offer.mentor_id)`;

/** Whoever leaves a program holds no offer in it any more: none that is open, and none of a group that has not begun. */
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
    .where((eb) => eb.or([eb("state", "=", "open"), eb.and([eb("state", "=", "accepted"), eb.not(hasBegun)])]))
    .returning("id")
    .execute();
  for (const { id } of released) await announce(ctx, "offer.released", { organizationId, programId, offerId: id });
}
