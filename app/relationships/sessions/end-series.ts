import type { Context } from "../../platform/context.ts";
import { daysLater } from "./series.ts";

/** Where an ended series stands: shorter than it was, or without anything left of it. */
export interface EndedSeries {
  readonly seriesId: string;
  readonly sequence: number;
  readonly isEmpty: boolean;
}

/** From this day on the series has no more sessions; those that it had before stay. */
export async function endSeriesBefore(
  ctx: Context,
  { organizationId, seriesId }: { organizationId: string; seriesId: string },
  day: string,
): Promise<EndedSeries> {
  const row = await ctx.db
    .updateTable("session_series")
    .set((eb) => ({ until_on: daysLater(day, -1), sequence: eb("sequence", "+", 1) }))
    .where("organization_id", "=", organizationId)
    .where("id", "=", seriesId)
    .returning(["sequence", "starts_on"])
    .executeTakeFirstOrThrow();
  return { seriesId, sequence: row.sequence, isEmpty: row.starts_on >= day };
}
