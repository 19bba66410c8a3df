/** What is written in a case is sealed: whoever reads the database without the installation's secret reads none of it. */
import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { SealedColumn } from "../../platform/reseal-column.ts";
import { keyIdAt, seal, type SealedPlace, unseal, Unreadable } from "../../platform/sealing.ts";

const sealedParts = [
  "concern.words",
  "concern.outcome",
  "concern_entry.words",
  "safety_decision.objection",
  "safety_decision.answer",
] as const;
type SealedPart = (typeof sealedParts)[number];

function casePlace(organizationId: string, part: SealedPart, id: string): SealedPlace {
  const [table = "", column = ""] = part.split(".");
  return { organizationId, table, column, row: id };
}

export const sealCase = (ctx: Context, organizationId: string, part: SealedPart, id: string, words: string): Buffer =>
  seal(ctx.app.settings, casePlace(organizationId, part, id), JSON.stringify(words));

/** Undefined where nothing is there, or the secret that sealed it is gone. */
export function openCase(ctx: Context, organizationId: string, part: SealedPart, id: string, sealed: Buffer | null): string | undefined {
  if (!sealed) return undefined;
  try {
    return JSON.parse(unseal(ctx.app.settings, casePlace(organizationId, part, id), sealed)) as string;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

const column = (part: SealedPart): SealedColumn => {
  const [table = "", name = ""] = part.split(".");
  return { table, column: name, keys: ["id"], place: (organizationId, [id = ""]) => casePlace(organizationId, part, id) };
};
export const sealedCaseColumns: readonly SealedColumn[] = sealedParts.map(column);

/** The operator says that these keys are lost for good: what only they open goes, here of all open organizations. */
export async function deleteCasesSealedWith(ctx: Context, lostKeys: readonly string[]): Promise<void> {
  for (const one of sealedCaseColumns)
    await sql`
      update ${sql.table(one.table)} set ${sql.id(one.column)} = null
      where encode(substring(${sql.id(one.column)} from ${sql.lit(keyIdAt.from)} for ${sql.lit(keyIdAt.bytes)}), 'hex') = any (${lostKeys})`.execute(
      ctx.db,
    );
}
