import type { Context } from "../../platform/context.ts";

/** Who is on the organization's team (administers it, or coordinates a program), by name. */
export function listTeamNames(ctx: Context, organizationId: string): Promise<{ personId: string; name: string }[]> {
  return ctx.db
    .selectFrom("member")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "member.organization_id").onRef("profile.person_id", "=", "member.person_id"),
    )
    .select(["member.person_id as personId", "profile.name"])
    .where("member.organization_id", "=", organizationId)
    .where((eb) =>
      eb.or([
        eb("member.role", "<>", "member"),
        eb.exists(
          eb
            .selectFrom("coordinator")
            .select("coordinator.person_id")
            .whereRef("coordinator.organization_id", "=", "member.organization_id")
            .whereRef("coordinator.person_id", "=", "member.person_id"),
        ),
      ]),
    )
    .orderBy("profile.name")
    .orderBy("member.person_id")
    .execute();
}
