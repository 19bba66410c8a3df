import type { Context } from "../../platform/context.ts";

export interface Coordinator {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string | null;
  /** Null: invited, and has not signed in yet. */
  readonly joinedAt: Date | null;
}

/** Who coordinates the program, by name. */
export function listCoordinators(ctx: Context, organizationId: string, programId: string): Promise<Coordinator[]> {
  return ctx.db
    .selectFrom("coordinator")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "coordinator.organization_id").onRef("profile.person_id", "=", "coordinator.person_id"),
    )
    .innerJoin("member", (join) =>
      join.onRef("member.organization_id", "=", "coordinator.organization_id").onRef("member.person_id", "=", "coordinator.person_id"),
    )
    .innerJoin("auth.person as person", "person.id", "coordinator.person_id")
    .select(["coordinator.person_id as personId", "profile.name", "person.email", "person.language", "member.joined_at as joinedAt"])
    .where("coordinator.organization_id", "=", organizationId)
    .where("coordinator.program_id", "=", programId)
    .orderBy("profile.name")
    .orderBy("coordinator.person_id")
    .execute();
}

/** Names of the programs that nobody but this person coordinates. */
export async function listCoordinatedAlone(ctx: Context, organizationId: string, personId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom("coordinator as hers")
    .innerJoin("program", "program.id", "hers.program_id")
    .select("program.name")
    .where("hers.organization_id", "=", organizationId)
    .where("hers.person_id", "=", personId)
    .where("program.archived_at", "is", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("coordinator as other")
            .select("other.person_id")
            .whereRef("other.organization_id", "=", "hers.organization_id")
            .whereRef("other.program_id", "=", "hers.program_id")
            .whereRef("other.person_id", "<>", "hers.person_id"),
        ),
      ),
    )
    .orderBy("program.name")
    .execute();
  return rows.map(({ name }) => name);
}

/** The name of who attested that everybody in the program is an adult, if she is still here. */
export async function findAttester(ctx: Context, organizationId: string, programId: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom("program")
    .innerJoin("profile", (join) =>
      join
        .onRef("profile.organization_id", "=", "program.organization_id")
        .onRef("profile.person_id", "=", "program.adults_only_attested_by"),
    )
    .select("profile.name")
    .where("program.organization_id", "=", organizationId)
    .where("program.id", "=", programId)
    .executeTakeFirst();
  return row?.name;
}
