/** Somebody has raised something, or says that the answer is wrong: whoever may look into it hears so at once. */
import { type Context, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import type { OneConcern } from "./concern.ts";
import { lockCase, setCase } from "./handle-case.ts";
import { tellLeads, tellNobodyFree } from "./send-concern-letters.ts";
import { writeEntry } from "./write-entry.ts";

export const tellOfConcern = job<OneConcern>("concerns.tell", {
  run: (app, its) => inOrganization(app, its.organizationId, (ctx) => tellOnce(ctx, its)),
});

async function tellOnce(ctx: Context, its: OneConcern): Promise<void> {
  await lockCase(ctx, its);
  const opened = await ctx.db
    .selectFrom("concern")
    .select(["opened_at as openedAt", "urgency", "told_at as toldAt"])
    .where("organization_id", "=", its.organizationId)
    .where("id", "=", its.concernId)
    .executeTakeFirstOrThrow();
  if (opened.toldAt !== null) return;
  const told = await tellLeads(ctx, its, opened, "raised");
  if (told === 0) await tellNobodyFree(ctx, its, opened);
  await setCase(ctx, its, { told_at: ctx.now });
  await writeEntry(ctx, its, { kind: "told", by: "program", detail: String(told) });
}
