import type { Context, PersonalContext } from "../../platform/context.ts";
import { daysAfter } from "../life/days.ts";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import type { Ending } from "../life/life.ts";
import { moveRelationship } from "../life/move-relationship.ts";
import { mustDecideForAll } from "../life/who-decides.ts";
import { findSetting } from "../settings/find-setting.ts";

/** The last day on which the channels are open, if an end begins now. */
export async function lastOpenDay(ctx: Context, its: OneRelationship): Promise<string> {
  const { programId, today } = await findRelationship(ctx, its);
  const { closeDays } = await findSetting(ctx, its.organizationId, programId);
  return daysAfter(today, closeDays);
}

/** The end begins: with days left for a goodbye. */
export async function beginClosure(ctx: PersonalContext, its: OneRelationship, ending: Ending): Promise<void> {
  mustDecideForAll(await findRelationship(ctx, its), ctx.actor.personId);
  await moveRelationship(ctx, its, { move: "close", closesOn: await lastOpenDay(ctx, its), ending });
}

/** It goes on after all. What was said for a goodbye is kept, unseen, in case. */
export async function callClosureOff(ctx: PersonalContext, its: OneRelationship): Promise<void> {
  mustDecideForAll(await findRelationship(ctx, its), ctx.actor.personId);
  await moveRelationship(ctx, its, { move: "reopen" });
}
