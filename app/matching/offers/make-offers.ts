import { sql } from "kysely";
import { listUnchecked } from "../../networks/checks/missing-checks.ts";
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

export type WhyNotOffered = "kept-apart" | "mentee-holds-an-offer" | "mentor-is-full" | "somebody-left" | "lacks-a-check";
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
  const unchecked = new Set((await listUnchecked(ctx, { organizationId, programId }, ids)).map(({ participantId }) => participantId));

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
    if (unchecked.has(pair.mentorId) || unchecked.has(pair.menteeId)) {
      left.push({ pair, why: "lacks-a-check" });
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
    // Peers: in their other parts, neither of the two is there for anybody else.
    const { twinId: asMentee } = mentor;
    const asMentor = present.get(pair.menteeId)!.twinId;
    if (asMentee) busyMentees.add(asMentee);
    if (asMentor) free.set(asMentor, []);
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

export interface HeldParticipant {
  /** The places that she has in all; between peers there is one. */
  readonly capacity: number;
  /** Peers: her part in the other role, which is held with this one. */
  readonly twinId: string | null;
}

/** Those of the participants who still take part; held until the transaction ends. */
export async function lockParticipants(
  ctx: Context,
  organizationId: string,
  programId: string,
  ids: readonly string[],
): Promise<Map<string, HeldParticipant>> {
  const twins = await twinsOf(ctx, organizationId, programId, ids);
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
    .where("participant.id", "in", [...ids, ...twins.values()])
    .orderBy("participant.id")
    .forUpdate("participant")
    .execute();
  return new Map(
    rows
      .filter((row) => row.withdrawn_at === null)
      .map((row) => {
        const twinId = twins.get(row.id) ?? null;
        return [row.id, { capacity: twinId === null ? row.capacity : Math.min(1, row.capacity), twinId }];
      }),
  );
}

/** In a program of peers, the parts of the same people in the other role. */
async function twinsOf(ctx: Context, organizationId: string, programId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; twin: string }>`
    select p.id, twin.id as twin from participant p
    join program on program.organization_id = p.organization_id and program.id = p.program_id and program.format = 'peer'
    join participant twin on twin.organization_id = p.organization_id and twin.program_id = p.program_id
      and twin.person_id = p.person_id and twin.id <> p.id
    where p.organization_id = ${organizationId} and p.program_id = ${programId} and p.id = any (${ids}::uuid[])`.execute(ctx.db);
  return new Map(rows.map(({ id, twin }) => [id, twin]));
}

interface HeldPlace {
  readonly mentorId: string;
  readonly menteeId: string;
  readonly place: number;
}

/** The places that open and accepted offers of any of these people hold. Between peers each offer stands in both directions. */
export async function heldPlaces(ctx: Context, organizationId: string, ids: readonly string[]): Promise<HeldPlace[]> {
  const { rows } = await sql<HeldPlace>`
    select mentor_id as "mentorId", mentee_id as "menteeId", place from offer
    where organization_id = ${organizationId} and state in ('open', 'accepted')
      and (mentor_id = any (${ids}::uuid[]) or mentee_id = any (${ids}::uuid[]))
    union all
    select mentee_twin.id, mentor_twin.id, 1::smallint
    from participant asked
    join program on program.organization_id = asked.organization_id and program.id = asked.program_id and program.format = 'peer'
    join participant twin on twin.organization_id = asked.organization_id and twin.program_id = asked.program_id
      and twin.person_id = asked.person_id and twin.id <> asked.id
    join offer on offer.organization_id = asked.organization_id and offer.state in ('open', 'accepted')
      and (offer.mentor_id = twin.id or offer.mentee_id = twin.id)
    join participant mentee on mentee.organization_id = offer.organization_id and mentee.id = offer.mentee_id
    join participant mentor on mentor.organization_id = offer.organization_id and mentor.id = offer.mentor_id
    join participant mentee_twin on mentee_twin.organization_id = mentee.organization_id and mentee_twin.program_id = mentee.program_id
      and mentee_twin.person_id = mentee.person_id and mentee_twin.role = 'mentor'
    join participant mentor_twin on mentor_twin.organization_id = mentor.organization_id and mentor_twin.program_id = mentor.program_id
      and mentor_twin.person_id = mentor.person_id and mentor_twin.role = 'mentee'
    where asked.organization_id = ${organizationId} and asked.id = any (${ids}::uuid[])`.execute(ctx.db);
  return rows;
}
