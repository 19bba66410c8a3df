import type { Access } from "../../platform/access.ts";
import { type Context, membershipIn } from "../../platform/context.ts";

interface OfPerson {
  readonly organizationId: string;
  readonly personId: string;
}

/** Who runs a program that she takes part in, or administers the organization; of her own checks nobody. */
export async function mayKeepChecks(ctx: Context, { organizationId, personId }: OfPerson): Promise<boolean> {
  const membership = membershipIn(ctx, organizationId);
  if (!membership || ctx.actor?.personId === personId) return false;
  if (membership.role !== "member") return isMember(ctx, { organizationId, personId });
  if (membership.coordinates.length === 0) return false;
  const part = await ctx.db
    .selectFrom("participant")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .where("program_id", "in", membership.coordinates)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return part !== undefined;
}

async function isMember(ctx: Context, { organizationId, personId }: OfPerson): Promise<boolean> {
  const member = await ctx.db
    .selectFrom("member")
    .select("person_id")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return member !== undefined;
}

/** She herself sees what is recorded of her, and so does who keeps it. */
export const whoWasCheckedAndWhoKeepsIt: Access<OfPerson> = {
  name: "who was checked, and who keeps her checks",
  admits: async (ctx, its) =>
    ctx.actor?.personId === its.personId ? membershipIn(ctx, its.organizationId) !== undefined : mayKeepChecks(ctx, its),
};
