import { sql } from "kysely";
import { type Context, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { beginPair } from "./begin-pair.ts";
import { hasNotBegun } from "./has-not-begun.ts";
import { lockParticipants } from "./make-offers.ts";

interface Changed {
  organizationId: string;
  personId: string | null;
  programId: string | null;
}

/** A check was recorded, or is not wanted any more: what both have said yes to, and what waited for it, begins. */
export const beginWaiting = job<Changed>("offers.begin-waiting", {
  run: async (app, { organizationId, personId, programId }, stopping) => {
    const offerIds = await inOrganization(app, organizationId, (ctx) => listWaiting(ctx, organizationId, { personId, programId }));
    for (const offerId of offerIds) {
      stopping.throwIfAborted();
      await inOrganization(app, organizationId, (ctx) => begin(ctx, organizationId, offerId));
    }
  },
});

async function listWaiting(
  ctx: Context,
  organizationId: string,
  { personId, programId }: Pick<Changed, "personId" | "programId">,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select offer.id from offer
    where offer.organization_id = ${organizationId} and (${programId}::uuid is null or offer.program_id = ${programId}::uuid)
      and (${personId}::uuid is null or exists (select from participant p where p.organization_id = offer.organization_id
        and p.person_id = ${personId}::uuid and p.id in (offer.mentee_id, offer.mentor_id)))
      and ${hasNotBegun("offer")}
    order by offer.created_at, offer.id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

async function begin(ctx: Context, organizationId: string, offerId: string): Promise<void> {
  const find = () =>
    ctx.db
      .selectFrom("offer")
      .select(["program_id as programId", "mentee_id as menteeId", "mentor_id as mentorId", "reasons"])
      .where("organization_id", "=", organizationId)
      .where("id", "=", offerId)
      .where(hasNotBegun("offer"));
  const seen = await find().executeTakeFirst();
  if (!seen) return;
  const present = await lockParticipants(ctx, organizationId, seen.programId, [seen.menteeId, seen.mentorId]);
  const offer = await find().forUpdate().executeTakeFirst();
  if (!offer || !present.has(offer.menteeId) || !present.has(offer.mentorId)) return;
  const { programId, menteeId, mentorId, reasons } = offer;
  const people = await ctx.db
    .selectFrom("participant")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "participant.organization_id").onRef("profile.person_id", "=", "participant.person_id"),
    )
    .select(["participant.id as participantId", "participant.person_id as personId", "profile.name"])
    .where("participant.organization_id", "=", organizationId)
    .where("participant.id", "in", [menteeId, mentorId])
    .execute();
  const personOf = (id: string) => people.find(({ participantId }) => participantId === id)!;
  await beginPair(ctx, { organizationId, programId, offerId, mentee: personOf(menteeId), mentor: personOf(mentorId), reasons });
}
