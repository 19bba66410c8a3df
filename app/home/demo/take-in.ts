/** People of the demo come into a second program of their organization, in the part that they have in the first. */
import type { Context } from "../../platform/context.ts";
import { idsInOrder } from "./write-people.ts";
import type { DemoParticipant, DemoProgram } from "./write-program.ts";

/** Those of `people` with these keys, as participants of the program since the moment that the clock shows; they have joined it. */
export async function takeIn(
  ctx: Context,
  { organizationId, programId }: DemoProgram,
  people: readonly DemoParticipant[],
  keys: readonly string[],
): Promise<DemoParticipant[]> {
  const ids = idsInOrder(keys.length);
  const taken = keys.map((key, index) => {
    const person = people.find(({ card }) => card.key === key);
    if (!person || person.card.stage !== undefined) throw new Error(`${key} is not among those who could come into a second program`);
    return { ...person, participantId: ids[index]! };
  });
  await ctx.db
    .insertInto("participant")
    .values(
      taken.map(({ id, participantId, role }) => ({
        organization_id: organizationId,
        id: participantId,
        program_id: programId,
        person_id: id,
        role,
        added_by: "demo" as const,
        invited_at: ctx.now,
        joined_at: ctx.now,
        adult_attested_at: ctx.now,
        completed_at: ctx.now,
        created_at: ctx.now,
      })),
    )
    .execute();
  return taken;
}
