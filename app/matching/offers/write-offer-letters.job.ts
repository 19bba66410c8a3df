import { type App, asSystem, type Context, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import type { Letter } from "../../platform/letters/letter.ts";
import { writeOnce } from "../letters/write-once.ts";
import { findOffer, listQuestionsOfOffer, type OfferWithPeople } from "./find-offer.ts";
import { isWaitingFor, otherSide, remindAt, type Side } from "./offer.ts";
import { answeredLetter, askedLetter, begunLetter, offerLetter, offerReminder, releasedLetter } from "./offer-letters.email.ts";

interface OfOffer {
  organizationId: string;
  programId: string;
  offerId: string;
}

interface Writing {
  readonly kind: "offer" | "answer" | "relationship";
  readonly occasion: string;
  readonly destination: string;
  readonly letter: (to: { offer: OfferWithPeople; side: Side; href: string }) => Letter;
}

/** Writes to one of the two. */
const writeTo = (ctx: Context, offer: OfferWithPeople, side: Side, { kind, occasion, destination, letter }: Writing): Promise<void> =>
  writeOnce(ctx, {
    organizationId: offer.organizationId,
    organizationName: offer.organizationName,
    programId: offer.programId,
    to: offer[side],
    kind,
    occasion,
    destination,
    letter: (href) => letter({ offer, side, href }),
  });

const pathOf = (offer: OfferWithPeople): string => `/organizations/${offer.organizationId}/offers/${offer.id}`;
const sides = ["mentee", "mentor"] as const;

export const writeOffer = job<OfOffer>("offers.write-offer", {
  atOnce: 4,
  run: (app, { organizationId, offerId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const offer = await findOffer(ctx, organizationId, offerId);
      if (offer.state !== "open") return;
      // Who has chosen the other herself, or was faster than the letter, knows it.
      for (const side of sides.filter((one) => isWaitingFor(offer, one)))
        await writeTo(ctx, offer, side, {
          kind: "offer",
          occasion: `offer ${offerId} ${side}`,
          destination: pathOf(offer),
          letter: offerLetter,
        });
      await markInvited(ctx, offer);
    }),
});

/** The offer's letter is also the invitation of whoever was only imported until now. */
async function markInvited(ctx: Context, offer: OfferWithPeople): Promise<void> {
  await ctx.db
    .updateTable("participant")
    .set({ invited_at: ctx.now })
    .where("organization_id", "=", offer.organizationId)
    .where("id", "in", [offer.mentee.participantId, offer.mentor.participantId])
    .where("invited_at", "is", null)
    .execute();
}

export const writeReleased = job<OfOffer>("offers.write-released", {
  run: (app, { organizationId, offerId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const offer = await findOffer(ctx, organizationId, offerId);
      // Whoever declined or has left knows it; the other, and both where it ran out or was taken back, are told.
      for (const side of sides.filter((one) => offer.declinedBy !== one && !offer[one].hasLeft))
        await writeTo(ctx, offer, side, {
          kind: "answer",
          occasion: `offer ${offerId} released ${side}`,
          destination: pathOf(offer),
          letter: releasedLetter,
        });
    }),
});

export const writeBegun = job<OfOffer>("offers.write-begun", {
  run: (app, { organizationId, offerId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const offer = await findOffer(ctx, organizationId, offerId);
      if (!offer.relationshipId) return;
      const destination = `/organizations/${organizationId}/relationships/${offer.relationshipId}`;
      for (const side of sides)
        await writeTo(ctx, offer, side, {
          kind: "relationship",
          occasion: `offer ${offerId} begun ${side}`,
          destination,
          letter: begunLetter,
        });
    }),
});

export const writeAsked = job<OfOffer & { questionId: string }>("offers.write-asked", {
  run: (app, { organizationId, offerId, questionId }) => writeAboutQuestion(app, { organizationId, offerId, questionId }, "asked"),
});
export const writeAnswered = job<OfOffer & { questionId: string }>("offers.write-answered", {
  run: (app, { organizationId, offerId, questionId }) => writeAboutQuestion(app, { organizationId, offerId, questionId }, "answered"),
});

function writeAboutQuestion(
  app: App,
  { organizationId, offerId, questionId }: { organizationId: string; offerId: string; questionId: string },
  what: "asked" | "answered",
): Promise<void> {
  return inOrganization(app, organizationId, async (ctx) => {
    const offer = await findOffer(ctx, organizationId, offerId);
    const question = (await listQuestionsOfOffer(ctx, organizationId, offerId)).find(({ id }) => id === questionId);
    if (!question || offer.state !== "open") return;
    const side = what === "asked" ? otherSide(question.askedBy) : question.askedBy;
    await writeTo(ctx, offer, side, {
      kind: "offer",
      occasion: `question ${questionId} ${what}`,
      destination: pathOf(offer),
      letter: (to) => (what === "asked" ? askedLetter(to, question) : answeredLetter(to, question)),
    });
  });
}

/** Half of the time is over: whoever has not answered is asked once more. */
export const remindOfOffers = job<object>("offers.remind", { schedule: "*/15 * * * *", atOnce: 1, run: (app) => remindDue(app) });

export async function remindDue(app: App): Promise<void> {
  const organizations = await asSystem(app, ({ db }) => db.selectFrom("organization").select("id").execute());
  for (const { id: organizationId } of organizations) {
    const open = await inOrganization(app, organizationId, ({ db }) =>
      db
        .selectFrom("offer")
        .select(["id", "created_at", "answer_by"])
        .where("organization_id", "=", organizationId)
        .where("state", "=", "open")
        .where("reminded_at", "is", null)
        .execute(),
    );
    const due = open.filter((offer) => remindAt(offer.created_at, offer.answer_by) <= app.now());
    for (const { id: offerId } of due) {
      await inOrganization(app, organizationId, async (ctx) => {
        const marked = await ctx.db
          .updateTable("offer")
          .set({ reminded_at: ctx.now })
          .where("organization_id", "=", organizationId)
          .where("id", "=", offerId)
          .where("state", "=", "open")
          .where("reminded_at", "is", null)
          .executeTakeFirst();
        if (!marked.numUpdatedRows) return;
        const offer = await findOffer(ctx, organizationId, offerId);
        for (const side of sides.filter((one) => isWaitingFor(offer, one)))
          await writeTo(ctx, offer, side, {
            kind: "offer",
            occasion: `offer ${offerId} reminder ${side}`,
            destination: pathOf(offer),
            letter: offerReminder,
          });
      });
    }
  }
}
