import { sql } from "kysely";
import { addToRelationship, beginRelationship } from "../../relationships/pairs/begin-relationship.ts";
import { checkWords } from "../../networks/checks/checks.messages.ts";
import { listUnchecked } from "../../networks/checks/missing-checks.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { announceEach } from "../../platform/facts.ts";
import { formatList } from "../../ui/formats.ts";
import { findMode } from "../modes/find-mode.ts";
import type { AcceptedPair } from "./begin-pair.ts";
import { offerWords } from "./offers.messages.ts";

interface OfMentor {
  readonly organizationId: string;
  readonly programId: string;
  readonly mentorId: string;
}

/**
 * The mentee comes into her mentor's group. Where it has not begun, it begins with the last one who makes enough of them. All of
 * that happens while the mentor is held, so that two who join at once both see each other.
 */
export async function joinGroup(
  ctx: Context,
  { organizationId, programId, offerId, mentee, mentor }: AcceptedPair,
): Promise<string | undefined> {
  const of = { organizationId, programId, mentorId: mentor.participantId };
  await lockMentor(ctx, of);
  const running = await runningGroup(ctx, of);
  if (running) {
    await addToRelationship(ctx, { organizationId, relationshipId: running, mentee });
    await announceEach(ctx, "offer.begun", [{ organizationId, programId, offerId }]);
    return running;
  }
  const { groupLeast } = await findMode(ctx, organizationId, programId);
  const gathered = await gatheredOf(ctx, of);
  return gathered.length >= groupLeast ? beginGroup(ctx, of, gathered) : undefined;
}

/** The coordinator does not wait for more: the group begins with those who have said yes. */
export async function beginGroupNow(ctx: Context, of: OfMentor): Promise<string> {
  await lockMentor(ctx, of);
  const gathered = await gatheredOf(ctx, of);
  if (gathered.length === 0 || (await runningGroup(ctx, of))) throw new Conflict((language) => offerWords(language).noGroupToBegin);
  const [unchecked] = await listUnchecked(ctx, of, [of.mentorId]);
  if (unchecked)
    throw new Conflict((language) => {
      const words = checkWords(language);
      return words.cannotBegin(
        unchecked.name,
        formatList(
          language,
          unchecked.missing.map((kind) => words.kinds[kind]),
        ),
      );
    });
  return beginGroup(ctx, of, gathered);
}

export interface GatheringGroup {
  readonly mentorId: string;
  readonly mentorName: string;
  readonly menteeNames: readonly string[];
}

/** Whose offer has begun nothing yet: who is in a relationship that lives gathers for no group. */
const isNotYetIn = sql<boolean>`not exists (
  select from relationship_person p join relationship r on r.organization_id = p.organization_id and r.id = p.relationship_id
  where p.organization_id = offer.organization_id and p.participant_id = offer.mentee_id and p.left_at is null
    and r.state <> 'concluded')`;

/** Groups that have people and have not begun. */
export async function listGatheringGroups(ctx: Context, organizationId: string, programId: string): Promise<GatheringGroup[]> {
  return ctx.db
    .selectFrom("offer")
    .innerJoin("participant as mentor", (join) =>
      join.onRef("mentor.organization_id", "=", "offer.organization_id").onRef("mentor.id", "=", "offer.mentor_id"),
    )
    .innerJoin("participant as mentee", (join) =>
      join.onRef("mentee.organization_id", "=", "offer.organization_id").onRef("mentee.id", "=", "offer.mentee_id"),
    )
    .innerJoin("profile as of_mentor", (join) =>
      join.onRef("of_mentor.organization_id", "=", "offer.organization_id").onRef("of_mentor.person_id", "=", "mentor.person_id"),
    )
    .innerJoin("profile as of_mentee", (join) =>
      join.onRef("of_mentee.organization_id", "=", "offer.organization_id").onRef("of_mentee.person_id", "=", "mentee.person_id"),
    )
    .select((eb) => [
      "offer.mentor_id as mentorId",
      "of_mentor.name as mentorName",
      eb.fn.agg<string[]>("array_agg", ["of_mentee.name"]).as("menteeNames"),
    ])
    .where("offer.organization_id", "=", organizationId)
    .where("offer.program_id", "=", programId)
    .where("offer.state", "=", "accepted")
    .where(isNotYetIn)
    .groupBy(["offer.mentor_id", "of_mentor.name"])
    .orderBy("of_mentor.name")
    .execute();
}

const lockMentor = (ctx: Context, { organizationId, mentorId }: OfMentor) =>
  ctx.db
    .selectFrom("participant")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("id", "=", mentorId)
    .forUpdate()
    .execute();

async function runningGroup(ctx: Context, { organizationId, programId, mentorId }: OfMentor): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom("relationship")
    .innerJoin("relationship_person as p", (join) =>
      join.onRef("p.organization_id", "=", "relationship.organization_id").onRef("p.relationship_id", "=", "relationship.id"),
    )
    .select("relationship.id")
    .where("relationship.organization_id", "=", organizationId)
    .where("relationship.program_id", "=", programId)
    .where("relationship.state", "in", ["active", "paused"])
    .where("relationship.format", "=", "group")
    .where("p.participant_id", "=", mentorId)
    .where("p.role", "=", "mentor")
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Who has said yes with this mentor, and waits for the group to begin. */
const gatheredOf = (ctx: Context, { organizationId, programId, mentorId }: OfMentor) =>
  ctx.db
    .selectFrom("offer")
    .innerJoin("participant as mentee", (join) =>
      join.onRef("mentee.organization_id", "=", "offer.organization_id").onRef("mentee.id", "=", "offer.mentee_id"),
    )
    .innerJoin("participant as mentor", (join) =>
      join.onRef("mentor.organization_id", "=", "offer.organization_id").onRef("mentor.id", "=", "offer.mentor_id"),
    )
    .select(["offer.id as offerId", "mentee.id as participantId", "mentee.person_id as personId", "mentor.person_id as mentorPersonId"])
    .where("offer.organization_id", "=", organizationId)
    .where("offer.program_id", "=", programId)
    .where("offer.mentor_id", "=", mentorId)
    .where("offer.state", "=", "accepted")
    .where(isNotYetIn)
    .orderBy("offer.created_at")
    .orderBy("offer.id")
    .execute();

async function beginGroup(ctx: Context, of: OfMentor, gathered: Awaited<ReturnType<typeof gatheredOf>>): Promise<string> {
  const { organizationId, programId, mentorId } = of;
  const relationshipId = await beginRelationship(ctx, {
    organizationId,
    programId,
    offerId: gathered[0]!.offerId,
    mentees: gathered,
    mentor: { participantId: mentorId, personId: gathered[0]!.mentorPersonId },
    // Why each of them came stands in her own offer; on the page of all it would tell on her.
    reasons: { mentee: {}, mentor: {} },
  });
  await announceEach(
    ctx,
    "offer.begun",
    gathered.map(({ offerId }) => ({ organizationId, programId, offerId })),
  );
  return relationshipId;
}
