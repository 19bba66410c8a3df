import { sql } from "kysely";
import type { PersonalContext } from "../../platform/context.ts";
import type { OneRelationship } from "../life/find-life.ts";
import { topicOf } from "./message.ts";

/** She has read up to this message: the others see it, and no letter tells her of it any more. Going back is nothing. */
export async function markRead(ctx: PersonalContext, { organizationId, relationshipId }: OneRelationship, number: number): Promise<void> {
  const { personId } = ctx.actor;
  const { rows: unread } = await sql`
    select from conversation c where c.organization_id = ${organizationId} and c.relationship_id = ${relationshipId}
      and least(c.newest, ${number}) > coalesce((select p.read_number from conversation_person p
        where p.organization_id = c.organization_id and p.relationship_id = c.relationship_id and p.person_id = ${personId}), 0)`.execute(
    ctx.db,
  );
  if (unread.length === 0) return;
  await sql`
    with counted as (
      update conversation set revision = revision + 1
      where organization_id = ${organizationId} and relationship_id = ${relationshipId} returning newest, revision)
    insert into conversation_person as p (organization_id, relationship_id, person_id, read_number, read_at, revision)
    select ${organizationId}::uuid, ${relationshipId}::uuid, ${personId}::uuid, least(newest, ${number}), ${ctx.now}::timestamptz, revision
    from counted
    on conflict (organization_id, relationship_id, person_id) do update set
      read_number = greatest(p.read_number, excluded.read_number), read_at = excluded.read_at, revision = excluded.revision,
      look_at = case when excluded.read_number >= (select newest from counted) then null else p.look_at end`.execute(ctx.db);
  await ctx.app.live.publish(ctx, topicOf(relationshipId));
}
