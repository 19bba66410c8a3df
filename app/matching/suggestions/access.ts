import type { Access } from "../../platform/access.ts";

/** To whom it was suggested, and nobody else: the mentors do not know of it unless they are chosen. */
export const menteeOfTheSuggestion: Access<{ readonly organizationId: string; readonly suggestionId: string }> = {
  name: "mentee of the suggestion",
  admits: async (ctx, { organizationId, suggestionId }) => {
    if (!ctx.actor) return false;
    const own = await ctx.db
      .selectFrom("suggestion")
      .innerJoin("participant", (join) =>
        join.onRef("participant.organization_id", "=", "suggestion.organization_id").onRef("participant.id", "=", "suggestion.mentee_id"),
      )
      .select("suggestion.id")
      .where("suggestion.organization_id", "=", organizationId)
      .where("suggestion.id", "=", suggestionId)
      .where("participant.person_id", "=", ctx.actor.personId)
      .executeTakeFirst();
    return own !== undefined;
  },
};
