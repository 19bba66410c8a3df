import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { countAttempt, limits } from "../../people/accounts/attempts.ts";
import { TooMuch } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import { notice } from "../../platform/realtime/live.ts";
import type { OneRelationship } from "../life/find-life.ts";
import { keepFiles, type PreparedFile } from "./message-files.ts";
import { soonMinutes } from "./letter-time.ts";
import { openConversation } from "./lock-conversation.ts";
import { topicOf } from "./message.ts";
import { messageWords } from "./messages.messages.ts";

export interface NewMessage {
  readonly authorId: string;
  readonly words: string;
  readonly files: readonly PreparedFile[];
  /** Made where it is written: the same one with the same content is sent once, however often it arrives. */
  readonly sentKey: string;
  readonly cameBy?: "page" | "mail";
  /** The key alone says that it is the same, whatever its way here made of the content. */
  readonly isSameByKey?: boolean;
}

export interface Sent {
  readonly messageId: string;
  readonly number: number;
}

/**
 * Says something in a conversation; the lock on it is held until the transaction ends. In a relationship that is over, or paused
 * for safety, it is refused in words; and so is more than a person writes. What comes again is not counted again.
 */
export async function sendMessage(ctx: Context, its: OneRelationship, message: NewMessage): Promise<Sent> {
  const { organizationId, relationshipId } = its;
  const { authorId, words, files, sentKey, cameBy = "page" } = message;
  const hash = contentHash(message);
  await openConversation(ctx, its);
  const messageId = newId();
  const { rows } = await sql<{ id: string; number: number; isNew: boolean }>`
    with before as (
      select id, number from message
      where organization_id = ${organizationId} and relationship_id = ${relationshipId} and author_id = ${authorId}
        and sent_key = ${sentKey} and sent_hash = ${hash}),
    counted as (
      update conversation set newest = newest + 1, revision = revision + 1
      where organization_id = ${organizationId} and relationship_id = ${relationshipId} and not exists (select from before)
      returning newest, revision),
    blocking as (
      select coalesce(array_agg(blocker_id), '{}') as ids from conversation_block
      where organization_id = ${organizationId} and relationship_id = ${relationshipId} and blocked_id = ${authorId}),
    made as (
      insert into message (organization_id, id, relationship_id, number, revision, author_id, words, sent_at, came_by, sent_key, sent_hash,
        unseen_by)
      select ${organizationId}::uuid, ${messageId}::uuid, ${relationshipId}::uuid, newest, revision, ${authorId}::uuid, ${words},
        ${ctx.now}::timestamptz, ${cameBy}, ${sentKey}::uuid, ${hash}::bytea, blocking.ids
      from counted, blocking
      returning id, number),
    waiting as (
      insert into conversation_person (organization_id, relationship_id, person_id, look_at)
      select p.organization_id, p.relationship_id, p.person_id, ${new Date(ctx.now.getTime() + soonMinutes * 60_000)}::timestamptz
      from relationship_person p, blocking
      where p.organization_id = ${organizationId} and p.relationship_id = ${relationshipId} and p.left_at is null
        and p.person_id <> ${authorId} and p.person_id <> all (blocking.ids) and exists (select from counted)
        and not exists (select from conversation_person c where c.organization_id = p.organization_id
          and c.relationship_id = p.relationship_id and c.person_id = p.person_id and c.look_at is not null)
      on conflict (organization_id, relationship_id, person_id) do update set look_at = excluded.look_at)
    select id, number, true as "isNew", ${notice(topicOf(relationshipId))}::text as told from made
    union all select id, number, false, null from before`.execute(ctx.db);
  const sent = rows[0]!;
  if (sent.isNew) {
    await countAttempt(
      ctx,
      [
        [limits.messages, authorId],
        [limits.messagesOfDay, authorId],
      ],
      (minutes) => new TooMuch((language) => messageWords(language).tooMuch(minutes)),
    );
    await keepFiles(ctx, { organizationId, messageId, authorId }, files);
    await announce(ctx, "message.sent", { organizationId, relationshipId, messageId });
  }
  return { messageId: sent.id, number: sent.number };
}

function contentHash({ words, files, sentKey, isSameByKey }: NewMessage): Buffer {
  if (isSameByKey) return createHash("sha256").update(sentKey).digest();
  const hash = createHash("sha256").update(words);
  for (const { name, original } of files) hash.update(`\0${name}\0`).update(original);
  return hash.digest();
}
