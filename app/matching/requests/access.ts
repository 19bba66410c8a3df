import type { Access } from "../../platform/access.ts";

interface OfRequest {
  readonly organizationId: string;
  readonly requestId: string;
}

/** Who asks and who is asked, and nobody else; coordinators see requests in their list. */
export const peopleOfTheRequest: Access<OfRequest> = {
  name: "people of the request",
  admits: async (ctx, { organizationId, requestId }) => {
    if (!ctx.actor) return false;
    const own = await ctx.db
      .selectFrom("request")
      .innerJoin("participant", (join) =>
        join
          .onRef("participant.organization_id", "=", "request.organization_id")
          .on((eb) =>
            eb.or([eb("participant.id", "=", eb.ref("request.mentee_id")), eb("participant.id", "=", eb.ref("request.mentor_id"))]),
          ),
      )
      .select("request.id")
      .where("request.organization_id", "=", organizationId)
      .where("request.id", "=", requestId)
      .where("participant.person_id", "=", ctx.actor.personId)
      .limit(1)
      .executeTakeFirst();
    return own !== undefined;
  },
};

interface InProgram {
  readonly organizationId: string;
  readonly programId: string;
}

/** Mentees who take part in the program; only they ask. */
export const menteesOfTheProgram: Access<InProgram> = {
  name: "mentees of the program",
  admits: async (ctx, { organizationId, programId }) => {
    if (!ctx.actor) return false;
    const own = await ctx.db
      .selectFrom("participant")
      .select("id")
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("person_id", "=", ctx.actor.personId)
      .where("role", "=", "mentee")
      .where("withdrawn_at", "is", null)
      .executeTakeFirst();
    return own !== undefined;
  },
};
