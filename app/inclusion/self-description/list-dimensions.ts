import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { type Dimension, usualSmallestGroup } from "./dimension.ts";

/** In what the program asks people to describe themselves, in its order. */
export async function listDimensions(ctx: Context, organizationId: string, programId: string): Promise<Dimension[]> {
  return ctx.db
    .selectFrom("description_dimension")
    .select(["id", "program_id as programId", "label", "reason", "options", "version", "wish_weight as wishWeight"])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

export async function findDimension(ctx: Context, organizationId: string, programId: string, dimensionId: string): Promise<Dimension> {
  return found((await listDimensions(ctx, organizationId, programId)).find(({ id }) => id === dimensionId));
}

/** The smallest group that this program's reports show. */
export async function findSmallestGroup(ctx: Context, organizationId: string, programId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom("fairness_setting")
    .select("smallest_group")
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .executeTakeFirst();
  return row?.smallest_group ?? usualSmallestGroup;
}

/** How many participants have described themselves in each dimension: how many, never as what. */
export async function countDescriptions(ctx: Context, organizationId: string, programId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.db
    .selectFrom("self_description")
    .innerJoin("description_dimension as d", (join) =>
      join.onRef("d.organization_id", "=", "self_description.organization_id").onRef("d.id", "=", "self_description.dimension_id"),
    )
    .where("self_description.organization_id", "=", organizationId)
    .where("d.program_id", "=", programId)
    .whereRef("self_description.consented_version", "=", "d.version")
    .select(({ fn }) => ["d.id", fn.countAll<number>().as("count")])
    .groupBy("d.id")
    .execute();
  return new Map(rows.map(({ id, count }) => [id, count]));
}
