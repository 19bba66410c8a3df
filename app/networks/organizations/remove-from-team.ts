import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { setMemberRole } from "./change-team-role.ts";
import { setCoordinated } from "./set-coordinated.ts";
import { endSafeguardingLead } from "./safeguarding-leads.ts";
import { findMember, lockTeam, requireMayChange, requireOtherOwner } from "./team.ts";

/**
 * Takes somebody off the team, or lets oneself go. Who is a mentor or mentee here stays one; of anybody else the organization
 * keeps nothing: her membership, her profile here and her open links go.
 */
export async function removeFromTeam(ctx: PersonalContext, organizationId: string, personId: string): Promise<void> {
  const by = await lockTeam(ctx, organizationId);
  // Held, so that nobody makes her a mentor or mentee just now, which would go with her membership.
  await ctx.db
    .selectFrom("member")
    .select("person_id")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .forUpdate()
    .execute();
  const before = await findMember(ctx, organizationId, personId);
  if (personId !== ctx.actor.personId) requireMayChange(by, before.memberRole, "member");
  if (before.memberRole === "owner") await requireOtherOwner(ctx, organizationId, personId);

  await setCoordinated(ctx, organizationId, personId, []);
  await endSafeguardingLead(ctx, organizationId, personId);
  if (before.takesPart) await setMemberRole(ctx, organizationId, personId, "member");
  else
    for (const table of ["invitation", "member", "profile"] as const)
      await ctx.db.deleteFrom(table).where("organization_id", "=", organizationId).where("person_id", "=", personId).execute();
  await audit(ctx, {
    organizationId,
    act: "team.removed",
    subjectKind: "person",
    subjectId: personId,
    detail: { from: before.teamRole ?? "member" },
  });
}
