import type { Access } from "../../platform/access.ts";
import { type Context, membershipIn } from "../../platform/context.ts";

interface InProgram {
  readonly organizationId: string;
  readonly programId: string;
}

/** Who runs the program: its coordinators, and the organization's owner and administrators. */
export function mayCoordinate(ctx: Context, organizationId: string, programId: string): boolean {
  const membership = membershipIn(ctx, organizationId);
  if (!membership) return false;
  return membership.role !== "member" || membership.coordinates.includes(programId);
}

/** Whether the person is on the staff of the organization at all: administers it, or coordinates one of its programs. */
export function isStaff(ctx: Context, organizationId: string): boolean {
  const membership = membershipIn(ctx, organizationId);
  return membership !== undefined && (membership.role !== "member" || membership.coordinates.length > 0);
}

export const coordinators: Access<InProgram> = {
  name: "coordinators of the program",
  admits: async (ctx, { organizationId, programId }) =>
    mayCoordinate(ctx, organizationId, programId) && (await exists(ctx, organizationId, programId)),
};

async function exists(ctx: Context, organizationId: string, programId: string): Promise<boolean> {
  const program = await ctx.db
    .selectFrom("program")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("id", "=", programId)
    .executeTakeFirst();
  return program !== undefined;
}
