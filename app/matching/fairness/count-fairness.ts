import { findSmallestGroup } from "../../inclusion/self-description/list-dimensions.ts";
import { listGroups } from "../../inclusion/self-description/list-groups.ts";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { strengthOf } from "../rounds/round.ts";
import { countReport } from "./count-report.ts";
import { countDescribedSince } from "./find-reports.ts";
import { fairnessWords } from "./fairness.messages.ts";
import { loadRoundMentees } from "./load-counted.ts";
import { priceFairness } from "./price-fairness.job.ts";

/**
 * Counts once how the groups of a dimension fared in a round, and keeps the figures. Counted again at will, two reports would tell
 * what the one person said who described herself in between: it can be done again only when enough people have.
 */
export async function countFairness(
  ctx: Context,
  organizationId: string,
  programId: string,
  roundId: string,
  dimensionId: string,
): Promise<void> {
  found(
    await ctx.db
      .selectFrom("round")
      .select("id")
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("id", "=", roundId)
      .where("state", "in", ["done", "published"])
      .forUpdate()
      .executeTakeFirst(),
  );
  const { dimension, groups, of } = await listGroups(ctx, organizationId, programId, dimensionId);
  const smallestGroup = await findSmallestGroup(ctx, organizationId, programId);
  const before = await ctx.db
    .selectFrom("fairness_report")
    .select(["counted_at", "report"])
    .where("organization_id", "=", organizationId)
    .where("round_id", "=", roundId)
    .where("dimension_id", "=", dimensionId)
    .executeTakeFirst();
  const isOutgrown = before !== undefined && before.report.smallestGroup < smallestGroup;
  if (before && !isOutgrown && (await countDescribedSince(ctx, organizationId, dimensionId, before.counted_at)) < smallestGroup)
    throw new Conflict((language) => fairnessWords(language).tooSoon(smallestGroup));

  const mentees = (await loadRoundMentees(ctx, organizationId, roundId)).map(({ id, weight, choice, waitDays }) => ({
    group: of.get(id),
    pair: weight === null || choice === null ? null : { strength: strengthOf(weight), choice },
    waitDays,
  }));
  const report = countReport({ dimension: dimension.label, groups, smallestGroup, mentees });
  const kept = { counted_at: ctx.now, report: JSON.stringify(report) };
  await ctx.db
    .insertInto("fairness_report")
    .values({ organization_id: organizationId, round_id: roundId, dimension_id: dimensionId, ...kept })
    .onConflict((conflict) => conflict.columns(["organization_id", "round_id", "dimension_id"]).doUpdateSet(kept))
    .execute();
  await audit(ctx, {
    organizationId,
    act: "fairness.counted",
    subjectKind: "round",
    subjectId: roundId,
    detail: { programId, dimensionId },
  });
  if (report.groups.length > 0) await ctx.app.jobs.enqueue(ctx, priceFairness, { organizationId, programId, roundId, dimensionId });
}
