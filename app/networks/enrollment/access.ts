import type { Access } from "../../platform/access.ts";
import { membershipIn } from "../../platform/context.ts";

/** Mentors and mentees of the program; who has withdrawn still sees that it is so. */
export const participants: Access<{ readonly organizationId: string; readonly programId: string }> = {
  name: "participants of the program",
  admits: async (ctx, { organizationId, programId }) => {
    if (!ctx.actor || !membershipIn(ctx, organizationId)) return false;
    const own = await ctx.db
      .selectFrom("participant")
      .select("id")
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("person_id", "=", ctx.actor.personId)
      .limit(1)
      .executeTakeFirst();
    return own !== undefined;
  },
};
