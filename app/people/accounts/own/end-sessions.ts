import type { PersonalContext } from "../../../platform/context.ts";

/** Signs one device out; its next request finds nobody. Returns whether it was one of mine. */
export async function endSession(ctx: PersonalContext, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom("auth.session")
    .where("person_id", "=", ctx.actor.personId)
    .where("id", "=", sessionId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

export async function endOtherSessions(ctx: PersonalContext): Promise<void> {
  await ctx.db.deleteFrom("auth.session").where("person_id", "=", ctx.actor.personId).where("id", "<>", ctx.actor.sessionId).execute();
}

export async function endAllSessions(ctx: PersonalContext): Promise<void> {
  await ctx.db.deleteFrom("auth.session").where("person_id", "=", ctx.actor.personId).execute();
}
