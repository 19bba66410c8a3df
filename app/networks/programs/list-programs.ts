import { type Context, membershipIn } from "../../platform/context.ts";
import { dayIn, type ProgramStage, stageOf } from "./program.ts";

export interface ListedProgram {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly stage: ProgramStage;
  /** People who have not withdrawn. */
  readonly mentors: number;
  readonly mentees: number;
  /** Of both, those who have signed in to this program. */
  readonly joined: number;
}

/** The programs that the actor runs: all of the organization's for its administrators, her own for a coordinator. */
export async function listPrograms(ctx: Context, organizationId: string): Promise<ListedProgram[]> {
  const membership = membershipIn(ctx, organizationId);
  if (!membership) return [];
  const own = membership.role === "member" ? membership.coordinates : undefined;
  if (own?.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("program")
    .innerJoin("organization", "organization.id", "program.organization_id")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("participant")
          .select(({ fn }) => [
            fn.countAll<number>().filterWhere("role", "=", "mentor").as("mentors"),
            fn.countAll<number>().filterWhere("role", "=", "mentee").as("mentees"),
            fn.countAll<number>().filterWhere("joined_at", "is not", null).as("joined"),
          ])
          .whereRef("participant.organization_id", "=", "program.organization_id")
          .whereRef("participant.program_id", "=", "program.id")
          .where("withdrawn_at", "is", null)
          .as("people"),
      (join) => join.onTrue(),
    )
    .select([
      "program.id",
      "program.name",
      "program.purpose",
      "starts_on as startsOn",
      "ends_on as endsOn",
      "archived_at as archivedAt",
      "organization.time_zone as timeZone",
      "people.mentors",
      "people.mentees",
      "people.joined",
    ])
    .where("program.organization_id", "=", organizationId)
    .$if(own !== undefined, (query) => query.where("program.id", "in", own!))
    .orderBy("program.created_at", "desc")
    .orderBy("program.id")
    .execute();
  return rows.map(({ archivedAt, timeZone, mentors, mentees, joined, ...program }) => {
    const people = { mentors: mentors ?? 0, mentees: mentees ?? 0, joined: joined ?? 0 };
    const today = dayIn(timeZone, ctx.now);
    return { ...program, ...people, stage: stageOf({ ...program, archivedAt }, people.mentors + people.mentees, today) };
  });
}
