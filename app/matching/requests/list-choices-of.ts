import type { Context } from "../../platform/context.ts";

/** The mentors on a mentee's list of choices whom she has not asked yet, in her order. */
export async function listChoicesOf(ctx: Context, organizationId: string, programId: string, menteeId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom("choice")
    .innerJoin("participant as mentor", (join) =>
      join.onRef("mentor.organization_id", "=", "choice.organization_id").onRef("mentor.id", "=", "choice.about_id"),
    )
    .select("choice.about_id")
    .where("choice.organization_id", "=", organizationId)
    .where("choice.program_id", "=", programId)
    .where("choice.participant_id", "=", menteeId)
    .where("mentor.withdrawn_at", "is", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("request")
            .select("request.id")
            .whereRef("request.organization_id", "=", "choice.organization_id")
            .whereRef("request.mentee_id", "=", "choice.participant_id")
            .whereRef("request.mentor_id", "=", "choice.about_id"),
        ),
      ),
    )
    .orderBy("choice.rank")
    .execute();
  return rows.map(({ about_id }) => about_id);
}
