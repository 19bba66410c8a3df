import type { Access } from "../../platform/access.ts";
import { membershipIn } from "../../platform/context.ts";

interface InOrganization {
  readonly organizationId: string;
}

export const administrators: Access<InOrganization> = {
  name: "administrators of the organization",
  admits: (ctx, { organizationId }) => {
    const role = membershipIn(ctx, organizationId)?.role;
    return role === "owner" || role === "administrator";
  },
};
