import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import type { Criterion } from "./criterion.ts";

const columns = ["id", "strength", "rule", "settings", "weight"] as const;

/** The program's criteria: musts first, each kind in its order. */
export async function listCriteria(ctx: Context, organizationId: string, programId: string): Promise<Criterion[]> {
  return ctx.db
    .selectFrom("criterion")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("removed_at", "is", null)
    .orderBy("strength")
    .orderBy("position")
    .orderBy("id")
    .execute();
}

/** Those taken away within the last day: long enough to have second thoughts. */
export async function listRemovedCriteria(ctx: Context, organizationId: string, programId: string): Promise<Criterion[]> {
  return ctx.db
    .selectFrom("criterion")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("removed_at", ">", new Date(ctx.now.getTime() - 86_400_000))
    .orderBy("removed_at", "desc")
    .execute();
}

export async function findCriterion(ctx: Context, organizationId: string, programId: string, criterionId: string): Promise<Criterion> {
  return found(
    await ctx.db
      .selectFrom("criterion")
      .select(columns)
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("id", "=", criterionId)
      .where("removed_at", "is", null)
      .executeTakeFirst(),
  );
}
