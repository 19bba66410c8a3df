/** What the relationship of the filled world has of each thing; the mentee's own wherever a thing is somebody's. */
import type { Context } from "../app/platform/context.ts";
import { fillGoals } from "./filled-goals.ts";
import { fillAgreement } from "./filled-agreement.ts";
import { newId } from "../app/platform/identifiers.ts";
import { fillCheck } from "./filled-check.ts";
import { fillConcern } from "./filled-concern.ts";
import { fillClosure } from "./filled-closure.ts";
import { fillPractice } from "./filled-practice.ts";
import { fillMessages } from "./filled-messages.ts";
import { fillSessions } from "./filled-sessions.ts";
import { fillPulse } from "./filled-pulse.ts";
import { fillSupport } from "./filled-support.ts";

interface Its {
  readonly organizationId: string;
  readonly programId: string;
  readonly relationshipId: string;
  readonly mentee: { readonly personId: string; readonly participantId: string };
  readonly mentor: { readonly personId: string; readonly participantId: string };
}

/** Examples for the parameters of addresses, by name. */
export async function fillRelationship(ctx: Context, its: Its): Promise<Readonly<Record<string, string>>> {
  const { db } = ctx;
  const { organizationId: organization_id, relationshipId: relationship_id } = its;
  await db
    .insertInto("relationship_change")
    .values({ organization_id, id: newId(), relationship_id, at: new Date(), move: "extend", by_id: its.mentee.personId })
    .execute();
  await fillAgreement(ctx, its);
  const ofConcern = await fillConcern(ctx, its);
  await fillSupport(ctx, its);
  await fillCheck(ctx, its);
  return {
    ...ofConcern,
    ...(await fillClosure(ctx, its)),
    ...(await fillGoals(ctx, its)),
    ...(await fillPractice(ctx, its, newId())),
    ...(await fillMessages(ctx, its)),
    ...(await fillPulse(ctx, its)),
    ...(await fillSessions(ctx, its)),
  };
}
