/** What stands sealed in a column when the installation's secret changes: how much, with which keys, and sealed anew. */
import { type RawBuilder, sql } from "kysely";
import type { Context } from "./context.ts";
import { keyIdAt, keyIdOf, seal, type SealedPlace, secretsOf, unseal, Unreadable } from "./sealing.ts";

export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** What a row is found by within its organization: columns of UUIDs. */
  readonly keys: readonly string[];
  /** Where it stands, by those keys. */
  readonly place: (organizationId: string, keys: readonly string[]) => SealedPlace;
}

/** The name of the key that a row was sealed with. */
const keyId = (column: string): RawBuilder<string> =>
  sql<string>`encode(substring(${sql.id(column)} from ${sql.lit(keyIdAt.from)} for ${sql.lit(keyIdAt.bytes)}), 'hex')`;

/** Name of a key → how many rows need it, of the organizations that are open. */
export async function countByKey(ctx: Context, { table, column }: SealedColumn): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; n: number }>`
    select ${keyId(column)} as key, count(*)::int as n from ${sql.table(table)} where ${sql.id(column)} is not null group by 1`.execute(
    ctx.db,
  );
  return new Map(rows.map(({ key, n }) => [key, n]));
}

export interface ResealedPortion {
  readonly resealed: number;
  /** Where to go on; undefined at the end. */
  readonly after: string | undefined;
}

/** Seals with the newest secret what a former one opens, so many rows at a time, from `after` on. */
export async function resealColumn(
  ctx: Context,
  organizationId: string,
  { table, column, keys, place }: SealedColumn,
  { after = "", atOnce }: { after?: string | undefined; atOnce: number },
): Promise<ResealedPortion> {
  const { settings } = ctx.app;
  const newest = keyIdOf(settings.secret);
  const former = secretsOf(settings)
    .map(keyIdOf)
    .filter((id) => id !== newest);
  if (former.length === 0) return { resealed: 0, after: undefined };
  const key = sql`concat_ws('/', ${sql.join(keys.map((name) => sql.id(name)))})`;
  const { rows } = await sql<{ key: string; sealed: Buffer }>`
    select ${key} as key, ${sql.id(column)} as sealed from ${sql.table(table)}
    where organization_id = ${organizationId} and ${keyId(column)} = any (${former}) and ${key} > ${after}
    order by 1 limit ${atOnce} for update`.execute(ctx.db);
  let resealed = 0;
  for (const row of rows) {
    const where = place(organizationId, row.key.split("/"));
    let anew: Buffer;
    try {
      anew = seal(settings, where, unseal(settings, where, row.sealed));
    } catch (error) {
      // Changed by somebody, or moved from its place: no secret opens it, and it stays what it is.
      if (error instanceof Unreadable) continue;
      throw error;
    }
    await sql`
      update ${sql.table(table)} set ${sql.id(column)} = ${anew} where organization_id = ${organizationId} and ${key} = ${row.key}`.execute(
      ctx.db,
    );
    resealed++;
  }
  return { resealed, after: rows.length < atOnce ? undefined : rows.at(-1)?.key };
}
