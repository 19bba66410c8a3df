import type { Context } from "../../platform/context.ts";
import { announceEach } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import { freePlaces } from "./offer.ts";

export interface PairToOffer {
  readonly menteeId: string;
  readonly mentorId: string;
  readonly weight: number;
  readonly reasons: readonly ReasonPart[];
}

export interface OffersToMake {
  readonly organizationId: string;
  readonly programId: string;
  readonly roundId: string | null;
  readonly answerBy: Date;
  readonly pairs: readonly PairToOffer[];
  /** The offer that these take the place of. */
  readonly follows?: string;
}

export type WhyNotOffered = "mentee-holds-an-offer" | "mentor-is-full" | "somebody-left";
export interface NotOffered {
  readonly pair: PairToOffer;
  readonly why: WhyNotOffered;
}

/**
 * Offers pairs to both of their sides, as far as there are places. Each offer holds a numbered place of its mentor from now until
 * it is answered or runs out. Both people of every pair are locked first, in one order, so that whatever arrives at once waits
 * for its turn; the unique indexes on places and on mentees would refuse even what forgot to.
 */
export async function makeOffers(ctx: Context, offers: OffersToMake): Promise<{ made: string[]; left: NotOffered[] }> {
  const { organizationId, programId, pairs } = offers;
  const ids = [...new Set(pairs.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]))];
  if (ids.length === 0) return { made: [], left: [] };
  const present = await lockParticipants(ctx, organizationId, programId, ids);
  const held = await heldPlaces(ctx, organizationId, ids);

  const free = new Map<string, number[]>();
  const busyMentees = new Set(held.map(({ menteeId }) => menteeId));
  const rows: { id: string; pair: PairToOffer; place: number }[] = [];
  const left: NotOffered[] = [];
  for (const pair of pairs) {
    const mentor = present.get(pair.mentorId);
    if (!mentor || !present.has(pair.menteeId)) {
      left.push({ pair, why: "somebody-left" });
      continue;
    }
    if (busyMentees.has(pair.menteeId)) {
      left.push({ pair, why: "mentee-holds-an-offer" });
      continue;
    }
    let places = free.get(pair.mentorId);
    if (!places) {
      places = freePlaces(
        mentor.capacity,
        held.filter(({ mentorId }) => mentorId === pair.mentorId).map(({ place }) => place),
      );
      free.set(pair.mentorId, places);
    }
    const place = places.shift();
    if (place === undefined) {
      left.push({ pair, why: "mentor-is-full" });
      continue;
    }
    busyMentees.add(pair.menteeId);
    rows.push({ id: newId(), pair, place });
  }

  for (let from = 0; from < rows.length; from += 500) {
    await ctx.db
      .insertInto("offer")
      .values(
        rows.slice(from, from + 500).map(({ id, pair, place }) => ({
          organization_id: organizationId,
          id,
          program_id: programId,
          round_id: offers.roundId,
          mentee_id: pair.menteeId,
          mentor_id: pair.mentorId,
          place,
          weight: pair.weight,
          reasons: JSON.stringify(pair.reasons),
          answer_by: offers.answerBy,
          follows: offers.follows ?? null,
          created_at: ctx.now,
        })),
      )
      .execute();
  }
  await announceEach(
    ctx,
    "offer.made",
    rows.map(({ id }) => ({ organizationId, programId, offerId: id })),
  );
  return { made: rows.map(({ id }) => id), left };
}

/** Those of the participants who still take part, with the places that each has in all; held until the transaction ends. */
export async function lockParticipants(
  ctx: Context,
  organizationId: string,
  programId: string,
  ids: readonly string[],
): Promise<Map<string, { capacity: number }>> {
  const rows = await ctx.db
    .selectFrom("participant")
    .innerJoin("program", (join) =>
      join.onRef("program.organization_id", "=", "participant.organization_id").onRef("program.id", "=", "participant.program_id"),
    )
    .select((eb) => [
      "participant.id",
      eb.fn.coalesce("participant.capacity", "program.default_capacity").as("capacity"),
      "participant.withdrawn_at",
    ])
    .where("participant.organization_id", "=", organizationId)
    .where("participant.program_id", "=", programId)
    .where("participant.id", "in", ids)
    .orderBy("participant.id")
    .forUpdate("participant")
    .execute();
  return new Map(rows.filter((row) => row.withdrawn_at === null).map((row) => [row.id, { capacity: row.capacity }]));
}

/** The places that open and accepted offers of any of these people hold. */
export const heldPlaces = (ctx: Context, organizationId: string, ids: readonly string[]) =>
  ctx.db
    .selectFrom("offer")
    .select(["mentor_id as mentorId", "mentee_id as menteeId", "place"])
    .where("organization_id", "=", organizationId)
    .where((eb) => eb.or([eb("mentor_id", "in", ids), eb("mentee_id", "in", ids)]))
    .where("state", "in", ["open", "accepted"])
    .execute();
