import { findSmallestGroup, listDimensions } from "../../inclusion/self-description/list-dimensions.ts";
import { listGroups } from "../../inclusion/self-description/list-groups.ts";
import type { Context } from "../../platform/context.ts";
import type { RoundGroups } from "./round.ts";

/** The groups of a dimension, with who of these mentees is in which; null where it is gone or nobody agreed to be counted. */
export async function loadGroups(
  ctx: Context,
  organizationId: string,
  programId: string,
  dimensionId: string,
  menteeIds: readonly string[],
): Promise<RoundGroups | null> {
  if (!(await listDimensions(ctx, organizationId, programId)).some(({ id }) => id === dimensionId)) return null;
  const { groups, of } = await listGroups(ctx, organizationId, programId, dimensionId);
  const at = new Map(groups.map(({ key }, index) => [key, index]));
  const numbers = menteeIds.map((id) => at.get(of.get(id) ?? "") ?? -1);
  if (numbers.every((group) => group < 0)) return null;
  return { labels: groups.map(({ label }) => label), of: numbers, smallest: await findSmallestGroup(ctx, organizationId, programId) };
}
