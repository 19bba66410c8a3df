import type { Context } from "../../platform/context.ts";

/** Whether somebody has made the installation hers. Until then every visit to the first page leads to /set-up. */
export async function isSetUp(ctx: Pick<Context, "db">): Promise<boolean> {
  const { set_up_at } = await ctx.db.selectFrom("installation").select("set_up_at").executeTakeFirstOrThrow();
  return set_up_at !== null;
}
