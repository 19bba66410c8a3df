import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";

/**
 * Takes what somebody said out of an organization that she leaves: the others see that something was said. What was reported stays
 * with those who look after safety, without her name.
 */
export async function forgetMessages(ctx: Context, organizationId: string, personId: string): Promise<void> {
  const hers = sql`select id from message where organization_id = ${organizationId} and author_id = ${personId}`;
  await sql`delete from message_version where organization_id = ${organizationId} and message_id in (${hers})`.execute(ctx.db);
  await sql`
    delete from file where organization_id = ${organizationId} and id in (
      select file_id from message_file where organization_id = ${organizationId} and message_id in (${hers}))`.execute(ctx.db);
  await sql`
    update message_report set
      author_id = case when author_id = ${personId} then null else author_id end,
      author_name = case when author_id = ${personId} then '' else author_name end,
      reporter_id = case when reporter_id = ${personId} then null else reporter_id end,
      note = case when reporter_id = ${personId} then '' else note end
    where organization_id = ${organizationId} and ${personId} in (author_id, reporter_id)`.execute(ctx.db);
  await sql`
    delete from file where organization_id = ${organizationId} and id in (
      select (f->>'fileId')::uuid from held_answer h, jsonb_array_elements(h.files) f
      where h.organization_id = ${organizationId} and h.person_id = ${personId})`.execute(ctx.db);
  await sql`delete from held_answer where organization_id = ${organizationId} and person_id = ${personId}`.execute(ctx.db);
  await sql`delete from conversation_person where organization_id = ${organizationId} and person_id = ${personId}`.execute(ctx.db);
  await sql`
    delete from conversation_block where organization_id = ${organizationId} and ${personId} in (blocker_id, blocked_id)`.execute(ctx.db);
  await sql`
    update message set unseen_by = array_remove(unseen_by, ${personId}::uuid)
    where organization_id = ${organizationId} and ${personId} = any (unseen_by)`.execute(ctx.db);
  await sql`
    update message set words = '', deleted_at = coalesce(deleted_at, ${ctx.now}), sent_hash = '', sent_key = id, author_id = null
    where organization_id = ${organizationId} and author_id = ${personId}`.execute(ctx.db);
}
