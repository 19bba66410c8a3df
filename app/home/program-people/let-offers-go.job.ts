import { withdrawOffersOf } from "../../matching/offers/withdraw-offer.ts";
import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";

/** Whoever leaves a program lets go of what was offered to her, so that the place is free for somebody else. */
export const letOffersGo = job<{ organizationId: string; programId: string; participantId: string }>("program-people.let-offers-go", {
  run: (app, left) => inOrganization(app, left.organizationId, (ctx) => withdrawOffersOf(ctx, left)),
});
