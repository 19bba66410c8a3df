import { sql } from "kysely";
import type { PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import { copyFiles } from "../concerns/take-snapshot.ts";
import type { OneRelationship } from "../life/find-life.ts";
import { findMessage } from "./list-messages.ts";

/**
 * Something that should not have been said: kept as it stands now, with what it was before, whatever becomes of it. Also in a
 * relationship that is over. Its author is not told. Reporting it again is the same report.
 */
export async function reportMessage(ctx: PersonalContext, its: OneRelationship & { messageId: string }, note: string): Promise<void> {
  const { organizationId, relationshipId, messageId } = its;
  found(await findMessage(ctx, its, ctx.actor.personId, messageId));
  const { numAffectedRows } = await sql`
    insert into message_report (organization_id, id, relationship_id, message_id, reporter_id, reported_at, note, author_id, author_name,
      words, sent_at, versions, files)
    select m.organization_id, ${newId()}::uuid, m.relationship_id, m.id, ${ctx.actor.personId}::uuid, ${ctx.now}::timestamptz, ${note},
      m.author_id, coalesce(profile.name, ''), m.words, m.sent_at,
      coalesce((select jsonb_agg(jsonb_build_object('words', v.words, 'saidAt', v.said_at, 'replacedAt', v.replaced_at) order by v.version)
        from message_version v where v.organization_id = m.organization_id and v.message_id = m.id), '[]'),
      coalesce((select jsonb_agg(jsonb_build_object('fileId', f.file_id, 'name', f.name, 'kind', f.kind) order by f.position)
        from message_file f where f.organization_id = m.organization_id and f.message_id = m.id), '[]')
    from message m left join profile on profile.organization_id = m.organization_id and profile.person_id = m.author_id
    where m.organization_id = ${organizationId} and m.id = ${messageId}
    on conflict (organization_id, message_id, reporter_id) do nothing`.execute(ctx.db);
  if (!numAffectedRows) return;
  const report = ctx.db
    .selectFrom("message_report")
    .select(["id", "files"])
    .where("organization_id", "=", organizationId)
    .where("message_id", "=", messageId)
    .where("reporter_id", "=", ctx.actor.personId);
  const { id, files } = await report.executeTakeFirstOrThrow();
  if (files.length > 0)
    await ctx.db
      .updateTable("message_report")
      .set({ files: JSON.stringify(await copyFiles(ctx, organizationId, files)) })
      .where("organization_id", "=", organizationId)
      .where("id", "=", id)
      .execute();
  await announce(ctx, "message.reported", { organizationId, relationshipId, messageId });
}

export async function hasReported(
  ctx: PersonalContext,
  { organizationId, messageId }: OneRelationship & { messageId: string },
): Promise<boolean> {
  const row = await ctx.db
    .selectFrom("message_report")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("message_id", "=", messageId)
    .where("reporter_id", "=", ctx.actor.personId)
    .executeTakeFirst();
  return row !== undefined;
}
