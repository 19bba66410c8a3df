import type { Context } from "../../platform/context.ts";

interface OneRound {
  readonly id: string;
  readonly number: number;
}

/** The latest round of the program, if it runs or waits to be published. */
export async function findLatestRound(
  ctx: Context,
  organizationId: string,
  programId: string,
): Promise<{ runningRound: OneRound | undefined; finishedRound: OneRound | undefined }> {
  const latest = await ctx.db
    .selectFrom("round")
    .select(["id", "number", "state"])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return {
    runningRound: latest && (latest.state === "running" || latest.state === "waiting") ? latest : undefined,
    finishedRound: latest?.state === "done" ? latest : undefined,
  };
}
