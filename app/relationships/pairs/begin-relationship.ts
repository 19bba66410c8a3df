import { lockPeople } from "../../networks/guardians/name-guardian.ts";
import { dayIn, monthsLater } from "../../people/profiles/pause-profile.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import { keepGuardiansOutside } from "../guardians/mind-the-pair.ts";
import { findSetting } from "../settings/find-setting.ts";
import type { PairReasons, PairRole } from "./pair.ts";

export interface PersonInPair {
  readonly participantId: string;
  readonly personId: string;
}

export interface Beginning {
  readonly organizationId: string;
  readonly programId: string;
  readonly offerId: string;
  readonly mentor: PersonInPair;
  /** One; in a group several. */
  readonly mentees: readonly PersonInPair[];
  readonly reasons: PairReasons;
}

/** They have said yes: from now on they have a page of their own. */
export async function beginRelationship(ctx: Context, beginning: Beginning): Promise<string> {
  const { organizationId, programId, offerId, reasons } = beginning;
  const relationshipId = newId();
  const { lengthMonths } = await findSetting(ctx, organizationId, programId);
  const { time_zone, format } = await ctx.db
    .selectFrom("program")
    .innerJoin("organization", "organization.id", "program.organization_id")
    .select(["organization.time_zone", "program.format"])
    .where("program.organization_id", "=", organizationId)
    .where("program.id", "=", programId)
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto("relationship")
    .values({
      organization_id: organizationId,
      id: relationshipId,
      program_id: programId,
      offer_id: offerId,
      format,
      reasons: JSON.stringify(reasons),
      begun_at: ctx.now,
      owner_id: await leastBurdened(ctx, beginning),
      ends_on: lengthMonths === null ? null : monthsLater(dayIn(time_zone, ctx.now), lengthMonths),
    })
    .execute();
  await insertPeople(ctx, { organizationId, relationshipId }, [
    { ...beginning.mentor, role: "mentor" },
    ...beginning.mentees.map((mentee) => ({ ...mentee, role: "mentee" as const })),
  ]);
  await announce(ctx, "relationship.begun", { organizationId, relationshipId });
  return relationshipId;
}

/**
 * The coordinator of the program who looks after the fewest relationships; of equals the one who has been there longer. Nobody looks
 * after her own.
 */
async function leastBurdened(ctx: Context, { organizationId, programId, mentor, mentees }: Beginning): Promise<string | null> {
  const row = await ctx.db
    .selectFrom("coordinator as c")
    .select("c.person_id as personId")
    .where("c.organization_id", "=", organizationId)
    .where("c.program_id", "=", programId)
    .where(
      "c.person_id",
      "not in",
      [mentor, ...mentees].map(({ personId }) => personId),
    )
    .orderBy((eb) =>
      eb
        .selectFrom("relationship as r")
        .select((count) => count.fn.countAll().as("count"))
        .whereRef("r.organization_id", "=", "c.organization_id")
        .whereRef("r.owner_id", "=", "c.person_id")
        .where("r.state", "<>", "concluded"),
    )
    .orderBy("c.created_at")
    .orderBy("c.person_id")
    .limit(1)
    .executeTakeFirst();
  return row?.personId ?? null;
}

/** Somebody comes into a group that has begun. */
export async function addToRelationship(
  ctx: Context,
  { organizationId, relationshipId, mentee }: { organizationId: string; relationshipId: string; mentee: PersonInPair },
): Promise<void> {
  await insertPeople(ctx, { organizationId, relationshipId }, [{ ...mentee, role: "mentee" }]);
  // Who left it, and comes back, is in it again.
  await ctx.db
    .updateTable("relationship_person")
    .set({ left_at: null })
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("participant_id", "=", mentee.participantId)
    .execute();
  await announce(ctx, "relationship.joined", { organizationId, relationshipId, personId: mentee.personId, at: ctx.now.toISOString() });
}

async function insertPeople(
  ctx: Context,
  { organizationId, relationshipId }: { organizationId: string; relationshipId: string },
  people: readonly (PersonInPair & { readonly role: PairRole })[],
): Promise<void> {
  await lockPeople(
    ctx,
    organizationId,
    people.map(({ personId }) => personId),
  );
  await ctx.db
    .insertInto("relationship_person")
    .values(
      people.map(({ participantId, personId, role }) => ({
        organization_id: organizationId,
        relationship_id: relationshipId,
        participant_id: participantId,
        person_id: personId,
        role,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await keepGuardiansOutside(ctx, organizationId, { relationshipId });
}
