import type { Context } from "../../platform/context.ts";
import type { MenteeAndMentor, NeverPairs } from "./scoring-of.ts";

/** Pairs that a coordinator forbade, and those in which one has said no to the other. */
export async function listNeverPairs(ctx: Context, organizationId: string, programId: string): Promise<NeverPairs> {
  const columns = ["mentee_id as menteeId", "mentor_id as mentorId"] as const;
  const forbidden = await ctx.db
    .selectFrom("pair_wish")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("kind", "=", "forbid")
    .execute();
  const declined = await ctx.db
    .selectFrom("offer")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("state", "=", "declined")
    .execute();
  return { forbidden, declined };
}

export async function listLocks(ctx: Context, organizationId: string, programId: string): Promise<MenteeAndMentor[]> {
  return ctx.db
    .selectFrom("pair_wish")
    .select(["mentee_id as menteeId", "mentor_id as mentorId"])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("kind", "=", "lock")
    .execute();
}
