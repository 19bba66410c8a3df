/** When a relationship is over, the offer that began it ends, and with it the place that it held. */
import { type Context, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";

interface OfRelationship {
  organizationId: string;
  programId: string;
  relationshipId: string;
}

/** In a group there was an offer for each mentee; whoever left it before has ended hers. */
export const endOffers = job<OfRelationship>("offers.end", {
  run: (app, its) => inOrganization(app, its.organizationId, (ctx) => end(ctx, its)),
});

export const endOffersOfWhoLeft = job<OfRelationship & { participantId: string }>("offers.end-of-who-left", {
  run: (app, { participantId, ...its }) => inOrganization(app, its.organizationId, (ctx) => end(ctx, its, participantId)),
});

async function end(ctx: Context, { organizationId, programId, relationshipId }: OfRelationship, ofParticipant?: string): Promise<void> {
  const partsOf = (role: "mentee" | "mentor") =>
    ctx.db
      .selectFrom("relationship_person")
      .select("participant_id")
      .where("organization_id", "=", organizationId)
      .where("relationship_id", "=", relationshipId)
      .where("role", "=", role);
  const ofRelationship = ctx.db
    .selectFrom("relationship")
    .select("offer_id")
    .where("organization_id", "=", organizationId)
    .where("id", "=", relationshipId)
    .where("offer_id", "is not", null)
    .$castTo<{ offer_id: string }>();
  const accepted = ctx.db
    .updateTable("offer")
    .set({ state: "ended", closed_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("state", "=", "accepted")
    // Told twice, it does not end what the same two have begun since.
    .where("created_at", "<=", (eb) =>
      eb
        .selectFrom("relationship")
        .select((over) => over.fn.coalesce("concluded_at", over.val(ctx.now)).as("at"))
        .where("organization_id", "=", organizationId)
        .where("id", "=", relationshipId),
    );
  const ended =
    ofParticipant === undefined
      ? // Somebody may have left without a trace: then the offer by which it began tells.
        accepted.where((eb) =>
          eb.or([
            eb("id", "in", ofRelationship),
            eb.and([eb("mentee_id", "in", partsOf("mentee")), eb("mentor_id", "in", partsOf("mentor"))]),
          ]),
        )
      : accepted.where("mentee_id", "=", ofParticipant).where("mentor_id", "in", partsOf("mentor"));
  await ended.execute();
}
