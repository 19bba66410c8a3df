import { type App, inOrganization } from "../../platform/context.ts";
import { type ImportPlace, updateImport } from "./find-import.ts";
import { forgetRows } from "./stage-rows.ts";

/** The dry run came to nothing, or no longer holds: the coordinator looks over the columns again, and reads why. */
export async function backToMapping(
  app: App,
  place: ImportPlace,
  from: "checking" | "running",
  reason: "cancelled" | "questions-changed",
): Promise<void> {
  await inOrganization(app, place.organizationId, async (ctx) => {
    const { numUpdatedRows } = await updateImport(ctx, place)
      .set({ state: "mapping", cancel_asked: false, done_rows: 0, problem: JSON.stringify({ reason }) })
      .where("state", "=", from)
      .executeTakeFirst();
    if (numUpdatedRows) await forgetRows(ctx, place);
  });
}
