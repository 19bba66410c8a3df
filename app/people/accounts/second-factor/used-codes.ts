/** A code from an authenticator stays right for a minute and a half; it is taken once. */
import type { Context } from "../../../platform/context.ts";

/** Longer than any code can be right: one step before, the current one, one after. */
const rememberSeconds = 120;

/** Notes that the code is used; false where it was used before. Two at once wait for each other here, and one gets false. */
export async function useCode(ctx: Context, personId: string, code: string): Promise<boolean> {
  await ctx.db
    .deleteFrom("auth.used_code")
    .where("person_id", "=", personId)
    .where("used_at", "<", new Date(ctx.now.getTime() - rememberSeconds * 1000))
    .execute();
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto("auth.used_code")
    .values({ person_id: personId, code, used_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
