import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../platform/context.ts";

/** More is "99+" everywhere. */
export const mostCounted = 100;

export interface Unread {
  readonly organizationId: string;
  readonly relationshipId: string;
  /** At most 100. */
  readonly count: number;
  /** The number of the first of them, to begin reading at. */
  readonly first: number;
  /** Who wrote them, as they are called in the organization. */
  readonly authors: readonly string[];
}

/** The same by relationship, for the frame of every page. */
export async function countWaiting(ctx: Context): Promise<ReadonlyMap<string, number>> {
  return new Map((await countUnread(ctx)).map(({ relationshipId, count }) => [relationshipId, count]));
}

/** What the asking person has not read, in her relationships that have any; in one statement, over all that the transaction sees. */
export async function countUnread(ctx: Context): Promise<Unread[]> {
  return ctx.actor ? (await unreadOf(ctx.actor.personId).execute(ctx.db)).rows : [];
}

/** The statement, for whoever wants to see how it is done. */
export const unreadOf = (personId: string): RawBuilder<Unread> => sql<Unread>`
    select p.organization_id as "organizationId", p.relationship_id as "relationshipId", unread.count, unread.first,
      array(select name from profile where profile.organization_id = p.organization_id and profile.person_id = any (unread.author_ids)
        order by name) as authors
    from relationship_person p
      join conversation c on c.organization_id = p.organization_id and c.relationship_id = p.relationship_id
      left join conversation_person mark on mark.organization_id = p.organization_id and mark.relationship_id = p.relationship_id
        and mark.person_id = p.person_id
      cross join lateral (
        select count(*)::int as count, min(number) as first, array_agg(distinct author_id) as author_ids from (
          select m.number, m.author_id from message m
          where m.organization_id = p.organization_id and m.relationship_id = p.relationship_id
            -- Not coalesce: PostgreSQL does not take it for leakproof, and would read the whole conversation instead of its index.
            and m.number > case when mark.read_number is null then 0 else mark.read_number end and m.author_id is distinct from p.person_id
            and p.person_id <> all (m.unseen_by) and m.deleted_at is null
          order by m.number limit ${mostCounted}) counted) unread
    where p.person_id = ${personId} and p.left_at is null and c.newest > coalesce(mark.read_number, 0) and unread.count > 0`;
