import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { closeRequests } from "./close-requests.ts";

/** Whoever leaves a program is asked no more, and asks nobody. */
export const letRequestsGo = job<{ organizationId: string; programId: string; participantId: string }>("requests.let-go", {
  run: (app, { organizationId, programId, participantId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const of = { organizationId, programId };
      await closeRequests(ctx, { ...of, menteeId: participantId }, "somebody-left");
      await closeRequests(ctx, { ...of, mentorId: participantId }, "somebody-left");
    }),
});

/** Both said yes to an offer: the mentee has found somebody, and what she asked besides is closed kindly. */
export const closeAfterOffer = job<{ organizationId: string; programId: string; offerId: string }>("requests.close-after-offer", {
  run: (app, { organizationId, programId, offerId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const offer = await ctx.db
        .selectFrom("offer")
        .select(["mentee_id", "state"])
        .where("organization_id", "=", organizationId)
        .where("id", "=", offerId)
        .executeTakeFirst();
      if (offer?.state === "accepted") await closeRequests(ctx, { organizationId, programId, menteeId: offer.mentee_id }, "found-somebody");
    }),
});
