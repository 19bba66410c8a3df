import type { Context } from "../../platform/context.ts";
import { defaultMode, type MatchingMode } from "./mode.ts";

/** How people find each other in this program; the defaults where nobody has said otherwise. */
export async function findMode(ctx: Context, organizationId: string, programId: string): Promise<MatchingMode> {
  const row = await ctx.db
    .selectFrom("matching_mode")
    .select([
      "mode",
      "mentee_choices as menteeChoices",
      "mentors_rank as mentorsRank",
      "guaranteed_choices as guaranteedChoices",
      "open_requests as openRequests",
      "request_days as requestDays",
      "group_least as groupLeast",
      "group_most as groupMost",
      "identity",
      "asking_until as askingUntil",
      "asking_closed_at as askingClosedAt",
      "suggestion_days as suggestionDays",
      "takes_first as takesFirst",
    ])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .executeTakeFirst();
  return row ?? defaultMode;
}
