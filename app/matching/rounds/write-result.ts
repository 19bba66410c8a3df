import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { SolvedRound } from "./solve-round.ts";

/** Writes the whole result of a round, once; false where it was cancelled, or written before. */
export async function writeResult(
  ctx: Context,
  { organizationId, roundId }: { organizationId: string; roundId: string },
  solved: SolvedRound,
  snapshot: Buffer,
): Promise<boolean> {
  const done = await ctx.db
    .updateTable("round")
    .set({
      state: "done",
      total: solved.total,
      certificate: JSON.stringify(solved.proof),
      progress: "{}",
      finished_at: ctx.now,
    })
    .where("organization_id", "=", organizationId)
    .where("id", "=", roundId)
    .where("state", "=", "running")
    .where("cancel_asked", "=", false)
    .returning("id")
    .executeTakeFirst();
  if (!done) return false;

  // One statement a table, however many rows.
  const rows = (list: readonly object[]) => JSON.stringify(list);
  await sql`
    insert into round_pair (organization_id, round_id, mentee_id, mentor_id, weight, parts, choice, is_locked, drawn)
    select ${organizationId}::uuid, ${roundId}::uuid, "menteeId", "mentorId", weight, parts, least(choice, 32767)::smallint, "isLocked", drawn
    from jsonb_to_recordset(${rows(solved.pairs)}::jsonb)
      as pair("menteeId" uuid, "mentorId" uuid, weight smallint, parts jsonb, choice integer, "isLocked" boolean, drawn real)`.execute(
    ctx.db,
  );
  await sql`
    insert into round_unmatched (organization_id, round_id, mentee_id, reason)
    select ${organizationId}::uuid, ${roundId}::uuid, "menteeId", reason
    from jsonb_to_recordset(${rows(solved.unmatched)}::jsonb) as unmatched("menteeId" uuid, reason jsonb)`.execute(ctx.db);
  await sql`
    insert into round_mentor (organization_id, round_id, mentor_id, capacity, price)
    select ${organizationId}::uuid, ${roundId}::uuid, "mentorId", places, price
    from jsonb_to_recordset(${rows(solved.mentors)}::jsonb) as mentor("mentorId" uuid, places smallint, price double precision)`.execute(
    ctx.db,
  );
  await ctx.db.insertInto("round_snapshot").values({ organization_id: organizationId, round_id: roundId, bytes: snapshot }).execute();
  return true;
}
