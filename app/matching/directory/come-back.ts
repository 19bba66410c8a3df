import { lockOwnPart, type OfProgram } from "../choices/own-list.ts";
import type { PersonalContext } from "../../platform/context.ts";

/** A mentor who missed several answers says that she is back: she is shown again, and what was missed before counts no more. */
export async function comeBack(ctx: PersonalContext, its: OfProgram): Promise<void> {
  const own = await lockOwnPart(ctx, its, "mentor");
  await ctx.db
    .insertInto("directory_return")
    .values({ organization_id: its.organizationId, participant_id: own.id, returned_at: ctx.now })
    .onConflict((conflict) => conflict.columns(["organization_id", "participant_id"]).doUpdateSet({ returned_at: ctx.now }))
    .execute();
}
