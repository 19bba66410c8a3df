/** Whether a demo is here, or on its way. */
import { type App, asSystem, type Context } from "../../platform/context.ts";

export const demoStages = ["people", "first-round", "weeks", "second-round", "months"] as const;
export type DemoStage = (typeof demoStages)[number];

/** How far the loading is; kept with the installation until the demo is there. */
export interface DemoProgress {
  readonly stage: DemoStage;
  /** When it was told, as an ISO moment. */
  readonly at: string;
}

export type DemoState = { readonly is: "none" } | { readonly is: "loading"; readonly progress: DemoProgress } | { readonly is: "loaded" };

export async function demoState(ctx: Pick<Context, "db">): Promise<DemoState> {
  const row = await ctx.db.selectFrom("installation").select(["demo_loaded_at", "demo_progress"]).executeTakeFirstOrThrow();
  if (row.demo_loaded_at) return { is: "loaded" };
  return row.demo_progress ? { is: "loading", progress: row.demo_progress as DemoProgress } : { is: "none" };
}

export async function tellProgress(app: App, stage: DemoStage): Promise<void> {
  const progress: DemoProgress = { stage, at: app.now().toISOString() };
  await asSystem(app, ({ db }) =>
    db
      .updateTable("installation")
      .set({ demo_progress: JSON.stringify(progress) })
      .execute(),
  );
}
