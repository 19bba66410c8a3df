import { z } from "zod";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { optionalText, optionalWholeNumber } from "../../platform/form-fields.ts";
import { lockRelationship, type OneRelationship } from "../life/find-life.ts";
import { type GuardianFarewell, guardianScales, longestGuardianWords } from "./guardian-farewell.ts";
import { guardianPageWords } from "./guardian-page.messages.ts";
import { openGuardianWords, sealGuardianWords } from "./seal-guardian-words.ts";

export const guardianFarewellShape = z.object({
  good: optionalWholeNumber(1, 5),
  safe: optionalWholeNumber(1, 5),
  again: optionalWholeNumber(1, 5),
  words: optionalText(longestGuardianWords),
});

/** While it comes to its end, and after it. */
export async function saveGuardianFarewell(
  ctx: PersonalContext,
  its: OneRelationship,
  { words, ...scales }: z.output<typeof guardianFarewellShape>,
): Promise<void> {
  const { state } = await lockRelationship(ctx, its);
  if (state !== "closing" && state !== "concluded") throw new Conflict((language) => guardianPageWords(language).notAtEnd);
  const { organizationId, relationshipId } = its;
  const { personId } = ctx.actor;
  const columns = {
    ...scales,
    words: words === "" ? null : sealGuardianWords(ctx, { organizationId, relationshipId, personId }, words),
    changed_at: ctx.now,
  };
  await ctx.db
    .insertInto("guardian_farewell")
    .values({ organization_id: organizationId, relationship_id: relationshipId, person_id: personId, ...columns })
    .onConflict((conflict) => conflict.columns(["organization_id", "relationship_id", "person_id"]).doUpdateSet(columns))
    .execute();
}

export interface GuardianFarewellOf extends GuardianFarewell {
  readonly personId: string;
  /** Who said it. */
  readonly name: string;
}

/** What guardians have said so far. For coordinators, and each guardian for her own. */
export async function listGuardianFarewells(
  ctx: Context,
  { organizationId, relationshipId }: OneRelationship,
): Promise<GuardianFarewellOf[]> {
  const rows = await ctx.db
    .selectFrom("guardian_farewell as f")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "f.organization_id").onRef("profile.person_id", "=", "f.person_id"),
    )
    .select(["f.person_id as personId", "profile.name", ...guardianScales.map((scale) => `f.${scale}` as const), "f.words"])
    .where("f.organization_id", "=", organizationId)
    .where("f.relationship_id", "=", relationshipId)
    .orderBy("profile.name")
    .orderBy("f.person_id")
    .execute();
  return rows.map(({ personId, name, words, ...scales }) => ({
    personId,
    name,
    scales,
    words: words === null ? undefined : openGuardianWords(ctx, { organizationId, relationshipId, personId }, words),
  }));
}
