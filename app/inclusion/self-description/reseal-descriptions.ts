/** What people have said of themselves when the installation's secret changes. */
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { keyIdAt, keyIdOf, secretsOf, Unreadable } from "../../platform/sealing.ts";
import { openDescription, sealDescription } from "./seal-description.ts";

/** The name of the key that a row was sealed with. */
const keyId = (): RawBuilder<string> =>
  sql<string>`encode(substring(sealed from ${sql.lit(keyIdAt.from)} for ${sql.lit(keyIdAt.bytes)}), 'hex')`;

/** Name of a key → how many descriptions need it, of the organizations that are open. */
export async function countDescriptionsByKey(ctx: Context): Promise<Map<string, number>> {
  const rows = await ctx.db
    .selectFrom("self_description")
    .select((eb) => [keyId().as("key"), eb.fn.countAll<number>().as("n")])
    .groupBy(keyId())
    .execute();
  return new Map(rows.map(({ key, n }) => [key, n]));
}

export const deleteDescriptionsOf = (ctx: Context, lostKeys: readonly string[]): Promise<unknown> =>
  ctx.db.deleteFrom("self_description").where(keyId(), "in", lostKeys).execute();

export interface Portion {
  readonly resealed: number;
  /** Where to go on; undefined at the end. */
  readonly after: readonly [participantId: string, dimensionId: string] | undefined;
}

/** Seals with the newest secret what a former one opens, so many rows at a time, from `after` on. */
export async function resealDescriptions(ctx: Context, organizationId: string, after: Portion["after"], atOnce: number): Promise<Portion> {
  const { secret } = ctx.app.settings;
  const former = secretsOf(ctx.app.settings)
    .map(keyIdOf)
    .filter((id) => id !== keyIdOf(secret));
  if (former.length === 0) return { resealed: 0, after: undefined };
  let query = ctx.db
    .selectFrom("self_description")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where(keyId(), "in", former)
    .orderBy("participant_id")
    .orderBy("dimension_id")
    .limit(atOnce)
    .forUpdate();
  if (after) query = query.where(sql<boolean>`(participant_id, dimension_id) > (${after[0]}::uuid, ${after[1]}::uuid)`);
  const rows = await query.execute();
  const anew = rows.flatMap((row) => {
    try {
      const said = openDescription(ctx, organizationId, row);
      return [{ ...row, sealed: sealDescription(ctx, organizationId, row.participant_id, row.dimension_id, said) }];
    } catch (error) {
      // Changed by somebody, or moved from its place: no secret opens it, and it stays what it is.
      if (error instanceof Unreadable) return [];
      throw error;
    }
  });
  await sql`
    update self_description s set sealed = n.sealed
    from unnest(${anew.map((row) => row.participant_id)}::uuid[], ${anew.map((row) => row.dimension_id)}::uuid[],
      ${anew.map((row) => row.sealed)}::bytea[]) as n(participant_id, dimension_id, sealed)
    where s.organization_id = ${organizationId} and s.participant_id = n.participant_id and s.dimension_id = n.dimension_id`.execute(
    ctx.db,
  );
  const last = rows.at(-1);
  return { resealed: anew.length, after: rows.length < atOnce || !last ? undefined : [last.participant_id, last.dimension_id] };
}
