import type { Context } from "../../platform/context.ts";
import type { RoundGroups } from "./round.ts";

/** The groups of a dimension, with who of these mentees is in which; null where the dimension is gone or nobody agreed to be counted. */
export async function loadGroups(
  ctx: Context,
  organizationId: string,
  programId: string,
  dimensionId: string,
  menteeIds: readonly string[],
): Promise<RoundGroups | null> {
  const found = await listGroups(ctx, organizationId, programId, dimensionId);
  if (!found || found.of.size === 0) return null;
  const at = new Map(found.groups.map(({ key }, index) => [key, index]));
  return { labels: found.groups.map(({ label }) => label), of: menteeIds.map((id) => at.get(found.of.get(id) ?? "") ?? -1) };
}

// TODO wire
interface Found {
  readonly groups: readonly { readonly key: string; readonly label: string }[];
  readonly of: ReadonlyMap<string, string>;
}
const listGroups = async (_ctx: Context, _o: string, _p: string, _d: string): Promise<Found | undefined> => undefined;
