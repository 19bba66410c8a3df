/** Between peers: who is the next best for somebody, when both stand on both sides. */
import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { nextBestPairs } from "./next-best.ts";
import { bothWays } from "../explanations/read-explanation.ts";
import type { PairToOffer } from "./make-offers.ts";

interface OfPeer {
  readonly organizationId: string;
  readonly programId: string;
  /** Any of her two parts. */
  readonly participantId: string;
}

/** Both parts of one person. */
interface Peer {
  readonly personId: string;
  readonly menteeId: string;
  readonly mentorId: string;
}

/**
 * The peer who fits her best of all who were in a published round and wait for somebody too, if there is one; as in a round, the two
 * are worth the mean of both directions, and a must that stands against one of them stands against the pair.
 */
export async function nextPeer(ctx: Context, { organizationId, programId, participantId }: OfPeer): Promise<PairToOffer | undefined> {
  const waiting = await waitingPeers(ctx, organizationId, programId, participantId);
  const she = waiting.find(({ menteeId, mentorId }) => menteeId === participantId || mentorId === participantId);
  const others = waiting.filter((one) => one !== she);
  if (!she || others.length === 0) return undefined;
  const of = { organizationId, programId };
  const there = await nextBestPairs(ctx, { ...of, mentees: [she.menteeId], mentors: others.map(({ mentorId }) => mentorId) });
  const back = await nextBestPairs(ctx, { ...of, mentees: others.map(({ menteeId }) => menteeId), mentors: [she.mentorId] });
  const personOf = new Map(others.flatMap(({ personId, menteeId, mentorId }) => [menteeId, mentorId].map((id) => [id, personId] as const)));
  const backOf = new Map(back.map((pair) => [personOf.get(pair.menteeId), pair]));
  const both = there.flatMap((pair) => {
    const turned = backOf.get(personOf.get(pair.mentorId));
    if (!turned) return [];
    return [{ ...pair, weight: Math.round((pair.weight + turned.weight) / 2), reasons: bothWays(pair.reasons, turned.reasons) }];
  });
  return both.toSorted((a, b) => b.weight - a.weight || (a.mentorId < b.mentorId ? -1 : 1))[0];
}

/**
 * Herself, and all who were in a published round, hold nothing, and whose last word was not "not now" or silence, whichever of their
 * parts it was said in.
 */
async function waitingPeers(ctx: Context, organizationId: string, programId: string, herId: string): Promise<Peer[]> {
  const { rows } = await sql<Peer>`
    with published as (
      select id from round where organization_id = ${organizationId} and program_id = ${programId} and state = 'published'),
    in_round (id) as (
      select mentor_id from round_mentor where organization_id = ${organizationId} and round_id in (select id from published)
      union
      select mentee_id from round_unmatched where organization_id = ${organizationId} and round_id in (select id from published)
      union
      select mentee_id from round_pair where organization_id = ${organizationId} and round_id in (select id from published)),
    part as (
      select o.state, o.decline_reason, side.id,
        o.declined_by = side.role as she_declined, o.state = 'expired' and side.said_yes_at is null as was_silent
      from offer o
      cross join lateral (values (o.mentee_id, 'mentee', o.mentee_accepted_at), (o.mentor_id, 'mentor', o.mentor_accepted_at))
        side (id, role, said_yes_at)
      where o.organization_id = ${organizationId} and o.program_id = ${programId}),
    rests as (
      select id from part
      where state in ('open', 'accepted') or was_silent or (she_declined and decline_reason in ('not-now', 'enough-people')))
    select mentee.person_id as "personId", mentee.id as "menteeId", mentor.id as "mentorId"
    from participant mentee
    join participant mentor on mentor.organization_id = mentee.organization_id and mentor.program_id = mentee.program_id
      and mentor.person_id = mentee.person_id and mentor.role = 'mentor' and mentor.withdrawn_at is null
    where mentee.organization_id = ${organizationId} and mentee.program_id = ${programId} and mentee.role = 'mentee'
      and mentee.withdrawn_at is null
      and (${herId} in (mentee.id, mentor.id)
        or ((mentee.id in (select id from in_round) or mentor.id in (select id from in_round))
          and mentee.id not in (select id from rests) and mentor.id not in (select id from rests)))
    order by mentee.id`.execute(ctx.db);
  return rows;
}
