import { sql } from "kysely";
import { findSmallestGroup, listDimensions } from "../../inclusion/self-description/list-dimensions.ts";
import type { Context } from "../../platform/context.ts";
import type { FairnessReport } from "./fairness-report.ts";

export interface CountedReport {
  readonly countedAt: Date;
  readonly report: FairnessReport;
}

/** By what a round can be, or has been, looked at: the dimensions of the program, and those of reports that outlived theirs. */
export interface FairnessView {
  readonly dimensionId: string;
  readonly label: string;
  readonly counted: CountedReport | undefined;
  /** The program still asks this. */
  readonly isAsked: boolean;
}

export async function listViews(ctx: Context, organizationId: string, programId: string, roundId: string): Promise<FairnessView[]> {
  const dimensions = await listDimensions(ctx, organizationId, programId);
  const smallest = await findSmallestGroup(ctx, organizationId, programId);
  const every = await ctx.db
    .selectFrom("fairness_report")
    .select(["dimension_id as dimensionId", "counted_at as countedAt", "report"])
    .where("organization_id", "=", organizationId)
    .where("round_id", "=", roundId)
    .orderBy("dimension_id")
    .execute();
  // What was counted before the smallest group was raised shows groups that are too small now.
  const rows = every.filter(({ report }) => report.smallestGroup >= smallest);
  const counted = new Map(rows.map(({ dimensionId, ...report }) => [dimensionId, report]));
  return [
    ...dimensions.map(({ id, label }) => ({ dimensionId: id, label, counted: counted.get(id), isAsked: true })),
    ...rows
      .filter(({ dimensionId }) => dimensions.every(({ id }) => id !== dimensionId))
      .map(({ dimensionId, ...report }) => ({ dimensionId, label: report.report.dimension, counted: report, isAsked: false })),
  ];
}

/** How many people have described themselves, or anew, since a moment. */
export async function countDescribedSince(ctx: Context, organizationId: string, dimensionId: string, since: Date): Promise<number> {
  const row = await ctx.db
    .selectFrom("self_description")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("organization_id", "=", organizationId)
    .where("dimension_id", "=", dimensionId)
    .where("consented_at", ">", since)
    .executeTakeFirstOrThrow();
  return row.count;
}
