import type { Context } from "../../platform/context.ts";

/** Coordinators of several programs, by program; in one statement. */
export async function listColleagues(
  ctx: Context,
  organizationId: string,
  programIds: readonly string[],
): Promise<Map<string, { personId: string; name: string }[]>> {
  if (programIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("coordinator as c")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "c.organization_id").onRef("profile.person_id", "=", "c.person_id"),
    )
    .select(["c.program_id as programId", "c.person_id as personId", "profile.name"])
    .where("c.organization_id", "=", organizationId)
    .where("c.program_id", "in", programIds)
    .orderBy("profile.name")
    .orderBy("c.person_id")
    .execute();
  const colleagues = new Map<string, { personId: string; name: string }[]>();
  for (const { programId, ...person } of rows) colleagues.set(programId, [...(colleagues.get(programId) ?? []), person]);
  return colleagues;
}
