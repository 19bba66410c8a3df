/** A case of the filled world: raised by its mentee about her mentor, with everything written in it. The coordinator looks after safety. */
import type { Context } from "../app/platform/context.ts";
import { storeFile } from "../app/platform/files/store-file.ts";
import { newId } from "../app/platform/identifiers.ts";
import { sealCase } from "../app/relationships/concerns/seal-case.ts";

interface Its {
  readonly organizationId: string;
  readonly programId: string;
  readonly relationshipId: string;
  readonly mentee: { readonly personId: string };
  readonly mentor: { readonly personId: string };
}

export async function fillConcern(
  ctx: Context,
  { organizationId, programId, relationshipId, mentee, mentor }: Its,
): Promise<{ concernId: string; caseFileId: string }> {
  const { db } = ctx;
  const now = new Date();
  const concernId = newId();
  const { person_id: lead } = await db
    .selectFrom("coordinator")
    .select("person_id")
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .executeTakeFirstOrThrow();
  await db.insertInto("safeguarding_lead").values({ organization_id: organizationId, person_id: lead, given_at: now }).execute();
  await db
    .insertInto("concern")
    .values({
      organization_id: organizationId,
      id: concernId,
      reporter_id: mentee.personId,
      is_confidential: false,
      may_write: true,
      category: "pressure",
      urgency: "soon",
      words: sealCase(ctx, organizationId, "concern.words", concernId, "He presses me to meet at his home."),
      relationship_id: relationshipId,
      outcome: sealCase(ctx, organizationId, "concern.outcome", concernId, "We have talked with him."),
      raised_at: now,
      opened_at: now,
    })
    .execute();
  await db
    .insertInto("concern_subject")
    .values({ organization_id: organizationId, concern_id: concernId, number: 1, person_id: mentor.personId, named_by: "reporter" })
    .execute();
  const entryId = newId();
  await db
    .insertInto("concern_entry")
    .values({
      organization_id: organizationId,
      id: entryId,
      concern_id: concernId,
      at: now,
      kind: "added",
      by_part: "reporter",
      by_id: mentee.personId,
      words: sealCase(ctx, organizationId, "concern_entry.words", entryId, "He wrote again."),
    })
    .execute();
  await db
    .insertInto("concern_reading")
    .values({ organization_id: organizationId, id: newId(), concern_id: concernId, person_id: lead, at: now })
    .execute();
  // What was decided touches both of them alike; she thinks otherwise.
  for (const [person, words] of [
    [mentee, "I would like to go on."],
    [mentor, undefined],
  ] as const) {
    const id = newId();
    await db
      .insertInto("safety_decision")
      .values({
        organization_id: organizationId,
        id,
        concern_id: concernId,
        relationship_id: relationshipId,
        person_id: person.personId,
        kind: "paused",
        decided_by: lead,
        decided_at: now,
        over_at: now,
        ...(words !== undefined && {
          objected_at: now,
          objection: sealCase(ctx, organizationId, "safety_decision.objection", id, words),
          answered_at: now,
          answered_by: lead,
          outcome: "changed",
          answer: sealCase(ctx, organizationId, "safety_decision.answer", id, "It goes on."),
        }),
      })
      .execute();
  }
  await db
    .insertInto("concern_snapshot")
    .values({
      organization_id: organizationId,
      id: newId(),
      reporter_id: mentee.personId,
      kind: "profile",
      about_id: mentor.personId,
      words: "I decide what is good for you.",
      made_at: now,
    })
    .execute();
  const caseFileId = await storeFile(ctx, {
    organizationId,
    kind: "case",
    name: "plan.txt",
    contentType: "application/octet-stream",
    content: (async function* () {
      yield await Promise.resolve(Buffer.from("Come at nine"));
    })(),
  });
  await db
    .insertInto("concern_file")
    .values({ organization_id: organizationId, concern_id: concernId, file_id: caseFileId, name: "plan.txt" })
    .execute();
  return { concernId, caseFileId };
}
