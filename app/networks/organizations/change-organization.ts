import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { findOrganization } from "./find-organization.ts";
import type { OrganizationSettings } from "./organization-shape.ts";

/** Saves the organization's settings; who needs a second factor holds from the next request on. */
export async function changeOrganization(ctx: Context, organizationId: string, settings: OrganizationSettings): Promise<void> {
  const before = await findOrganization(ctx, organizationId);
  await ctx.db
    .updateTable("organization")
    .set({
      name: settings.name,
      purpose: settings.purpose,
      language: settings.language,
      time_zone: settings.timeZone,
      second_factor_roles: settings.secondFactorRoles,
      keep_months: settings.keepMonths,
    })
    .where("id", "=", organizationId)
    .execute();
  const factor = { before: before.secondFactorRoles, after: settings.secondFactorRoles };
  await audit(ctx, {
    organizationId,
    act: "organization.changed",
    subjectKind: "organization",
    subjectId: organizationId,
    detail: {
      ...(String(factor.before) !== String(factor.after) && { secondFactorRoles: factor }),
      ...(before.keepMonths !== settings.keepMonths && { keepMonths: { before: before.keepMonths, after: settings.keepMonths } }),
    },
  });
}
