import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { SealedColumn } from "../../platform/reseal-column.ts";
import { keyIdAt } from "../../platform/sealing.ts";
import { commentPlace } from "../pulse/find-asking.ts";
import { notePlace } from "./note-support.ts";

/** What people wrote for their coordinators, and what those noted of talks; for a change of the secret. */
export const sealedSupportColumns: readonly SealedColumn[] = [
  { table: "pulse", column: "comment", keys: ["id"], place: (organizationId, [id = ""]) => commentPlace(organizationId, id) },
  { table: "support_contact", column: "note", keys: ["id"], place: (organizationId, [id = ""]) => notePlace(organizationId, id) },
];

/** The operator says that these keys are lost for good: what only they open goes, here of all open organizations. */
export async function deleteSupportSealedWith(ctx: Context, lostKeys: readonly string[]): Promise<void> {
  for (const { table, column } of sealedSupportColumns)
    await sql`
      update ${sql.table(table)} set ${sql.id(column)} = null
      where encode(substring(${sql.id(column)} from ${sql.lit(keyIdAt.from)} for ${sql.lit(keyIdAt.bytes)}), 'hex') = any (${lostKeys})`.execute(
      ctx.db,
    );
}
