import type { PersonalContext } from "../../../platform/context.ts";
import { makePart } from "../add-participant.ts";
import { joinProgram } from "../join-program.ts";
import type { ParticipantRole } from "../participant.ts";

/** Somebody who is signed in, by whatever way, joins an open program as she chooses; asking again changes nothing. */
export async function joinBySignUp(ctx: PersonalContext, organizationId: string, programId: string, role: ParticipantRole): Promise<void> {
  const { personId, name, email } = ctx.actor;
  await makePart(ctx, organizationId, programId, {
    personId,
    name: name || email.split("@")[0]!,
    role,
    capacity: null,
    addedBy: "sign-up",
  });
  await joinProgram(ctx, organizationId, programId);
}
