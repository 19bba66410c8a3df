import type { Context } from "../../platform/context.ts";
import type { OneRelationship } from "../life/find-life.ts";
import { type Farewell, noFarewell } from "./farewell.ts";
import { openWords } from "./seal-words.ts";

export interface FarewellOf extends Farewell {
  readonly personId: string;
  /** Why, in her own words; undefined: none, or no longer to be read. */
  readonly reasonWords: string | undefined;
}

/** What each of them has said so far, by person. */
export async function findFarewells(
  ctx: Context,
  { organizationId, relationshipId }: OneRelationship,
): Promise<ReadonlyMap<string, FarewellOf>> {
  const rows = await ctx.db
    .selectFrom("farewell")
    .select(["person_id as personId", "reason", "reason_words as sealed", "reached", "thanks", "keeps_contact as keepsContact", "answers"])
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .execute();
  return new Map(
    rows.map(({ sealed, ...row }) => [
      row.personId,
      {
        ...row,
        reasonWords:
          sealed === null
            ? undefined
            : openWords(ctx, { table: "farewell", organizationId, relationshipId, personId: row.personId }, sealed),
      },
    ]),
  );
}

export const farewellOf = (farewells: ReadonlyMap<string, FarewellOf>, personId: string): FarewellOf =>
  farewells.get(personId) ?? { ...noFarewell, personId, reasonWords: undefined };
