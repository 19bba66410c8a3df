import type { Context } from "../../platform/context.ts";
import { Invalid } from "../../platform/errors.ts";
import { announceEach } from "../../platform/facts.ts";
import { formWords } from "../../platform/form.messages.ts";

/** Makes these, and no others, the programs that the person coordinates. Refuses programs that are not the organization's. */
export async function setCoordinated(ctx: Context, organizationId: string, personId: string, programIds: readonly string[]): Promise<void> {
  if (programIds.length > 0) {
    const known = await ctx.db
      .selectFrom("program")
      .select("id")
      .where("organization_id", "=", organizationId)
      .where("id", "in", programIds)
      .execute();
    if (known.length !== programIds.length) throw new Invalid({ programIds: (language) => formWords(language).invalid });
  }
  const left = await ctx.db
    .deleteFrom("coordinator")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .$if(programIds.length > 0, (query) => query.where("program_id", "not in", programIds))
    .returning("program_id as programId")
    .execute();
  await announceEach(
    ctx,
    "coordinators.changed",
    left.map(({ programId }) => ({ organizationId, programId, heirId: null })),
  );
  if (programIds.length === 0) return;
  await ctx.db
    .insertInto("coordinator")
    .values(programIds.map((id) => ({ organization_id: organizationId, program_id: id, person_id: personId, created_at: ctx.now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
