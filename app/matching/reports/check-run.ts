import engine from "../../../packages/matching-engine/package.json" with { type: "json" };
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { secretsOf } from "../../platform/sealing.ts";
import { groupsOfRound } from "../rounds/load-groups.ts";
import { loadWishes } from "../affinity/load-wishes.ts";
import { findRun } from "./find-run.ts";
import { digestOfGroups, digestOfWishes } from "./groups-digest.ts";
import { inRunThread } from "./in-run-thread.ts";
import type { KeptRun, RunCheck } from "./kept-run.ts";

const patience = 60_000;

/** Runs a published round again from what is kept of it, and writes down what came of it. */
export async function checkRun(ctx: Context, organizationId: string, programId: string, roundId: string): Promise<RunCheck> {
  const { run } = found(await findRun(ctx, organizationId, roundId));
  const groups = await groupsOf(ctx, organizationId, programId, roundId, run);
  const wishes = await wishesOf(ctx, organizationId, programId, roundId, run);
  const checked: RunCheck =
    groups === "changed" || wishes === "changed"
      ? { kind: "groups-changed", engineVersion: engine.version }
      : { kind: "ran", engineVersion: engine.version, ...(await inRunThread({ kind: "again", run, groups, wishes }, patience)) };
  await ctx.db
    .updateTable("round_run")
    .set({ checked_at: ctx.now, checked: JSON.stringify(checked) })
    .where("organization_id", "=", organizationId)
    .where("round_id", "=", roundId)
    .execute();
  await audit(ctx, { organizationId, act: "round.checked", subjectKind: "round", subjectId: roundId, detail: { kind: checked.kind } });
  return checked;
}

/** Groups are never kept: they are read anew, and must be what they were. */
async function groupsOf(ctx: Context, organizationId: string, programId: string, roundId: string, run: KeptRun) {
  if (run.groupsDigest === null) return null;
  const groups = await groupsOfRound(ctx, organizationId, programId, run.settings, run.menteeIds);
  // It may have been made before the secret changed.
  const isSame = secretsOf(ctx.app.settings).some((secret) => digestOfGroups(secret, roundId, groups) === run.groupsDigest);
  return isSame ? groups : "changed";
}

/** Nor are wishes for a shared background. */
async function wishesOf(ctx: Context, organizationId: string, programId: string, roundId: string, run: KeptRun) {
  if (!run.wishesDigest) return null;
  const { menteeIds, mentorIds } = run;
  const wishes = await loadWishes(ctx, organizationId, programId, { menteeIds, mentorIds, others: run.others ?? [], roundId });
  const isSame = secretsOf(ctx.app.settings).some((secret) => digestOfWishes(secret, roundId, wishes) === run.wishesDigest);
  return isSame ? wishes : "changed";
}
