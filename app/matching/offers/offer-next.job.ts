import { type App, type Context, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { makeOffers } from "./make-offers.ts";
import { nextBestPairs } from "./next-best.ts";
import { nextPeer } from "./next-peer.ts";
import { wantsAnother } from "./offer.ts";
import { answerByOf } from "./publish-round.ts";

/**
 * After an offer was released: whoever still wants somebody is offered the next best who is free, where the program lets that
 * happen by itself. Who said "not now", or said nothing at all, is not asked again; the coordinator sees them as waiting.
 */
export const offerNext = job<{ organizationId: string; programId: string; offerId: string }>("offers.offer-next", {
  atOnce: 1,
  run: (app, payload) => offerTheNext(app, payload),
});

export function offerTheNext(
  app: App,
  { organizationId, programId, offerId }: { organizationId: string; programId: string; offerId: string },
): Promise<void> {
  return inOrganization(app, organizationId, async (ctx) => {
    const program = await findProgram(ctx, organizationId, programId);
    if (program.onDecline !== "offer-next" || program.archivedAt) return;
    const offer = await ctx.db
      .selectFrom("offer")
      .selectAll()
      .where("organization_id", "=", organizationId)
      .where("id", "=", offerId)
      .executeTakeFirst();
    if (!offer || !["declined", "expired"].includes(offer.state)) return;
    // The job may be delivered twice: what followed once does not follow again.
    const followed = await ctx.db
      .selectFrom("offer")
      .select("id")
      .where("organization_id", "=", organizationId)
      .where("follows", "=", offerId)
      .executeTakeFirst();
    if (followed) return;
    // Who chose among suggestions chooses again among them; the mentor waits to be chosen.
    const chosen = await ctx.db
      .selectFrom("suggestion")
      .select("id")
      .where("organization_id", "=", organizationId)
      .where((eb) =>
        eb.or([eb("offer_id", "=", offerId), eb.and([eb("round_id", "=", offer.round_id), eb("mentee_id", "=", offer.mentee_id)])]),
      )
      .executeTakeFirst();
    if (chosen) return;

    const declined = (side: "mentee" | "mentor"): boolean => offer.declined_by === side && !wantsAnother(offer.decline_reason);
    const wasSilent = (acceptedAt: Date | null): boolean => offer.state === "expired" && acceptedAt === null;
    const common = {
      organizationId,
      programId,
      roundId: offer.round_id,
      answerBy: answerByOf(ctx.now, program.offerDays),
      follows: offerId,
    };

    const wantsOn = {
      mentee: !declined("mentee") && !wasSilent(offer.mentee_accepted_at),
      mentor: !declined("mentor") && !wasSilent(offer.mentor_accepted_at),
    };
    if (program.format === "peer") {
      // One after the other: whoever would be the best of both can be that of one alone.
      for (const participantId of [wantsOn.mentee && offer.mentee_id, wantsOn.mentor && offer.mentor_id]) {
        const best = participantId && (await nextPeer(ctx, { organizationId, programId, participantId }));
        if (best) await makeOffers(ctx, { ...common, pairs: [best] });
      }
      return;
    }

    if (wantsOn.mentee) {
      const mentors = (await mentorsOfPublishedRounds(ctx, organizationId, programId)).filter((id) => id !== offer.mentor_id);
      const [best] = await nextBestPairs(ctx, { organizationId, programId, mentees: [offer.mentee_id], mentors });
      if (best) await makeOffers(ctx, { ...common, pairs: [best] });
    }
    if (wantsOn.mentor) {
      const mentees = (await waitingMentees(ctx, organizationId, programId)).filter((id) => id !== offer.mentee_id);
      const [best] = await nextBestPairs(ctx, { organizationId, programId, mentees, mentors: [offer.mentor_id] });
      if (best) await makeOffers(ctx, { ...common, pairs: [best] });
    }
  });
}

/** Nobody is offered who was not in a round that a coordinator stood behind. */
async function mentorsOfPublishedRounds(ctx: Context, organizationId: string, programId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom("round_mentor")
    .innerJoin("round", (join) =>
      join.onRef("round.organization_id", "=", "round_mentor.organization_id").onRef("round.id", "=", "round_mentor.round_id"),
    )
    .select("mentor_id")
    .distinct()
    .where("round.organization_id", "=", organizationId)
    .where("round.program_id", "=", programId)
    .where("round.state", "=", "published")
    .execute();
  return rows.map((row) => row.mentor_id);
}

/** Mentees of published rounds who hold no offer, and whose last one, if any, did not end by their own "not now" or silence. */
async function waitingMentees(ctx: Context, organizationId: string, programId: string): Promise<string[]> {
  const published = ctx.db
    .selectFrom("round")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("state", "=", "published");
  const rows = await ctx.db
    .selectFrom("participant as p")
    .select("p.id")
    .where("p.organization_id", "=", organizationId)
    .where("p.program_id", "=", programId)
    .where("p.role", "=", "mentee")
    .where("p.withdrawn_at", "is", null)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom("round_pair")
            .select("mentee_id")
            .whereRef("round_pair.organization_id", "=", "p.organization_id")
            .whereRef("mentee_id", "=", "p.id")
            .where("round_id", "in", published),
        ),
        eb.exists(
          eb
            .selectFrom("round_unmatched")
            .select("mentee_id")
            .whereRef("round_unmatched.organization_id", "=", "p.organization_id")
            .whereRef("mentee_id", "=", "p.id")
            .where("round_id", "in", published),
        ),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("offer")
            .select("offer.id")
            .whereRef("offer.organization_id", "=", "p.organization_id")
            .whereRef("offer.mentee_id", "=", "p.id")
            .where((or) =>
              or.or([
                or("state", "in", ["open", "accepted"]),
                or.and([or("declined_by", "=", "mentee"), or("decline_reason", "in", ["not-now", "enough-people"])]),
                or.and([or("state", "=", "expired"), or("mentee_accepted_at", "is", null)]),
              ]),
            ),
        ),
      ),
    )
    .execute();
  return rows.map((row) => row.id);
}
