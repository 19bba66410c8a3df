import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/facts.ts";
import type { OneConcern } from "./concern.ts";
import { lockCase, setCase, unhandled } from "./handle-case.ts";
import { writeEntry } from "./write-entry.ts";

/** Nobody looks into a case any more that somebody had taken: it waits as if it were new, and its clocks run again. */
export async function restartCase(ctx: Context, its: OneConcern): Promise<void> {
  const { state, handlerId } = await lockCase(ctx, its);
  if (handlerId !== null || (state !== "acknowledged" && state !== "in-work")) return;
  await setCase(ctx, its, { ...unhandled, state: "reopened", opened_at: ctx.now });
  await writeEntry(ctx, its, { kind: "released", by: "program" });
  await announce(ctx, "concern.reopened", its);
}
