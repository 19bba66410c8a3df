import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";

/** A round whose thread has not been heard of for so long is with a server that died. */
const silence = 30_000;

/** Asks a running round to stop; one that nobody works on stops at once. */
export async function cancelRound(ctx: Context, organizationId: string, programId: string, roundId: string): Promise<void> {
  const round = found(
    await ctx.db
      .selectFrom("round")
      .select(["state", "progress", "created_at"])
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("id", "=", roundId)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (round.state !== "waiting" && round.state !== "running") return;
  const heard = round.progress.at === undefined ? round.created_at : new Date(round.progress.at);
  const isAlone = round.state === "waiting" || ctx.now.getTime() - heard.getTime() > silence;
  await ctx.db
    .updateTable("round")
    .set({ cancel_asked: true, ...(isAlone && { state: "cancelled" as const, finished_at: ctx.now }) })
    .where("organization_id", "=", organizationId)
    .where("id", "=", roundId)
    .execute();
}
