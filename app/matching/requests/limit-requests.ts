import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";

interface Limit {
  readonly organizationId: string;
  readonly programId: string;
  readonly mentorId: string;
  /** At most so many requests in 30 days; null: no limit. */
  readonly eachMonth: number | null;
}

/** How often a mentor may be asked, by her own wish. */
export async function limitRequests(ctx: Context, { organizationId, programId, mentorId, eachMonth }: Limit): Promise<void> {
  found(
    await ctx.db
      .selectFrom("participant")
      .select("id")
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("id", "=", mentorId)
      .where("role", "=", "mentor")
      .executeTakeFirst(),
  );
  if (eachMonth === null) {
    await ctx.db.deleteFrom("request_limit").where("organization_id", "=", organizationId).where("participant_id", "=", mentorId).execute();
  } else {
    const set = { each_month: eachMonth, set_by: ctx.actor?.personId ?? null, set_at: ctx.now };
    await ctx.db
      .insertInto("request_limit")
      .values({ organization_id: organizationId, program_id: programId, participant_id: mentorId, ...set })
      .onConflict((conflict) => conflict.columns(["organization_id", "participant_id"]).doUpdateSet(set))
      .execute();
  }
  await audit(ctx, { organizationId, act: "request-limit.set", subjectKind: "participant", subjectId: mentorId, detail: { eachMonth } });
}
