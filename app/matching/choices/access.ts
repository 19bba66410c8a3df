import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import { coordinators } from "../../networks/programs/access.ts";
import type { Access } from "../../platform/access.ts";
import { type Context, membershipIn } from "../../platform/context.ts";
import { findMode } from "../modes/find-mode.ts";
import { mayChoose } from "./choice.ts";

interface InProgram {
  readonly organizationId: string;
  readonly programId: string;
}

/** In which roles the reader looks for others in this program, and says whom she would like; none in most programs. */
export async function rolesThatChoose(ctx: Context, { organizationId, programId }: InProgram): Promise<ParticipantRole[]> {
  if (!ctx.actor || !membershipIn(ctx, organizationId)) return [];
  const parts = await ctx.db
    .selectFrom("participant")
    .select("role")
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("person_id", "=", ctx.actor.personId)
    .where("withdrawn_at", "is", null)
    .orderBy("role")
    .execute();
  if (parts.length === 0) return [];
  const mode = await findMode(ctx, organizationId, programId);
  return parts.map(({ role }) => role).filter((role) => mayChoose(mode, role));
}

const inRole = (role: ParticipantRole): Access<InProgram>["admits"] => {
  return async (ctx, its) => (await rolesThatChoose(ctx, its)).includes(role) || (await coordinators.admits(ctx, its));
};

/** The directory of mentors: mentees find in it whom they would like; coordinators see what mentees see. */
export const menteesWhoChoose: Access<InProgram> = { name: "mentees who choose, and coordinators", admits: inRole("mentee") };

/** The directory of mentees, where the program lets mentors choose, too. */
export const mentorsWhoChoose: Access<InProgram> = { name: "mentors who choose, and coordinators", admits: inRole("mentor") };

/** One's own choices. */
export const participantsWhoChoose: Access<InProgram> = {
  name: "participants who choose",
  admits: async (ctx, its) => (await rolesThatChoose(ctx, its)).length > 0,
};
