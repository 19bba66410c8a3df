import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { SealedColumn } from "../../platform/reseal-column.ts";
import { keyIdAt, seal, type SealedPlace, unseal, Unreadable } from "../../platform/sealing.ts";

const columns = ["reference", "decision", "remark", "void_reason"] as const;
type SealedPart = (typeof columns)[number];

const placeOf = (organizationId: string, checkId: string, column: SealedPart): SealedPlace => ({
  organizationId,
  table: "background_check",
  column,
  row: checkId,
});

interface OneCheck {
  readonly organizationId: string;
  readonly checkId: string;
}

/** Nothing is sealed of what was left empty. */
export const sealPart = (ctx: Context, { organizationId, checkId }: OneCheck, column: SealedPart, text: string): Buffer | null =>
  text === "" ? null : seal(ctx.app.settings, placeOf(organizationId, checkId, column), text);

/** Undefined: the installation has lost the key to it. */
export function openPart(
  ctx: Context,
  { organizationId, checkId }: OneCheck,
  column: SealedPart,
  sealed: Buffer | null,
): string | undefined {
  if (sealed === null) return "";
  try {
    return unseal(ctx.app.settings, placeOf(organizationId, checkId, column), sealed);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** For a change of the secret. */
export const sealedCheckColumns: readonly SealedColumn[] = columns.map((column) => ({
  table: "background_check",
  column,
  keys: ["id"],
  place: (organizationId, [id = ""]) => placeOf(organizationId, id, column),
}));

/** The operator says that these keys are lost for good: what only they open goes, here of all open organizations. */
export async function deleteChecksSealedWith(ctx: Context, lostKeys: readonly string[]): Promise<void> {
  for (const column of columns)
    await sql`
      update background_check set ${sql.id(column)} = null
      where encode(substring(${sql.id(column)} from ${sql.lit(keyIdAt.from)} for ${sql.lit(keyIdAt.bytes)}), 'hex') = any (${lostKeys})`.execute(
      ctx.db,
    );
}
