/** Who stands by the mentee of the filled world, and for whom she does. */
import type { Context } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";

interface Its {
  readonly organizationId: string;
  readonly menteeId: string;
  /** Has said yes. */
  readonly guardianId: string;
  /** The mentee was asked to be hers. */
  readonly otherWardId: string;
}

export async function fillGuardians({ db, now }: Context, its: Its): Promise<void> {
  const { organizationId: organization_id, menteeId, guardianId, otherWardId } = its;
  const made = { organization_id, invited_at: now, invited_by: menteeId };
  await db
    .insertInto("guardianship")
    .values([
      { ...made, id: newId(), guardian_id: guardianId, ward_id: menteeId, relation: "parent", confirmed_at: now },
      { ...made, id: newId(), guardian_id: menteeId, ward_id: otherWardId, relation: "relative", ended_at: now, ended_by: menteeId },
    ])
    .execute();
}
