/** What the people of the filled relationship have written to each other: the mentee's own, wherever it is somebody's. */
import { createHash } from "node:crypto";
import type { Context } from "../app/platform/context.ts";
import { storeFile } from "../app/platform/files/store-file.ts";
import { newId } from "../app/platform/identifiers.ts";

interface Its {
  readonly organizationId: string;
  readonly relationshipId: string;
  readonly mentee: { readonly personId: string };
  readonly mentor: { readonly personId: string };
}

export async function fillMessages(ctx: Context, its: Its): Promise<{ messageId: string; attachmentId: string; heldAnswerId: string }> {
  const { db } = ctx;
  const { organizationId: organization_id, relationshipId: relationship_id, mentee, mentor } = its;
  const now = new Date();
  const messageId = newId();
  await db.insertInto("conversation").values({ organization_id, relationship_id, newest: 2, revision: 3 }).execute();
  for (const [index, author_id] of [mentor.personId, mentee.personId].entries())
    await db
      .insertInto("message")
      .values({
        organization_id,
        id: index === 1 ? messageId : newId(),
        relationship_id,
        number: index + 1,
        revision: index + 1,
        author_id,
        words: `How are you, ${index}?`,
        sent_at: now,
        sent_key: newId(),
        sent_hash: createHash("sha256").update(String(index)).digest(),
      })
      .execute();
  await db
    .insertInto("message_version")
    .values({ organization_id, message_id: messageId, version: 1, words: "How old are you?", said_at: now, replaced_at: now })
    .execute();
  const attachmentId = await storeFile(ctx, {
    organizationId: organization_id,
    kind: "message",
    name: "plan.txt",
    contentType: "application/octet-stream",
    personId: mentee.personId,
    content: (async function* () {
      yield await Promise.resolve(Buffer.from("One, two"));
    })(),
  });
  await db
    .insertInto("message_file")
    .values({
      organization_id,
      message_id: messageId,
      file_id: attachmentId,
      position: 0,
      name: "plan.txt",
      kind: "document",
      size_bytes: 8,
    })
    .execute();
  await db
    .insertInto("conversation_person")
    .values({ organization_id, relationship_id, person_id: mentee.personId, read_number: 1, read_at: now, revision: 3 })
    .execute();
  await db
    .insertInto("conversation_block")
    .values({ organization_id, relationship_id, blocker_id: mentee.personId, blocked_id: mentor.personId, at: now })
    .execute();
  await db
    .insertInto("message_report")
    .values({
      organization_id,
      id: newId(),
      relationship_id,
      message_id: messageId,
      reporter_id: mentee.personId,
      reported_at: now,
      author_id: mentor.personId,
      author_name: "Jonas Mentor",
      words: "How are you, 0?",
      sent_at: now,
    })
    .execute();
  await db.insertInto("auth.message_setting").values({ person_id: mentee.personId, letters: "daily" }).execute();
  const heldAnswerId = newId();
  await db
    .insertInto("held_answer")
    .values({
      organization_id,
      id: heldAnswerId,
      relationship_id,
      person_id: mentee.personId,
      reason: "unproved",
      words: "It is me",
      sent_key: newId(),
      came_at: now,
    })
    .execute();
  return { messageId, attachmentId, heldAnswerId };
}
