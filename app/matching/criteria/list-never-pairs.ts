import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { MenteeAndMentor, NeverPairs } from "./scoring-of.ts";

/**
 * Pairs that a coordinator forbade, and those in which one has said no to the other: to an offer or a request, or unseen in the directory.
 * Which of the two it was, and how, nobody is told.
 */
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
  const asked = await ctx.db
    .selectFrom("request")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("state", "=", "declined")
    .execute();
  const { rows: refused } = await sql<MenteeAndMentor>`
    select case whose.role when 'mentee' then whose.id else r.about_id end as "menteeId",
      case whose.role when 'mentee' then r.about_id else whose.id end as "mentorId"
    from refusal r
    join participant whose on whose.organization_id = r.organization_id and whose.id = r.participant_id
    where r.organization_id = ${organizationId} and r.program_id = ${programId}`.execute(ctx.db);
  return { forbidden, declined: [...declined, ...asked, ...refused] };
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
