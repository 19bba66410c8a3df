import { findSmallestGroup, listDimensions } from "../../inclusion/self-description/list-dimensions.ts";
import { listGroups } from "../../inclusion/self-description/list-groups.ts";
import type { Context } from "../../platform/context.ts";
import type { RoundGroups } from "./round.ts";
import type { RoundSettings } from "./round-settings.ts";

/**
 * The groups of a dimension, with who of these mentees is in which; null where it is gone or no group is large enough. Smaller ones
 * count with everybody else: whom a round moves for the sake of a handful of people, names would tell.
 */
export async function loadGroups(
  ctx: Context,
  organizationId: string,
  programId: string,
  dimensionId: string,
  menteeIds: readonly string[],
): Promise<RoundGroups | null> {
  if (!(await listDimensions(ctx, organizationId, programId)).some(({ id }) => id === dimensionId)) return null;
  const { groups, of } = await listGroups(ctx, organizationId, programId, dimensionId);
  const smallest = await findSmallestGroup(ctx, organizationId, programId);
  const at = new Map(groups.map(({ key }, index) => [key, index]));
  const numbers = menteeIds.map((id) => at.get(of.get(id) ?? "") ?? -1);
  const sizes = groups.map((_, group) => numbers.filter((number) => number === group).length);
  const large = numbers.map((group) => (group >= 0 && sizes[group]! >= smallest ? group : -1));
  if (large.every((group) => group < 0)) return null;
  return { labels: groups.map(({ label }) => label), of: large, smallest };
}

/** The groups that a fair round goes by: of its dimension; none of them where it is only about how many people are matched. */
export async function groupsOfRound(
  ctx: Context,
  organizationId: string,
  programId: string,
  { dimensionId, rule }: RoundSettings,
  menteeIds: readonly string[],
): Promise<RoundGroups | null> {
  if (dimensionId !== undefined) return loadGroups(ctx, organizationId, programId, dimensionId, menteeIds);
  if (rule !== "at-least") return null;
  return noGroups(menteeIds);
}

/** Everybody counts as one. */
export const noGroups = (menteeIds: readonly string[]): RoundGroups => ({ labels: [], of: menteeIds.map(() => -1), smallest: 0 });
