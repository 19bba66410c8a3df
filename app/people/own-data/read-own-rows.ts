import { sql } from "kysely";
import type { PersonalContext } from "../../platform/context.ts";
import type { Tables } from "../../platform/database.ts";
import { unseal, Unreadable } from "../../platform/sealing.ts";
import { type Hers, type Me, secretColumns } from "./own-table.ts";
import { ownTables } from "./own-tables.ts";

export type OwnRow = Readonly<Record<string, unknown>>;

/** How many rows are in memory at a time. */
const atOnce = 200;

/** Tables that hold something of hers, in the order of their names. */
export const exportedTables = (Object.keys(ownTables) as (keyof Tables)[]).filter((table) => "hers" in ownTables[table]).toSorted();

/**
 * Her rows of one table, in portions, as one picture of the moment. What the database does not open to her request is not there,
 * whatever the table says is hers.
 */
export async function* readOwnRows(ctx: PersonalContext, table: keyof Tables): AsyncGenerator<OwnRow[]> {
  const own = ownTables[table];
  if (!("hers" in own)) return;
  const me: Me = { personId: ctx.actor.personId, email: ctx.actor.email };
  const hidden = [...secretColumns, ...(own.without ?? [])];
  const row = sql`to_jsonb(t)${own.changed ? sql` || ${own.changed(me)}` : sql``}`;
  const cursor = sql.id(`own_${table.replace(".", "_")}`);
  await sql`
    declare ${cursor} no scroll cursor for
    select (${row}) - ${hidden}::text[] as row from ${sql.table(table)} t where ${own.hers(me)}`.execute(ctx.db);
  for (;;) {
    const { rows } = await sql<{ row: OwnRow }>`fetch ${sql.lit(atOnce)} from ${cursor}`.execute(ctx.db);
    if (rows.length > 0) yield rows.map((one) => withOpened(ctx, one.row, own.sealed));
    if (rows.length < atOnce) break;
  }
  await sql`close ${cursor}`.execute(ctx.db);
}

/** The same row with what was sealed as she said it; null where the installation has lost the secret that sealed it. */
function withOpened(ctx: PersonalContext, row: OwnRow, sealed: Hers["sealed"] = []): OwnRow {
  let opened = row;
  for (const { column, place } of [sealed].flat()) {
    const bytes = row[column];
    if (typeof bytes !== "string") continue;
    try {
      // As `to_jsonb` writes bytes: "\\x", then hexadecimal digits.
      opened = { ...opened, [column]: valueOf(unseal(ctx.app.settings, place(row), Buffer.from(bytes.slice(2), "hex"))) };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      opened = { ...opened, [column]: null };
    }
  }
  return opened;
}

/** Some features seal a value, as JSON; others bare words. */
function valueOf(opened: string): unknown {
  try {
    return JSON.parse(opened) as unknown;
  } catch {
    return opened;
  }
}
