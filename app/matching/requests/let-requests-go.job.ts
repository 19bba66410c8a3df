import { type Context, inOrganization } from "../../platform/context.ts";
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

/** Both said yes to an offer: what the mentee asked besides is closed kindly, and so is what has no place with the mentor any more. */
export const closeAfterOffer = job<{ organizationId: string; programId: string; offerId: string }>("requests.close-after-offer", {
  run: (app, { organizationId, programId, offerId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const offer = await ctx.db
        .selectFrom("offer")
        .select(["mentee_id", "mentor_id", "state"])
        .where("organization_id", "=", organizationId)
        .where("id", "=", offerId)
        .executeTakeFirst();
      if (offer?.state !== "accepted") return;
      await closeRequests(ctx, { organizationId, programId, menteeId: offer.mentee_id }, "found-somebody");
      if (await isFull(ctx, organizationId, offer.mentor_id))
        await closeRequests(ctx, { organizationId, programId, mentorId: offer.mentor_id }, "mentor-full");
    }),
});

/** All of her places are taken by pairs; an offer that is only open may still come to nothing. */
async function isFull(ctx: Context, organizationId: string, mentorId: string): Promise<boolean> {
  const { capacity, pairs } = await ctx.db
    .selectFrom("participant")
    .innerJoin("program", (join) =>
      join.onRef("program.organization_id", "=", "participant.organization_id").onRef("program.id", "=", "participant.program_id"),
    )
    .select((eb) => [
      eb.fn.coalesce("participant.capacity", "program.default_capacity").as("capacity"),
      eb
        .selectFrom("offer")
        .select((of) => of.fn.countAll<number>().as("n"))
        .whereRef("offer.organization_id", "=", "participant.organization_id")
        .whereRef("offer.mentor_id", "=", "participant.id")
        .where("offer.state", "=", "accepted")
        .as("pairs"),
    ])
    .where("participant.organization_id", "=", organizationId)
    .where("participant.id", "=", mentorId)
    .executeTakeFirstOrThrow();
  return (pairs ?? 0) >= capacity;
}
