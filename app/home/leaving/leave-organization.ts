import type { PersonalContext } from "../../platform/context.ts";
import { endMembership } from "../../networks/organizations/end-membership.ts";
import { endSafeguardingLead } from "../../networks/organizations/safeguarding-leads.ts";
import { forgetInOrganization, namesOf } from "../../people/own-data/forget-in-organization.ts";
import { partFromPerson } from "../../relationships/pairs/part-from-person.ts";
import { tellLeftBehind } from "./tell-left-behind.ts";

/**
 * The asking person goes, and nothing of her stays with the organization: who counted on her is told, and every room lets go of
 * her, from the top of the house down, in one transaction. Places that she held or was held are free.
 */
export async function leaveOrganization(ctx: PersonalContext, organizationId: string): Promise<void> {
  const { personId } = ctx.actor;
  const named = await namesOf(ctx, personId, [organizationId]);
  await tellLeftBehind(ctx, organizationId, personId);
  await partFromPerson(ctx, organizationId, personId);
  await endSafeguardingLead(ctx, organizationId, personId);
  await forgetInOrganization(ctx, organizationId, named);
  await endMembership(ctx, organizationId, named);
}
