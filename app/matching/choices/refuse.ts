import type { PersonalContext } from "../../platform/context.ts";
import { closeRequests } from "../requests/close-requests.ts";
import { type AboutSomebody, holdList, without } from "./hold-list.ts";
import { saveOwnList } from "./own-list.ts";

/**
 * "Not this one": off her list, and the two are never a pair. The other is not told, and sees nothing change; only a request that
 * she has sent her is taken back, as she could have done anyhow.
 */
export async function refuse(ctx: PersonalContext, its: AboutSomebody & { readonly note: string }): Promise<void> {
  const { own, list } = await holdList(ctx, its);
  const { organizationId: organization_id, programId: program_id, aboutId: about_id, note } = its;
  await saveOwnList(ctx, its, own.id, without(list, about_id));
  await ctx.db
    .insertInto("refusal")
    .values({ organization_id, program_id, participant_id: own.id, about_id, note, created_at: ctx.now })
    .onConflict((conflict) => conflict.columns(["organization_id", "participant_id", "about_id"]).doUpdateSet({ note }))
    .execute();
  if (own.role === "mentee")
    await closeRequests(ctx, { organizationId: organization_id, programId: program_id, menteeId: own.id, mentorId: about_id }, "mentee");
}
