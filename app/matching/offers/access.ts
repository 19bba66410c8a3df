import type { Access } from "../../platform/access.ts";

interface OfOffer {
  readonly organizationId: string;
  readonly offerId: string;
}

/** The two who are asked, and nobody else; coordinators see an offer in their list. */
export const peopleOfTheOffer: Access<OfOffer> = {
  name: "people of the offer",
  admits: async (ctx, { organizationId, offerId }) => {
    if (!ctx.actor) return false;
    const own = await ctx.db
      .selectFrom("offer")
      .innerJoin("participant", (join) =>
        join
          .onRef("participant.organization_id", "=", "offer.organization_id")
          .on((eb) => eb.or([eb("participant.id", "=", eb.ref("offer.mentee_id")), eb("participant.id", "=", eb.ref("offer.mentor_id"))])),
      )
      .select("offer.id")
      .where("offer.organization_id", "=", organizationId)
      .where("offer.id", "=", offerId)
      .where("participant.person_id", "=", ctx.actor.personId)
      .limit(1)
      .executeTakeFirst();
    return own !== undefined;
  },
};
