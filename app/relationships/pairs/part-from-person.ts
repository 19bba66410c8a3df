import type { Context } from "../../platform/context.ts";
import { forgetAgreements } from "../agreements/forget-agreements.ts";
import { forgetGoals } from "../goals/forget-goals.ts";
import { forgetInConcerns } from "../concerns/forget-in-concerns.ts";
import type { Ending } from "../life/life.ts";
import { forgetPractice } from "../practice/write-reflection.ts";
import { forgetMessages } from "../messages/forget-messages.ts";
import { forgetSessions } from "../sessions/forget-sessions.ts";

/** Ends what somebody is in who leaves the organization. That there was a pair stays, and who the other one is; why they fitted goes. */
export async function partFromPerson(ctx: Context, organizationId: string, personId: string): Promise<void> {
  await forgetAgreements(ctx, organizationId, personId);
  await forgetGoals(ctx, organizationId, personId);
  await forgetPractice(ctx, organizationId, personId);
  await forgetSessions(ctx, organizationId, personId);
  await forgetMessages(ctx, organizationId, personId);
  await forgetInConcerns(ctx, organizationId, personId);
  const hers = ctx.db
    .selectFrom("relationship_person")
    .select("relationship_id")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId);
  await ctx.db
    .updateTable("relationship")
    .set((eb) => ({
      state: "concluded",
      concluded_at: eb.fn.coalesce("concluded_at", eb.val(ctx.now)),
      ending: eb.fn.coalesce("ending", eb.val<Ending>("stopped")),
      paused_by: null,
      paused_until: null,
      reasons: "{}",
    }))
    .where("organization_id", "=", organizationId)
    .where("id", "in", hers)
    .execute();
  await ctx.db.deleteFrom("relationship_person").where("organization_id", "=", organizationId).where("person_id", "=", personId).execute();
}
