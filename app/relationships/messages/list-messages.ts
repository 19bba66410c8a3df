/** Reads of a conversation, for one of its people; newest first in pages by number. */
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { OneRelationship } from "../life/find-life.ts";
import { messagesPerPage, type ReadMark, type ShownFile, type ShownMessage } from "./message.ts";

interface MessageRow {
  readonly id: string;
  readonly number: number;
  readonly revision: number;
  readonly authorId: string | null;
  readonly words: string;
  readonly sentAt: Date;
  readonly cameBy: "page" | "mail";
  readonly isEdited: boolean;
  readonly isDeleted: boolean;
  readonly sentKey: string;
  readonly unseenBy: readonly string[];
  readonly files: readonly ShownFile[];
}

const columns = sql`m.id, m.number, m.revision, m.author_id as "authorId", m.words, m.sent_at as "sentAt", m.came_by as "cameBy",
  m.edited_at is not null as "isEdited", m.deleted_at is not null as "isDeleted", m.sent_key as "sentKey", m.unseen_by as "unseenBy",
  case when m.deleted_at is not null then '[]'::json else coalesce((
    select json_agg(json_build_object('id', f.file_id, 'name', f.name, 'kind', f.kind, 'bytes', f.size_bytes, 'width', f.width,
      'height', f.height) order by f.position)
    from message_file f where f.organization_id = m.organization_id and f.message_id = m.id), '[]'::json) end as files`;

const shown = ({ id, number, authorId, words, sentAt, cameBy, isEdited, isDeleted, sentKey, files }: MessageRow): ShownMessage => ({
  id,
  number,
  authorId,
  words,
  sentAt: sentAt.toISOString(),
  cameBy,
  isEdited,
  isDeleted,
  sentKey,
  files,
});

/** A page: the newest below a number, or those around one. */
export type Where = { readonly before?: number } | { readonly around: number };

export interface MessagePage {
  /** Oldest first, as they are read. */
  readonly messages: readonly ShownMessage[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}

/** One statement, by the index on numbers alone; one more around a number. */
export async function listMessages(ctx: Context, its: OneRelationship, readerId: string, where: Where = {}): Promise<MessagePage> {
  if ("around" in where) {
    const newer = await numbered(ctx, its, readerId, sql`m.number >= ${where.around}`, sql`asc`, messagesPerPage / 2);
    const older = await numbered(ctx, its, readerId, sql`m.number < ${where.around}`, sql`desc`, messagesPerPage - newer.rows.length);
    return { messages: [...older.rows.toReversed(), ...newer.rows].map(shown), hasOlder: older.hasMore, hasNewer: newer.hasMore };
  }
  const { rows, hasMore } = await numbered(
    ctx,
    its,
    readerId,
    where.before === undefined ? sql`true` : sql`m.number < ${where.before}`,
    sql`desc`,
    messagesPerPage,
  );
  return { messages: rows.toReversed().map(shown), hasOlder: hasMore, hasNewer: where.before !== undefined };
}

async function numbered(
  ctx: Context,
  { organizationId, relationshipId }: OneRelationship,
  readerId: string,
  which: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  most: number,
): Promise<{ rows: MessageRow[]; hasMore: boolean }> {
  const { rows } = await sql<MessageRow>`
    select ${columns} from message m
    where m.organization_id = ${organizationId} and m.relationship_id = ${relationshipId} and ${which}
      and ${readerId} <> all (m.unseen_by)
    order by m.number ${order} limit ${most + 1}`.execute(ctx.db);
  return { rows: rows.slice(0, most), hasMore: rows.length > most };
}

/** What everybody is called who is or was in it, by person: what somebody said stays hers when she goes. */
export async function findNames(ctx: Context, { organizationId, relationshipId }: OneRelationship): Promise<Record<string, string>> {
  const rows = await ctx.db
    .selectFrom("relationship_person as p")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "p.organization_id").onRef("profile.person_id", "=", "p.person_id"),
    )
    .select(["p.person_id as personId", "profile.name"])
    .where("p.organization_id", "=", organizationId)
    .where("p.relationship_id", "=", relationshipId)
    .execute();
  return Object.fromEntries(rows.map(({ personId, name }) => [personId, name]));
}

/** How far everybody has read who is in it, but the reader; and where the conversation stands. */
export async function findMarks(
  ctx: Context,
  { organizationId, relationshipId }: OneRelationship,
  readerId: string,
): Promise<{ marks: ReadMark[]; own: number; revision: number }> {
  const { rows } = await sql<{ revision: number; personId: string | null; number: number; at: Date | null }>`
    select c.revision, p.person_id as "personId", p.read_number as number, p.read_at as at from conversation c
      left join conversation_person p on p.organization_id = c.organization_id and p.relationship_id = c.relationship_id
    where c.organization_id = ${organizationId} and c.relationship_id = ${relationshipId}`.execute(ctx.db);
  return {
    revision: rows[0]?.revision ?? 0,
    own: rows.find(({ personId }) => personId === readerId)?.number ?? 0,
    marks: rows.flatMap(({ personId, number, at }) =>
      personId !== null && personId !== readerId && at ? [{ personId, number, at: at.toISOString() }] : [],
    ),
  };
}

/** One message, if this person may see it. */
export async function findMessage(
  ctx: Context,
  { organizationId, relationshipId }: OneRelationship,
  readerId: string,
  messageId: string,
): Promise<ShownMessage | undefined> {
  const { rows } = await sql<MessageRow>`
    select ${columns} from message m
    where m.organization_id = ${organizationId} and m.relationship_id = ${relationshipId} and m.id = ${messageId}
      and ${readerId} <> all (m.unseen_by)`.execute(ctx.db);
  return rows[0] && shown(rows[0]);
}

/** What has changed since a revision, with whom each message is for; undefined where it is too much to tell one by one. */
export async function listChanged(
  ctx: Context,
  { organizationId, relationshipId }: OneRelationship,
  after: number,
  most: number,
): Promise<{ revision: number; message: ShownMessage; unseenBy: readonly string[] }[] | undefined> {
  const { rows } = await sql<MessageRow>`
    select ${columns} from message m
    where m.organization_id = ${organizationId} and m.relationship_id = ${relationshipId} and m.revision > ${after}
    order by m.revision limit ${most + 1}`.execute(ctx.db);
  if (rows.length > most) return undefined;
  return rows.map((row) => ({ revision: row.revision, message: shown(row), unseenBy: row.unseenBy }));
}
