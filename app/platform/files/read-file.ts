import type { App, Context } from "../context.ts";
import { inOrganization } from "../context.ts";
import { NotFound } from "../errors.ts";

/** Pieces of a file that are read at once: 1 MB. */
const atOnce = 4;

async function chunks(ctx: Context, organizationId: string, fileId: string, from: number): Promise<Uint8Array[]> {
  const rows = await ctx.db
    .selectFrom("file_chunk")
    .select("bytes")
    .where("organization_id", "=", organizationId)
    .where("file_id", "=", fileId)
    .where("number", ">=", from)
    .orderBy("number")
    .limit(atOnce)
    .execute();
  return rows.map((row) => row.bytes);
}

async function* pieces(read: (from: number) => Promise<Uint8Array[]>): AsyncGenerator<Uint8Array> {
  for (let from = 0; ; from += atOnce) {
    const some = await read(from);
    yield* some;
    if (some.length < atOnce) return;
  }
}

/** The content of a file from its beginning, a megabyte in memory at a time; throws NotFound where the transaction does not see it. */
export async function* readFile(ctx: Context, fileId: string): AsyncGenerator<Uint8Array> {
  const file = await ctx.db.selectFrom("file").select("organization_id").where("id", "=", fileId).executeTakeFirst();
  if (!file) throw new NotFound();
  yield* pieces((from) => chunks(ctx, file.organization_id, fileId, from));
}

/** The same for long work: each step is a transaction of its own, so that none stays open while the work goes on. */
export async function* readFileInSteps(app: App, organizationId: string, fileId: string): AsyncGenerator<Uint8Array> {
  yield* pieces((from) => inOrganization(app, organizationId, (ctx) => chunks(ctx, organizationId, fileId, from)));
}
