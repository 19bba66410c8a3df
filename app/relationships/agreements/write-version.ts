import type { Context } from "../../platform/context.ts";
import type { Relationship } from "../life/find-life.ts";
import { type AgreementSection, draftVersion } from "./agreement.ts";
import type { Version } from "./find-agreement.ts";

/** Keeps a version for ever; who wrote it, unless the program did. Under the relationship's lock. */
export async function writeVersion(
  ctx: Context,
  { organizationId, id }: Relationship,
  { number, sections, by }: { number: number; sections: readonly AgreementSection[]; by: string | null },
): Promise<void> {
  await ctx.db
    .insertInto("agreement_version")
    .values({
      organization_id: organizationId,
      relationship_id: id,
      number,
      sections: JSON.stringify(sections),
      made_at: ctx.now,
      made_by: by,
    })
    .execute();
}

/** The program's draft becomes the first version as soon as somebody does something with it; its number then. */
export async function keepDraft(ctx: Context, relationship: Relationship, { number, sections }: Version): Promise<number> {
  if (number !== draftVersion) return number;
  await writeVersion(ctx, relationship, { number: draftVersion + 1, sections, by: null });
  return draftVersion + 1;
}
