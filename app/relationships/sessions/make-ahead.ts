import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { listTaken } from "./find-session.ts";
import { occurrences } from "./series.ts";
import { overlaps, spanOf } from "./session.ts";

/**
 * Makes the sessions of a series up to a day. Where another session stands in the way, that one stays, and the one of the series is
 * cancelled at once, so that everybody sees that it does not take place. The relationship is locked.
 *
 * @returns those that were in the way of something
 */
export async function makeAhead(
  ctx: Context,
  { organizationId, seriesId }: { organizationId: string; seriesId: string },
  until: string,
): Promise<string[]> {
  const series = await ctx.db
    .selectFrom("session_series")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", seriesId)
    .executeTakeFirstOrThrow();
  if (series.made_until >= until) return [];
  const rule = {
    repeats: series.repeats,
    startsOn: series.starts_on,
    localTime: series.local_time,
    timeZone: series.time_zone,
    untilOn: series.until_on,
  };
  const ahead = occurrences(rule, series.made_until, until).map((one) => ({ ...one, ...spanOf(one.startsAt, series.minutes) }));
  const [first, last] = [ahead[0], ahead.at(-1)];
  const taken =
    first && last ? await listTaken(ctx, { organizationId, relationshipId: series.relationship_id }, first.startsAt, last.endsAt) : [];
  const rows = ahead.map(({ occursOn, startsAt, endsAt }) => {
    const isFree = !taken.some((one) => overlaps(one, { startsAt, endsAt }));
    return {
      organization_id: organizationId,
      id: newId(),
      relationship_id: series.relationship_id,
      series_id: seriesId,
      occurs_on: occursOn,
      starts_at: startsAt,
      ends_at: endsAt,
      time_zone: series.time_zone,
      place_kind: series.place_kind,
      place: series.place,
      agreed_at: series.made_at,
      agreed_by: series.agreed_by,
      ...(isFree ? {} : { state: "cancelled" as const, cancelled_at: ctx.now }),
    };
  });
  if (rows.length > 0)
    await ctx.db
      .insertInto("session")
      .values(rows)
      .onConflict((conflict) => conflict.columns(["organization_id", "series_id", "occurs_on"]).doNothing())
      .execute();
  await ctx.db
    .updateTable("session_series")
    .set({ made_until: until })
    .where("organization_id", "=", organizationId)
    .where("id", "=", seriesId)
    .execute();
  return rows.filter(({ state }) => state === "cancelled").map(({ id }) => id);
}
