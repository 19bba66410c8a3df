import { makePart } from "../../networks/enrollment/add-participant.ts";
import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import { closureWords } from "./closure.messages.ts";
import { waitsForCoordinator } from "./search-again.ts";

/** A mentee who passes on what she got: she is a mentor of the same program, too, and answers its questions as one. */
export async function becomeMentor(ctx: PersonalContext, its: OneRelationship): Promise<void> {
  const { organizationId } = its;
  const relationship = await findRelationship(ctx, its);
  const mine = found(relationship.people.find((one) => one.personId === ctx.actor.personId));
  if (relationship.state !== "concluded") throw new Conflict((language) => closureWords(language).notOver);
  if (waitsForCoordinator(relationship)) throw new Conflict((language) => closureWords(language).coordinatorFirst);
  if (!mayBecomeMentor(relationship.format) || mine.role !== "mentee")
    throw new Conflict((language) => closureWords(language).mentorAlready);
  const participantId = await makePart(ctx, organizationId, relationship.programId, {
    personId: mine.personId,
    name: mine.name,
    role: "mentor",
    capacity: null,
    addedBy: "coordinator",
  });
  if (participantId === undefined) throw new Conflict((language) => closureWords(language).mentorAlready);
  // She has been here, and has said that she is an adult.
  await ctx.db
    .updateTable("participant")
    .set((eb) => ({
      joined_at: ctx.now,
      adult_attested_at: eb
        .selectFrom("participant as before")
        .select("before.adult_attested_at")
        .where("before.organization_id", "=", organizationId)
        .where("before.id", "=", mine.participantId),
    }))
    .where("organization_id", "=", organizationId)
    .where("id", "=", participantId)
    .execute();
  await audit(ctx, {
    organizationId,
    act: "participant.added",
    subjectKind: "participant",
    subjectId: participantId,
    detail: { role: "mentor", byHerself: true },
  });
}

/** Where the younger mentor the older, and between equals, nobody changes sides. */
export const mayBecomeMentor = (format: string): boolean => format !== "peer" && format !== "reverse";
