import { z } from "zod";
import { personWithAddress } from "../../people/accounts/person-with-address.ts";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { choice, emailAddress, optionalWholeNumber, text } from "../../platform/form-fields.ts";
import { newId } from "../../platform/identifiers.ts";
import { enrollmentWords } from "./enrollment.messages.ts";
import { makeOtherParts } from "./peer-parts.ts";
import { type AddedBy, mostPlaces, type ParticipantRole, participantRoles } from "./participant.ts";

export const newParticipantShape = z.object({
  email: emailAddress(),
  name: text(200),
  role: choice(participantRoles),
  capacity: optionalWholeNumber(0, mostPlaces),
});
export type NewParticipant = z.output<typeof newParticipantShape>;

/**
 * Brings somebody into the program by hand. Whether she has an account elsewhere, nobody learns: her name here is the one that
 * was typed, unless the organization knows her already. Returns the participant's id.
 */
export async function addParticipant(
  ctx: Context,
  organizationId: string,
  programId: string,
  { email, name, role, capacity }: NewParticipant,
): Promise<string> {
  const { personId } = await personWithAddress(ctx, { email, name });
  const participantId = await makePart(ctx, organizationId, programId, {
    personId,
    name,
    role,
    capacity: role === "mentor" ? capacity : null,
    addedBy: "coordinator",
  });
  if (participantId === undefined) {
    const before = await ctx.db
      .selectFrom("participant as p")
      .innerJoin("program", (join) =>
        join.onRef("program.organization_id", "=", "p.organization_id").onRef("program.id", "=", "p.program_id"),
      )
      .select(["p.withdrawn_at", "program.format"])
      .where("p.organization_id", "=", organizationId)
      .where("p.program_id", "=", programId)
      .where("p.role", "=", role)
      .where("p.person_id", "=", personId)
      .executeTakeFirst();
    throw new Conflict((language) => {
      const words = enrollmentWords(language);
      if (before?.withdrawn_at) return words.hasWithdrawn;
      return before?.format === "peer" ? words.alreadyThereEqual : words.alreadyThere(words.roles[role]);
    });
  }
  await audit(ctx, { organizationId, act: "participant.added", subjectKind: "participant", subjectId: participantId, detail: { role } });
  return participantId;
}

export interface NewPart {
  readonly personId: string;
  /** Of the profile, where there is none yet. */
  readonly name: string;
  readonly role: ParticipantRole;
  readonly capacity: number | null;
  readonly addedBy: AddedBy;
}

/** Makes her a participant (of peers: in both roles), and a member with a profile where she is none yet; undefined if she has this part already. */
export async function makePart(ctx: Context, organizationId: string, programId: string, part: NewPart): Promise<string | undefined> {
  const key = { organization_id: organizationId, person_id: part.personId, created_at: ctx.now };
  await ctx.db
    .insertInto("member")
    .values(key)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await ctx.db
    .insertInto("profile")
    .values({ ...key, name: part.name, updated_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await ctx.db
    .insertInto("participant")
    .values({
      ...key,
      id: newId(),
      program_id: programId,
      role: part.role,
      capacity: part.capacity,
      added_by: part.addedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  await makeOtherParts(ctx, { organizationId, programId }, part.personId);
  return made?.id;
}
