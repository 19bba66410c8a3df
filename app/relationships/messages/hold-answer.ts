import { sql } from "kysely";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { deleteFile } from "../../platform/files/delete-file.ts";
import { readFile } from "../../platform/files/read-file.ts";
import { storeFile } from "../../platform/files/store-file.ts";
import { isLanguage } from "../../platform/i18n.ts";
import { newId } from "../../platform/identifiers.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import { heldAnswerLetter } from "./held-answer.email.ts";
import { heldAnswerWords } from "./held-answer.messages.ts";
import { heldAnswerPath, type HeldFile, type HeldReason, mostHeld } from "./held-answer.ts";
import { once, type PreparedFile } from "./message-files.ts";
import { type Sent, sendMessage } from "./send-message.ts";

/** The kind of file that they are kept as, until they go with a message. */
export const heldFile = "held-answer";

export interface HeldAnswer {
  readonly reason: HeldReason;
  readonly words: string;
  readonly files: readonly PreparedFile[];
  readonly sentKey: string;
}

/** Keeps an answer until its person says that it is hers, and asks her by letter; false where too many wait already. */
export async function holdAnswer(
  ctx: Context,
  { organizationId, relationshipId, personId }: OneRelationship & { readonly personId: string },
  { reason, words, files, sentKey }: HeldAnswer,
): Promise<boolean> {
  const { rows } = await sql<{ waiting: number; isKnown: boolean }>`
    select
      (select count(*)::int from held_answer
        where organization_id = ${organizationId} and relationship_id = ${relationshipId} and person_id = ${personId}) as waiting,
      exists (select from held_answer where organization_id = ${organizationId} and relationship_id = ${relationshipId}
          and person_id = ${personId} and sent_key = ${sentKey})
        or exists (select from message where organization_id = ${organizationId} and relationship_id = ${relationshipId}
          and author_id = ${personId} and sent_key = ${sentKey}) as "isKnown"`.execute(ctx.db);
  const { waiting, isKnown } = rows[0]!;
  if (isKnown) return true;
  if (waiting >= mostHeld) return false;
  const kept: HeldFile[] = [];
  for (const { name, kind, bytes, contentType, width, height } of files) {
    const fileId = await storeFile(ctx, { organizationId, kind: heldFile, name, contentType, content: once(bytes), personId });
    kept.push({ fileId, name, kind, contentType, bytes: bytes.length, width, height });
  }
  const id = newId();
  await ctx.db
    .insertInto("held_answer")
    .values({
      organization_id: organizationId,
      id,
      relationship_id: relationshipId,
      person_id: personId,
      reason,
      words,
      files: JSON.stringify(kept),
      sent_key: sentKey,
      came_at: ctx.now,
    })
    .execute();
  await askByLetter(ctx, { organizationId, relationshipId, personId }, { id, reason });
  return true;
}

async function askByLetter(
  ctx: Context,
  its: OneRelationship & { readonly personId: string },
  { id, reason }: { readonly id: string; readonly reason: HeldReason },
): Promise<void> {
  const { people } = await findRelationship(ctx, its);
  const organization = await ctx.db
    .selectFrom("organization")
    .select(["id", "name", "language"])
    .where("id", "=", its.organizationId)
    .executeTakeFirstOrThrow();
  const account = await ctx.db
    .selectFrom("auth.person")
    .select(["email", "language"])
    .where("id", "=", its.personId)
    .executeTakeFirstOrThrow();
  const language = [account.language, organization.language].find(isLanguage) ?? "en";
  await sendLetter(ctx, {
    kind: "message",
    organization,
    to: {
      personId: its.personId,
      // Where she is known to be, not where the answer says that it is from.
      address: account.email,
      name: people.find(({ personId }) => personId === its.personId)?.name ?? "",
      language,
    },
    occasion: `held answer ${id}`,
    letter: heldAnswerLetter(language, reason, ctx.app.settings.publicUrl + heldAnswerPath(its.organizationId, its.relationshipId, id)),
  });
}

export interface OneHeldAnswer extends OneRelationship {
  readonly heldAnswerId: string;
}

/** An answer of the asking person that waits. */
export async function findHeldAnswer(ctx: PersonalContext, its: OneHeldAnswer) {
  return ctx.db
    .selectFrom("held_answer")
    .select(["reason", "words", "files", "sent_key as sentKey", "came_at as cameAt"])
    .where("organization_id", "=", its.organizationId)
    .where("relationship_id", "=", its.relationshipId)
    .where("id", "=", its.heldAnswerId)
    .where("person_id", "=", ctx.actor.personId)
    .executeTakeFirst();
}

/** She wrote it: it becomes a message now. */
export async function sendHeldAnswer(ctx: PersonalContext, its: OneHeldAnswer): Promise<Sent> {
  const held = found(await findHeldAnswer(ctx, its));
  const files: PreparedFile[] = [];
  for (const { fileId, name, kind, contentType, width, height } of held.files) {
    const bytes = await contentOf(ctx, fileId);
    files.push({ name, kind, original: bytes, bytes, contentType, width, height });
  }
  const sent = await sendMessage(ctx, its, {
    authorId: ctx.actor.personId,
    words: held.words,
    files,
    sentKey: held.sentKey,
    cameBy: "mail",
    isSameByKey: true,
  });
  await dropHeldAnswer(ctx, its);
  return sent;
}

async function contentOf(ctx: Context, fileId: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of readFile(ctx, fileId)) pieces.push(piece);
  if (pieces.length === 0) throw new Conflict((language) => heldAnswerWords(language).filesGone);
  return Buffer.concat(pieces);
}

/** It goes, with its files: somebody else wrote it, or it is sent. */
export async function dropHeldAnswer(ctx: PersonalContext, its: OneHeldAnswer): Promise<void> {
  const { files } = found(await findHeldAnswer(ctx, its));
  for (const { fileId } of files) await deleteFile(ctx, its.organizationId, fileId);
  await ctx.db
    .deleteFrom("held_answer")
    .where("organization_id", "=", its.organizationId)
    .where("id", "=", its.heldAnswerId)
    .where("person_id", "=", ctx.actor.personId)
    .execute();
}
