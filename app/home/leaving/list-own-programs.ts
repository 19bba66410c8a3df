import type { PersonalContext } from "../../platform/context.ts";

/** Names of the programs in which she is a mentor or mentee, for the sentence that says what will be gone. */
export async function listOwnPrograms(ctx: PersonalContext, organizationId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom("participant")
    .innerJoin("program", (join) =>
      join.onRef("program.organization_id", "=", "participant.organization_id").onRef("program.id", "=", "participant.program_id"),
    )
    .select("program.name")
    .distinct()
    .where("participant.organization_id", "=", organizationId)
    .where("participant.person_id", "=", ctx.actor.personId)
    .orderBy("program.name")
    .execute();
  return rows.map(({ name }) => name);
}
