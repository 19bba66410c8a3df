/** The end of the filled world's relationship as its mentee sees it come: her own of everything. */
import { sealWords } from "../app/relationships/closure/seal-words.ts";
import { goOnToken } from "../app/relationships/quiet/go-on.ts";
import type { Context } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";

interface Its {
  readonly organizationId: string;
  readonly programId: string;
  readonly relationshipId: string;
  readonly mentee: { readonly personId: string; readonly participantId: string };
}

export async function fillClosure(
  ctx: Context,
  { organizationId, programId, relationshipId, mentee }: Its,
): Promise<Readonly<Record<string, string>>> {
  const { db, now } = ctx;
  const of = { organization_id: organizationId, relationship_id: relationshipId };
  const { personId } = mentee;
  const id = newId();
  await db
    .insertInto("new_start")
    .values({
      ...of,
      id,
      person_id: personId,
      reason: "distance",
      words: sealWords(ctx, { table: "new_start", organizationId, id }, "The way is long."),
      state: "declined",
      asked_at: now,
      answered_at: now,
      answered_by: personId,
      answer: "Let us talk.",
    })
    .execute();
  await db
    .insertInto("farewell")
    .values({
      ...of,
      person_id: personId,
      reason: "reached",
      reason_words: sealWords(ctx, { table: "farewell", organizationId, relationshipId, personId }, "I got the job."),
      reached: "I got the job.",
      thanks: "Thank you.",
      answers: JSON.stringify({ helped: 5 }),
      changed_at: now,
    })
    .execute();
  await db
    .insertInto("search_again")
    .values({ ...of, participant_id: mentee.participantId, from_on: "2030-01-01", learned: "Somebody nearer.", chosen_at: now })
    .execute();
  await db
    .insertInto("quiet_time")
    .values({ ...of, since: now, answered_at: now, answered_by: personId })
    .execute();
  // Who looks after it is whoever runs its program.
  await db
    .updateTable("relationship")
    .set((eb) => ({
      owner_id: eb
        .selectFrom("coordinator")
        .select("person_id")
        .where("organization_id", "=", organizationId)
        .where("program_id", "=", programId)
        .orderBy("created_at")
        .limit(1),
    }))
    .where("organization_id", "=", organizationId)
    .where("id", "=", relationshipId)
    .execute();
  return { goingOnToken: goOnToken(ctx.app, { organizationId, relationshipId, personId }) };
}
