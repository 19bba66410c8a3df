import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { type DemoProgress, demoState } from "./demo-state.ts";
import { loadDemo } from "./load-demo.job.ts";

/** A loading that has said nothing for so long has been broken off. */
const patienceMs = 60_000;

/** Has the demo loaded, unless it is here or on its way. */
export async function askForDemo(ctx: Context): Promise<void> {
  // Held until the transaction ends: of two who ask at once, one has it loaded.
  await ctx.db.selectFrom("installation").select("only_one").forUpdate().executeTakeFirstOrThrow();
  const state = await demoState(ctx);
  if (state.is === "loaded") return;
  if (state.is === "loading" && ctx.now.getTime() - Date.parse(state.progress.at) < patienceMs) return;
  const progress: DemoProgress = { stage: "people", at: ctx.now.toISOString() };
  await ctx.db
    .updateTable("installation")
    .set({ demo_progress: JSON.stringify(progress) })
    .execute();
  await audit(ctx, { organizationId: null, act: "demo.loaded", subjectKind: "installation", subjectId: null });
  await ctx.app.jobs.enqueue(ctx, loadDemo, {});
}
