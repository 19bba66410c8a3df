import type { Context } from "../context.ts";

/** Removes a file with its content; nothing happens where it is gone already. */
export async function deleteFile(ctx: Context, organizationId: string, fileId: string): Promise<void> {
  await ctx.db.deleteFrom("file").where("organization_id", "=", organizationId).where("id", "=", fileId).execute();
}
