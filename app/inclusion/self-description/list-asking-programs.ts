import type { PersonalContext } from "../../platform/context.ts";

/** A program of the reader that asks its people to describe themselves. */
export interface AskingProgram {
  readonly organizationId: string;
  readonly programId: string;
}

export async function listAskingPrograms(ctx: PersonalContext): Promise<AskingProgram[]> {
  return ctx.db
    .selectFrom("participant as p")
    .innerJoin("description_dimension as d", (join) =>
      join.onRef("d.organization_id", "=", "p.organization_id").onRef("d.program_id", "=", "p.program_id"),
    )
    .select(["p.organization_id as organizationId", "p.program_id as programId"])
    .distinct()
    .where("p.person_id", "=", ctx.actor.personId)
    .where("p.withdrawn_at", "is", null)
    .execute();
}
