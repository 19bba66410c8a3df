import { listDimensions } from "../../inclusion/self-description/list-dimensions.ts";
import { readDescriptions } from "../../inclusion/self-description/list-groups.ts";
import type { Context } from "../../platform/context.ts";
import { isByWish } from "./load-wishes.ts";

/**
 * In what these two share something by her wish and with the other's consent, as the program calls it: for the two alone to read,
 * and only for as long as both let it be so.
 */
export async function listAffinities(
  ctx: Context,
  organizationId: string,
  programId: string,
  { menteeId, mentorId }: { readonly menteeId: string; readonly mentorId: string },
): Promise<string[]> {
  const dimensions = (await listDimensions(ctx, organizationId, programId)).filter(({ wishWeight }) => wishWeight > 0);
  const shared: string[] = [];
  for (const dimension of dimensions) {
    const descriptions = await readDescriptions(ctx, organizationId, dimension, [menteeId, mentorId]);
    if (isByWish(dimension, descriptions, menteeId, mentorId)) shared.push(dimension.label);
  }
  return shared;
}
