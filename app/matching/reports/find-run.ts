import type { Context } from "../../platform/context.ts";
import type { KeptRun, RunCheck } from "./kept-run.ts";
import { unpackRun } from "./pack-run.ts";

export interface FoundRun {
  readonly run: KeptRun;
  readonly keptAt: Date;
  readonly checkedAt: Date | null;
  readonly checked: RunCheck | null;
}

/** What is kept of a round; undefined where it was never published, or is not kept yet. */
export async function findRun(ctx: Context, organizationId: string, roundId: string): Promise<FoundRun | undefined> {
  const row = await ctx.db
    .selectFrom("round_run")
    .select(["bytes", "kept_at", "checked_at", "checked"])
    .where("organization_id", "=", organizationId)
    .where("round_id", "=", roundId)
    .executeTakeFirst();
  return row && { run: await unpackRun(row.bytes), keptAt: row.kept_at, checkedAt: row.checked_at, checked: row.checked };
}
