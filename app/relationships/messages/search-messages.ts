import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { OneRelationship } from "../life/find-life.ts";

export interface FoundMessage {
  readonly number: number;
  readonly authorId: string | null;
  readonly words: string;
  readonly sentAt: Date;
}

const mostFound = 50;

/** What was said with all of these words, or words that begin like them, with or without accents; newest first. */
export async function searchMessages(
  ctx: Context,
  { organizationId, relationshipId }: OneRelationship,
  readerId: string,
  typed: string,
): Promise<FoundMessage[]> {
  const words = (typed.normalize("NFC").match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, 10);
  if (words.length === 0) return [];
  const { rows } = await sql<FoundMessage>`
    select number, author_id as "authorId", words, sent_at as "sentAt" from message
    where organization_id = ${organizationId} and relationship_id = ${relationshipId} and deleted_at is null
      and findable @@ to_tsquery('simple', (
        -- Quoted when its accents are gone: some letters (ʼ, ŉ) become apostrophes then.
        select string_agg(quote_literal(unaccent('unaccent', word)) || ':*', ' & ') from unnest(${words}::text[]) word))
      and ${readerId} <> all (unseen_by)
    order by number desc limit ${mostFound}`.execute(ctx.db);
  return rows;
}
