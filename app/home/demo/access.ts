import type { Access } from "../../platform/access.ts";
import type { Context } from "../../platform/context.ts";
import { demoState } from "./demo-state.ts";

/** While a demo is here, or on its way; otherwise its addresses do not exist. */
export const inDemo = {
  name: "anyone, while there is a demo",
  isPublic: true,
  admits: async (ctx: Context) => (await demoState(ctx)).is !== "none",
} as const satisfies Access;

/** The installation's owner; and where there is none yet, whoever looks around. */
export async function mayThrowAway(ctx: Context): Promise<boolean> {
  if (ctx.actor?.ownsInstallation) return true;
  const { owner_person_id, set_up_at } = await ctx.db
    .selectFrom("installation")
    .select(["owner_person_id", "set_up_at"])
    .executeTakeFirstOrThrow();
  return owner_person_id === null && set_up_at === null;
}
