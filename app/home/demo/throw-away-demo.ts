import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict, NotAllowed } from "../../platform/errors.ts";
import { mayThrowAway } from "./access.ts";
import { demoWords } from "./demo.messages.ts";
import { demoState } from "./demo-state.ts";
import { removeDemo } from "./remove-demo.ts";

/** Takes the demo away with all that was done in it. */
export async function throwAwayDemo(ctx: Context): Promise<void> {
  if (!(await mayThrowAway(ctx))) throw new NotAllowed((language) => demoWords(language).onlyOwner);
  await ctx.db.selectFrom("installation").select("only_one").forUpdate().executeTakeFirstOrThrow();
  if ((await demoState(ctx)).is !== "loaded") throw new Conflict((language) => demoWords(language).stillLoading);
  await audit(ctx, { organizationId: null, act: "demo.thrown-away", subjectKind: "installation", subjectId: null });
  await ctx.db.updateTable("installation").set({ demo_loaded_at: null, demo_progress: null }).execute();
  await removeDemo(ctx);
}
