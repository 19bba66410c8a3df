import type { Context, PersonalContext } from "../../platform/context.ts";
import { type AboutSomebody, holdList } from "./hold-list.ts";

/** The two may be a pair again. */
export async function takeBackRefusal(ctx: PersonalContext, its: AboutSomebody): Promise<void> {
  const { own } = await holdList(ctx, its);
  await deleteRefusal(ctx, its, own.id);
}

export async function deleteRefusal(ctx: Context, { organizationId, aboutId }: AboutSomebody, ownId: string): Promise<void> {
  await ctx.db
    .deleteFrom("refusal")
    .where("organization_id", "=", organizationId)
    .where("participant_id", "=", ownId)
    .where("about_id", "=", aboutId)
    .execute();
}
