/** What was told to coordinators in confidence, when the installation's secret changes. */
import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { SealedColumn } from "../../platform/reseal-column.ts";
import { keyIdAt } from "../../platform/sealing.ts";
import { placeOf } from "./seal-words.ts";

export const sealedClosureColumns: readonly SealedColumn[] = [
  {
    table: "new_start",
    column: "words",
    keys: ["id"],
    place: (organizationId, [id = ""]) => placeOf({ table: "new_start", organizationId, id }),
  },
  {
    table: "farewell",
    column: "reason_words",
    keys: ["relationship_id", "person_id"],
    place: (organizationId, [relationshipId = "", personId = ""]) =>
      placeOf({ table: "farewell", organizationId, relationshipId, personId }),
  },
];

/** The operator says that these keys are lost for good: what only they open goes, here of all open organizations. */
export async function deleteClosuresSealedWith(ctx: Context, lostKeys: readonly string[]): Promise<void> {
  const sealedWith = (column: string) =>
    sql`encode(substring(${sql.id(column)} from ${sql.lit(keyIdAt.from)} for ${sql.lit(keyIdAt.bytes)}), 'hex') = any (${lostKeys})`;
  await sql`delete from new_start where ${sealedWith("words")}`.execute(ctx.db);
  await sql`update farewell set reason_words = null where ${sealedWith("reason_words")}`.execute(ctx.db);
}
