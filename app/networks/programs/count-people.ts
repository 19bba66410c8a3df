import type { Context } from "../../platform/context.ts";

/** How many mentors and mentees take part, without those who have withdrawn. */
export function countPeople(ctx: Context, organizationId: string, programId: string): Promise<{ mentors: number; mentees: number }> {
  return ctx.db
    .selectFrom("participant")
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere("role", "=", "mentor").as("mentors"),
      fn.countAll<number>().filterWhere("role", "=", "mentee").as("mentees"),
    ])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("withdrawn_at", "is", null)
    .executeTakeFirstOrThrow();
}
