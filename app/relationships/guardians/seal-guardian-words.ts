/** What a guardian tells coordinators, and nobody else: sealed; and what becomes of it when the installation's secret changes. */
import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { SealedColumn } from "../../platform/reseal-column.ts";
import { keyIdAt, seal, type SealedPlace, unseal, Unreadable } from "../../platform/sealing.ts";

interface OfGuardian {
  readonly organizationId: string;
  readonly relationshipId: string;
  readonly personId: string;
}

const placeOf = ({ organizationId, relationshipId, personId }: OfGuardian): SealedPlace => ({
  organizationId,
  table: "guardian_farewell",
  column: "words",
  row: `${relationshipId}/${personId}`,
});

export const sealGuardianWords = (ctx: Context, its: OfGuardian, words: string): Buffer => seal(ctx.app.settings, placeOf(its), words);

/** Undefined where it was sealed with a secret that is gone. */
export function openGuardianWords(ctx: Context, its: OfGuardian, sealed: Buffer): string | undefined {
  try {
    return unseal(ctx.app.settings, placeOf(its), sealed);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

export const sealedGuardianColumns: readonly SealedColumn[] = [
  {
    table: "guardian_farewell",
    column: "words",
    keys: ["relationship_id", "person_id"],
    place: (organizationId, [relationshipId = "", personId = ""]) => placeOf({ organizationId, relationshipId, personId }),
  },
];

/** The operator says that these keys are lost for good: what only they open goes, here of all open organizations. */
export async function deleteGuardianWordsSealedWith(ctx: Context, lostKeys: readonly string[]): Promise<void> {
  await sql`
    update guardian_farewell set words = null
    where encode(substring(words from ${sql.lit(keyIdAt.from)} for ${sql.lit(keyIdAt.bytes)}), 'hex') = any (${lostKeys})`.execute(ctx.db);
}
