import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Context } from "../context.ts";
import { newId } from "../identifiers.ts";

/** Small enough that a page of the database cache is never far away, large enough that a file is a handful of rows. */
export const chunkBytes = 256 * 1024;

export interface NewFile {
  readonly organizationId: string;
  /** What it is for: "import", "picture". */
  readonly kind: string;
  /** As the person calls it. */
  readonly name: string;
  readonly contentType: string;
  /** Who brings it, where it is not who asks. */
  readonly personId?: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** The content in pieces of one size; the last may be smaller. */
async function* inChunks(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let kept: Uint8Array[] = [];
  let length = 0;
  for await (const piece of content) {
    let rest = piece;
    while (length + rest.length >= chunkBytes) {
      const fill = rest.subarray(0, chunkBytes - length);
      yield Buffer.concat([...kept, fill]);
      rest = rest.subarray(fill.length);
      kept = [];
      length = 0;
    }
    if (rest.length > 0) {
      kept.push(rest);
      length += rest.length;
    }
  }
  if (length > 0) yield Buffer.concat(kept);
}

/** Keeps a file in the database, piece by piece, in the transaction of `ctx`; returns its id. */
export async function storeFile(ctx: Context, file: NewFile): Promise<string> {
  const id = newId();
  const { organizationId } = file;
  await ctx.db
    .insertInto("file")
    .values({
      id,
      organization_id: organizationId,
      person_id: file.personId ?? ctx.actor?.personId ?? null,
      kind: file.kind,
      name: file.name.slice(-300),
      content_type: file.contentType.slice(0, 200),
      size_bytes: 0,
      sha256: Buffer.alloc(0),
      created_at: ctx.now,
    })
    .execute();
  const hash = createHash("sha256");
  let size = 0;
  let number = 0;
  for await (const bytes of inChunks(file.content)) {
    hash.update(bytes);
    size += bytes.length;
    await sql`insert into file_chunk (organization_id, file_id, number, bytes) values (${organizationId}, ${id}, ${number}, ${bytes})`.execute(
      ctx.db,
    );
    number += 1;
  }
  await ctx.db
    .updateTable("file")
    .set({ size_bytes: size, sha256: hash.digest() })
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .execute();
  return id;
}
