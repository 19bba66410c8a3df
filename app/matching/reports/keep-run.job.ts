import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { unpackSnapshot } from "../rounds/take-snapshot.ts";
import { inRunThread } from "./in-run-thread.ts";
import { packRun } from "./pack-run.ts";

const patience = 4 * 60_000;

/** Keeps the run of a round that was published: once, as long as its snapshot is there. */
export const keepRun = job<{ organizationId: string; programId: string; roundId: string }>("rounds.keep-run", {
  expireSeconds: 300,
  atOnce: 1,
  run: async (app, { organizationId, roundId }) => {
    const found = await inOrganization(app, organizationId, async ({ db }) => {
      const kept = await db
        .selectFrom("round_run")
        .select("round_id")
        .where("organization_id", "=", organizationId)
        .where("round_id", "=", roundId)
        .executeTakeFirst();
      if (kept) return undefined;
      return db
        .selectFrom("round_snapshot")
        .innerJoin("round", (join) =>
          join.onRef("round.organization_id", "=", "round_snapshot.organization_id").onRef("round.id", "=", "round_snapshot.round_id"),
        )
        .select(["bytes", "certificate", "engine_version", "total"])
        .where("round.organization_id", "=", organizationId)
        .where("round.id", "=", roundId)
        .executeTakeFirst();
    });
    if (!found?.certificate) return;
    const sums = { engineVersion: found.engine_version, total: found.total ?? 0 };
    const run = await inRunThread({ kind: "make", snapshot: await unpackSnapshot(found.bytes), proof: found.certificate, sums }, patience);
    const bytes = await packRun(run);
    await inOrganization(app, organizationId, async (ctx) => {
      await ctx.db
        .insertInto("round_run")
        .values({
          organization_id: organizationId,
          round_id: roundId,
          engine_version: found.engine_version,
          bytes,
          kept_at: ctx.now,
          checked_at: null,
          checked: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    });
  },
});
