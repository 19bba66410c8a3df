/** A piece of the program, that the mentee of the filled world has read it, and what she thought after their meeting. */
import { seal } from "../app/platform/sealing.ts";
import type { Context } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";
import { reflectionPlace } from "../app/relationships/practice/write-reflection.ts";

interface Its {
  readonly organizationId: string;
  readonly programId: string;
  readonly relationshipId: string;
  readonly mentee: { readonly personId: string };
}

export async function fillPractice({ app, db, now }: Context, its: Its, sessionId: string): Promise<{ piece: string }> {
  const organization_id = its.organizationId;
  const { personId: person_id } = its.mentee;
  const key = newId();
  await db
    .insertInto("practice_piece")
    .values({
      organization_id,
      program_id: its.programId,
      key,
      title: "Listening",
      body: "Listen first.",
      moment: "before-first-meeting",
      changed_at: now,
      changed_by: person_id,
    })
    .execute();
  await db
    .insertInto("practice_reading")
    .values({ organization_id, relationship_id: its.relationshipId, person_id, key, read_at: now })
    .execute();
  const sealed = seal(app.settings, reflectionPlace(organization_id, sessionId, person_id), JSON.stringify("I was heard."));
  await db
    .insertInto("reflection")
    .values({
      organization_id,
      relationship_id: its.relationshipId,
      session_id: sessionId,
      person_id,
      sealed,
      written_at: now,
      shared_at: null,
    })
    .execute();
  return { piece: key };
}
