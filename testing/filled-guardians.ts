/** Who stands by the mentee of the filled world, and for whom she does. */
import type { Context } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";
import { sealGuardianWords } from "../app/relationships/guardians/seal-guardian-words.ts";

interface Its {
  readonly organizationId: string;
  readonly relationshipId: string;
  readonly menteeId: string;
  /** Has said yes. */
  readonly guardianId: string;
  /** The mentee was asked to be hers. */
  readonly otherWardId: string;
}

export async function fillGuardians(ctx: Context, its: Its): Promise<void> {
  const { db, now } = ctx;
  const { organizationId: organization_id, relationshipId, menteeId, guardianId, otherWardId } = its;
  const made = { organization_id, invited_at: now, invited_by: menteeId };
  await db
    .insertInto("guardianship")
    .values([
      { ...made, id: newId(), guardian_id: guardianId, ward_id: menteeId, relation: "parent", confirmed_at: now },
      { ...made, id: newId(), guardian_id: menteeId, ward_id: otherWardId, relation: "relative", ended_at: now, ended_by: menteeId },
    ])
    .execute();
  // As if the mentee had been somebody's guardian there: her own of everything.
  const ofMentee = { organizationId: organization_id, relationshipId, personId: menteeId };
  await db
    .insertInto("guardian_farewell")
    .values({
      organization_id,
      relationship_id: relationshipId,
      person_id: menteeId,
      good: 5,
      safe: 4,
      again: null,
      words: sealGuardianWords(ctx, ofMentee, "It was good to see."),
      changed_at: now,
    })
    .execute();
}
