/** What happens to the dimensions of a program: made, changed, taken away; each is audited. */
import { randomBytes } from "node:crypto";
import { lockProgram } from "../../networks/programs/find-program.ts";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { newId } from "../../platform/identifiers.ts";
import { mostDimensions, optionsFrom, usualSmallestGroup } from "./dimension.ts";
import { dimensionWords } from "./dimension.messages.ts";
import { checkOptions, type DimensionWish } from "./dimension-shape.ts";
import { countDescriptions, findDimension, findSmallestGroup, listDimensions } from "./list-dimensions.ts";

const newKey = (): string => randomBytes(6).toString("hex");

export async function makeDimension(ctx: Context, organizationId: string, programId: string, wish: DimensionWish): Promise<string> {
  checkOptions(wish.options);
  await lockProgram(ctx, organizationId, programId);
  const before = await listDimensions(ctx, organizationId, programId);
  if (before.length >= mostDimensions) throw new Conflict((language) => dimensionWords(language).tooManyDimensions(mostDimensions));
  const id = newId();
  await ctx.db
    .insertInto("description_dimension")
    .values({
      organization_id: organizationId,
      id,
      program_id: programId,
      position: before.length + 1,
      label: wish.label,
      reason: wish.reason,
      options: JSON.stringify(optionsFrom(wish.options, [], newKey)),
      wish_weight: wish.wishWeight,
    })
    .execute();
  await tell(ctx, organizationId, "dimension.made", id, { programId, ...wish });
  return id;
}

/** Other words ask for another consent: what people said before is not counted until they agree again. */
export async function changeDimension(
  ctx: Context,
  organizationId: string,
  programId: string,
  dimensionId: string,
  wish: DimensionWish,
): Promise<void> {
  checkOptions(wish.options);
  await lockProgram(ctx, organizationId, programId);
  const before = await findDimension(ctx, organizationId, programId, dimensionId);
  const asksAnew = wish.label !== before.label || wish.reason !== before.reason;
  await ctx.db
    .updateTable("description_dimension")
    .set({
      label: wish.label,
      reason: wish.reason,
      options: JSON.stringify(optionsFrom(wish.options, before.options, newKey)),
      version: before.version + Number(asksAnew),
      wish_weight: wish.wishWeight,
    })
    .where("organization_id", "=", organizationId)
    .where("id", "=", dimensionId)
    .execute();
  await tell(ctx, organizationId, "dimension.changed", dimensionId, { programId, ...wish });
}

/** With everything that people have said in it. */
export async function deleteDimension(ctx: Context, organizationId: string, programId: string, dimensionId: string): Promise<string> {
  await lockProgram(ctx, organizationId, programId);
  const { label } = await findDimension(ctx, organizationId, programId, dimensionId);
  await ctx.db.deleteFrom("description_dimension").where("organization_id", "=", organizationId).where("id", "=", dimensionId).execute();
  await tell(ctx, organizationId, "dimension.deleted", dimensionId, { programId, label });
  return label;
}

/** Never lowered once somebody has described herself: she agreed to be counted among so many. */
export async function changeSmallestGroup(ctx: Context, organizationId: string, programId: string, smallestGroup: number): Promise<void> {
  await lockProgram(ctx, organizationId, programId);
  const before = await findSmallestGroup(ctx, organizationId, programId);
  if (smallestGroup === before) return;
  const described = await countDescriptions(ctx, organizationId, programId);
  if (smallestGroup < before && [...described.values()].some((count) => count > 0))
    throw new Conflict((language) => dimensionWords(language).notLowered(before));
  await ctx.db
    .insertInto("fairness_setting")
    .values({ organization_id: organizationId, program_id: programId, smallest_group: smallestGroup })
    .onConflict((conflict) => conflict.columns(["organization_id", "program_id"]).doUpdateSet({ smallest_group: smallestGroup }))
    .execute();
  await tell(ctx, organizationId, "fairness.smallest-group-changed", programId, { from: before, to: smallestGroup }, "program");
}

/** A copied program asks the same, of nobody yet. */
export async function copyDimensions(ctx: Context, organizationId: string, fromProgramId: string, toProgramId: string): Promise<void> {
  if ((await listDimensions(ctx, organizationId, toProgramId)).length > 0) return;
  for (const { label, reason, options, wishWeight } of await listDimensions(ctx, organizationId, fromProgramId)) {
    const labels = options.map((option) => option.label);
    await makeDimension(ctx, organizationId, toProgramId, { label, reason, options: labels, wishWeight });
  }
  const smallestGroup = await findSmallestGroup(ctx, organizationId, fromProgramId);
  if (smallestGroup !== usualSmallestGroup) await changeSmallestGroup(ctx, organizationId, toProgramId, smallestGroup);
}

async function tell(
  ctx: Context,
  organizationId: string,
  act: string,
  subjectId: string,
  detail: object,
  subjectKind = "dimension",
): Promise<void> {
  await audit(ctx, { organizationId, act, subjectKind, subjectId, detail });
}
