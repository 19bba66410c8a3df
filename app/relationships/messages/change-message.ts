/** Changing what one has said, and taking it back. What was said before is kept for safeguarding, and shown to nobody. */
import { sql } from "kysely";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, found, NotAllowed } from "../../platform/errors.ts";
import type { OneRelationship } from "../life/find-life.ts";
import { findMessage } from "./list-messages.ts";
import { openConversation } from "./lock-conversation.ts";
import { canDelete, canEdit, type ShownMessage, topicOf } from "./message.ts";
import { messageWords } from "./messages.messages.ts";

type OneMessage = OneRelationship & { readonly messageId: string };

/** Says it otherwise, within the hour. */
export async function editMessage(ctx: PersonalContext, its: OneMessage, words: string): Promise<void> {
  const message = await lockMessage(ctx, its);
  if (!canDelete(said(message), ctx.actor.personId)) throw new NotAllowed((language) => messageWords(language).notYours);
  if (!canEdit(said(message), ctx.actor.personId, ctx.now)) throw new Conflict((language) => messageWords(language).tooLateToEdit);
  if (message.words === words) return;
  await keepVersion(ctx, its);
  await write(ctx, its, sql`words = ${words}, edited_at = ${ctx.now}`);
}

/** Takes it back: the others see that something was said, and nothing of what. */
export async function deleteMessage(ctx: PersonalContext, its: OneMessage): Promise<void> {
  const message = await lockMessage(ctx, its);
  if (message.isDeleted) return;
  if (!canDelete(said(message), ctx.actor.personId)) throw new NotAllowed((language) => messageWords(language).notYours);
  await keepVersion(ctx, its);
  await write(ctx, its, sql`words = '', deleted_at = ${ctx.now}`);
}

const said = ({ authorId, sentAt, isDeleted }: ShownMessage) => ({ authorId, sentAt: new Date(sentAt), isDeleted });

async function lockMessage(ctx: PersonalContext, its: OneMessage): Promise<ShownMessage> {
  await openConversation(ctx, its);
  return found(await findMessage(ctx, its, ctx.actor.personId, its.messageId));
}

async function keepVersion(ctx: PersonalContext, { organizationId, messageId }: OneMessage): Promise<void> {
  await sql`
    insert into message_version (organization_id, message_id, version, words, said_at, replaced_at)
    select m.organization_id, m.id,
      (select count(*) + 1 from message_version v where v.organization_id = m.organization_id and v.message_id = m.id),
      m.words, coalesce(m.edited_at, m.sent_at), ${ctx.now}
    from message m where m.organization_id = ${organizationId} and m.id = ${messageId}`.execute(ctx.db);
}

async function write(
  ctx: PersonalContext,
  { organizationId, relationshipId, messageId }: OneMessage,
  change: ReturnType<typeof sql>,
): Promise<void> {
  await sql`
    with counted as (
      update conversation set revision = revision + 1
      where organization_id = ${organizationId} and relationship_id = ${relationshipId} returning revision)
    update message set ${change}, revision = counted.revision from counted
    where organization_id = ${organizationId} and id = ${messageId}`.execute(ctx.db);
  await ctx.app.live.publish(ctx, topicOf(relationshipId));
}
