import { sql } from "kysely";
import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { listOwnParts } from "./find-participant.ts";
import { recheckParticipant } from "./write-answers.ts";

/**
 * She has come in and attests that she is an adult, once for all of her parts in the program: without that no minor could be
 * kept from being matched.
 */
export async function joinProgram(ctx: PersonalContext, organizationId: string, programId: string): Promise<void> {
  const { personId } = ctx.actor;
  const parts = (await listOwnParts(ctx, organizationId, programId, personId)).filter(
    (part) => part.withdrawnAt === null && (part.attestedAt === null || part.joinedAt === null),
  );
  for (const { id } of parts) {
    await ctx.db
      .updateTable("participant")
      .set({ adult_attested_at: sql`coalesce(adult_attested_at, ${ctx.now})`, joined_at: sql`coalesce(joined_at, ${ctx.now})` })
      .where("organization_id", "=", organizationId)
      .where("id", "=", id)
      .execute();
    await recheckParticipant(ctx, organizationId, id);
    await audit(ctx, { organizationId, act: "participant.adult-attested", subjectKind: "participant", subjectId: id });
  }
  // Who was signed in already came by no link.
  await ctx.db
    .updateTable("member")
    .set({ joined_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .where("joined_at", "is", null)
    .execute();
}
