import { listDimensions } from "../../inclusion/self-description/list-dimensions.ts";
import { listGroups } from "../../inclusion/self-description/list-groups.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { isSearched, timeLimitMinutes } from "../rounds/round.ts";
import { unpackSnapshot } from "../rounds/take-snapshot.ts";
import { isEstimate, restKey } from "./count-report.ts";
import type { FairnessReport, GroupFigures } from "./fairness-report.ts";
import { loadRoundMentees } from "./load-counted.ts";
import type { PricedGroups } from "./price-groups.ts";
import type { ToPrice } from "./price-groups.worker.ts";
import { priceInThread } from "./price-in-thread.ts";

interface Which {
  readonly organizationId: string;
  readonly programId: string;
  readonly roundId: string;
  readonly dimensionId: string;
}

/** Adds to a report what only the engine knows. Of groups that the report does not show it learns nothing. May run twice. */
export const priceFairness = job<Which>("fairness.price", {
  expireSeconds: timeLimitMinutes * 60 + 60,
  retryLimit: 2,
  atOnce: 1,
  run: async (app, which, stopping) => {
    const asked = await inOrganization(app, which.organizationId, (ctx) => load(ctx, which));
    if (!asked) return;
    const priced = asked.question && (await priceInThread(asked.question, stopping));
    await inOrganization(app, which.organizationId, (ctx) => write(ctx, which, asked, priced));
  },
});

interface Asked {
  readonly report: FairnessReport;
  readonly shown: readonly GroupFigures[];
  readonly matched: readonly number[];
  /** Undefined where the round's people are no longer kept. */
  readonly question: ToPrice | undefined;
}

async function load(ctx: Context, { organizationId, programId, roundId, dimensionId }: Which): Promise<Asked | undefined> {
  const row = await ctx.db
    .selectFrom("fairness_report")
    .leftJoin("round_snapshot", (join) =>
      join
        .onRef("round_snapshot.organization_id", "=", "fairness_report.organization_id")
        .onRef("round_snapshot.round_id", "=", "fairness_report.round_id"),
    )
    .select(["report", "bytes"])
    .where("fairness_report.organization_id", "=", organizationId)
    .where("fairness_report.round_id", "=", roundId)
    .where("dimension_id", "=", dimensionId)
    .executeTakeFirst();
  if (!row || row.report.isPriced) return undefined;
  const { report } = row;
  const shown = report.groups.filter(({ key }) => key !== restKey);
  const isAsked = (await listDimensions(ctx, organizationId, programId)).some(({ id }) => id === dimensionId);
  if (!row.bytes || !isAsked) return { report, shown, matched: [], question: undefined };

  const { of } = await listGroups(ctx, organizationId, programId, dimensionId);
  const groupAt = (menteeId: string): number => shown.findIndex(({ key }) => key === of.get(menteeId));
  const matched = shown.map(() => 0);
  for (const { id, weight } of await loadRoundMentees(ctx, organizationId, roundId)) {
    const group = groupAt(id);
    if (weight !== null && group >= 0) matched[group]! += 1;
  }
  const snapshot = await unpackSnapshot(row.bytes);
  // Prices are those of pairs; what groups or peers would lose, no exact matching can say.
  if (isSearched(snapshot.objective)) return { report, shown, matched, question: undefined };
  return { report, shown, matched, question: { snapshot, groupOf: snapshot.menteeIds.map(groupAt), groupCount: shown.length } };
}

async function write(
  ctx: Context,
  { organizationId, roundId, dimensionId }: Which,
  { report, shown, matched }: Asked,
  priced: PricedGroups | undefined,
): Promise<void> {
  const groups = report.groups.map((group): GroupFigures => {
    const at = shown.indexOf(group);
    if (!priced || at < 0) return group;
    const attainable = priced.attainable[at]!;
    // Where the share is not told its coverage is not either: the one would give the other away.
    const isTold = isEstimate(group.matched) && attainable > 0;
    return { ...group, price: priced.prices[at]!, coverage: isTold ? Math.round((100 * matched[at]!) / attainable) / 100 : null };
  });
  await ctx.db
    .updateTable("fairness_report")
    .set({ report: JSON.stringify({ ...report, groups, isPriced: true, price: priced?.price ?? null } satisfies FairnessReport) })
    .where("organization_id", "=", organizationId)
    .where("round_id", "=", roundId)
    .where("dimension_id", "=", dimensionId)
    .execute();
}
