import { sql } from "kysely";
import type { Context } from "../context.ts";
import { newId } from "../identifiers.ts";

/** A copy that is nobody's and stays when the file goes; undefined where it is gone already. */
export async function copyFile(ctx: Context, organizationId: string, fileId: string, kind: string): Promise<string | undefined> {
  const copyId = newId();
  const { numAffectedRows } = await sql`
    insert into file (id, organization_id, person_id, kind, name, content_type, size_bytes, sha256, created_at)
    select ${copyId}::uuid, organization_id, null, ${kind}, name, content_type, size_bytes, sha256, ${ctx.now}::timestamptz
    from file where organization_id = ${organizationId} and id = ${fileId}`.execute(ctx.db);
  if (!numAffectedRows) return undefined;
  await sql`
    insert into file_chunk (organization_id, file_id, number, bytes)
    select organization_id, ${copyId}::uuid, number, bytes from file_chunk
    where organization_id = ${organizationId} and file_id = ${fileId}`.execute(ctx.db);
  return copyId;
}
