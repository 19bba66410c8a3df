import type { Context } from "../../platform/context.ts";

/** Question → what this participant answers now. */
export async function findAnswers(ctx: Context, organizationId: string, participantId: string): Promise<ReadonlyMap<string, unknown>> {
  const rows = await ctx.db
    .selectFrom("answer")
    .select(["question_id", "value"])
    .where("organization_id", "=", organizationId)
    .where("participant_id", "=", participantId)
    .execute();
  return new Map(rows.map((row) => [row.question_id, row.value]));
}
