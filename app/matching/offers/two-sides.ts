import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import type { Side } from "./offer.ts";

export interface TwoSides {
  /** Which of the two is asking. */
  readonly side: Side;
  readonly menteePersonId: string;
  readonly mentorPersonId: string;
  readonly menteeName: string;
  readonly mentorName: string;
}

/** Both people of an offer or a request, for one of them; NotFound for everybody else. */
export async function findTwoSides(
  ctx: Context,
  { organizationId, menteeId, mentorId }: { readonly organizationId: string; readonly menteeId: string; readonly mentorId: string },
): Promise<TwoSides> {
  const people = await ctx.db
    .selectFrom("participant")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "participant.organization_id").onRef("profile.person_id", "=", "participant.person_id"),
    )
    .select(["participant.id", "participant.person_id as personId", "profile.name"])
    .where("participant.organization_id", "=", organizationId)
    .where("participant.id", "in", [menteeId, mentorId])
    .execute();
  const [mentee, mentor] = [menteeId, mentorId].map((id) => found(people.find((person) => person.id === id)));
  const own = ctx.actor?.personId;
  const side: Side | undefined = own === mentee!.personId ? "mentee" : own === mentor!.personId ? "mentor" : undefined;
  return {
    side: found(side),
    menteePersonId: mentee!.personId,
    mentorPersonId: mentor!.personId,
    menteeName: mentee!.name,
    mentorName: mentor!.name,
  };
}
