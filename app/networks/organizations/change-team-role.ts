import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, Invalid } from "../../platform/errors.ts";
import { memberRoleOf } from "./member-role.ts";
import { setCoordinated } from "./set-coordinated.ts";
import { findMember, lockTeam, requireMayChange, requireOtherOwner } from "./team.ts";
import type { NewTeamRole } from "./team-shape.ts";
import { teamWords } from "./team.messages.ts";

/** Gives a member of the organization another role; it holds from her next request on. */
export async function changeTeamRole(ctx: PersonalContext, organizationId: string, personId: string, wish: NewTeamRole): Promise<void> {
  const by = await lockTeam(ctx, organizationId);
  const before = await findMember(ctx, organizationId, personId);
  const after = memberRoleOf(wish.role);
  requireMayChange(by, before.memberRole, after);
  if (wish.role === "coordinator" && wish.programIds.length === 0)
    throw new Invalid({ programIds: (language) => teamWords(language).chooseProgram });
  if (after === "owner" && before.joinedAt === null) throw new Conflict((language) => teamWords(language).ownerMustHaveJoined);
  if (before.memberRole === "owner" && after !== "owner") await requireOtherOwner(ctx, organizationId, personId);

  await setMemberRole(ctx, organizationId, personId, after);
  await setCoordinated(ctx, organizationId, personId, wish.programIds);
  await audit(ctx, {
    organizationId,
    act: "team.role-changed",
    subjectKind: "person",
    subjectId: personId,
    detail: { from: before.teamRole ?? "member", to: wish.role, programIds: wish.programIds },
  });
}

export async function setMemberRole(
  ctx: PersonalContext,
  organizationId: string,
  personId: string,
  role: "owner" | "administrator" | "member",
): Promise<void> {
  await ctx.db
    .updateTable("member")
    .set({ role })
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .execute();
}
