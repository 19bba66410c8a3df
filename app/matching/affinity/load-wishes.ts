import { sql } from "kysely";
import { type Dimension, groupOf, isShared, type SelfDescription } from "../../inclusion/self-description/dimension.ts";
import { listDimensions } from "../../inclusion/self-description/list-dimensions.ts";
import { readDescriptions } from "../../inclusion/self-description/list-groups.ts";
import type { Context } from "../../platform/context.ts";
import type { AffinityWish, AffinityWishes } from "./wish-weights.ts";

interface RoundPeople {
  readonly menteeIds: readonly string[];
  readonly mentorIds: readonly string[];
  /** For each mentee the sum of the weights of the criteria that count for her. */
  readonly others: readonly number[];
  /** A round whose own offers take nobody's room: it is looked at again. */
  readonly roundId?: string;
}

/**
 * Who of these mentees wishes for a mentor who shares something, and which mentors have agreed to be matched so: opened in memory
 * for one run, never kept. Null where nobody wishes.
 */
export async function loadWishes(
  ctx: Context,
  organizationId: string,
  programId: string,
  people: RoundPeople,
): Promise<AffinityWishes | null> {
  const dimensions = (await listDimensions(ctx, organizationId, programId)).filter(({ wishWeight }) => wishWeight > 0);
  if (dimensions.length === 0) return null;
  const pairs = await listPairsNow(ctx, organizationId, programId, people.roundId);
  const wishes: AffinityWish[] = [];
  for (const dimension of dimensions) {
    const descriptions = await readDescriptions(ctx, organizationId, dimension);
    const wish = wishIn(dimension, descriptions, people, pairs);
    if (wish) wishes.push(wish);
  }
  return wishes.length === 0 ? null : { others: people.others, wishes };
}

function wishIn(
  dimension: Dimension,
  descriptions: ReadonlyMap<string, SelfDescription>,
  { menteeIds, mentorIds }: RoundPeople,
  pairs: readonly PairNow[],
): AffinityWish | undefined {
  const numberOf = new Map(dimension.options.map(({ key }, number) => [key, number]));
  const codeOf = (said: SelfDescription | undefined): number =>
    said && groupOf(dimension, said.value) !== undefined && said.value.kind === "option" ? (numberOf.get(said.value.key) ?? -1) : -1;
  const mentees = menteeIds.map((id) => (descriptions.get(id)?.wishes ? codeOf(descriptions.get(id)) : -1));
  const room = mentorIds.map((id) => {
    const limit = descriptions.get(id)?.atMost ?? null;
    if (limit === null) return null;
    const held = pairs.filter(({ mentorId, menteeId }) => mentorId === id && isByWish(dimension, descriptions, menteeId, mentorId));
    return Math.max(0, limit - held.length);
  });
  const mentors = mentorIds.map((id, at) => (descriptions.get(id)?.mayMatch && room[at] !== 0 ? codeOf(descriptions.get(id)) : -1));
  const isPossible = mentees.some((code) => code >= 0 && mentors.includes(code));
  return isPossible ? { weight: dimension.wishWeight, mentees, mentors, room } : undefined;
}

/** The mentee wishes to share this, the mentor has agreed to be matched by it, and they share it. */
export function isByWish(
  dimension: Dimension,
  descriptions: ReadonlyMap<string, SelfDescription>,
  menteeId: string,
  mentorId: string,
): boolean {
  const [mentee, mentor] = [descriptions.get(menteeId), descriptions.get(mentorId)];
  return (
    mentee !== undefined && mentor !== undefined && mentee.wishes && mentor.mayMatch && isShared(dimension, mentee.value, mentor.value)
  );
}

interface PairNow {
  readonly menteeId: string;
  readonly mentorId: string;
}

/** Who is paired with whom, or offered to, apart from what came of this round. */
async function listPairsNow(ctx: Context, organizationId: string, programId: string, roundId: string | undefined): Promise<PairNow[]> {
  const { rows } = await sql<PairNow>`
    select mentee_id as "menteeId", mentor_id as "mentorId" from offer
    where organization_id = ${organizationId} and program_id = ${programId} and state in ('open', 'accepted')
      and (round_id is null or round_id is distinct from ${roundId ?? null}::uuid)
    union
    select mentee.participant_id, mentor.participant_id from relationship r
    join relationship_person mentee on mentee.organization_id = r.organization_id and mentee.relationship_id = r.id and mentee.role = 'mentee'
    join relationship_person mentor on mentor.organization_id = r.organization_id and mentor.relationship_id = r.id and mentor.role = 'mentor'
    left join offer o on o.organization_id = r.organization_id and o.id = r.offer_id
    where r.organization_id = ${organizationId} and r.program_id = ${programId} and r.state <> 'concluded'
      and (o.round_id is null or o.round_id is distinct from ${roundId ?? null}::uuid)`.execute(ctx.db);
  return rows;
}
