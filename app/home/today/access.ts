import { isStaff } from "../../networks/programs/access.ts";
import type { Access } from "../../platform/access.ts";

/** Who runs the organization, or a program of it. */
export const staff: Access<{ readonly organizationId: string }> = {
  name: "staff of the organization",
  admits: (ctx, { organizationId }) => isStaff(ctx, organizationId),
};
