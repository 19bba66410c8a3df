/** Asks how it goes, when it is time; and whether it fits, as soon as they have met. */
import { asSystem, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import type { App } from "../../platform/context.ts";
import { askWhatIsDue, listDueRelationships } from "./ask-pulse.ts";

export const askAfterMeeting = job<{ organizationId: string; relationshipId: string }>("pulse.met", {
  run: (app, { organizationId, relationshipId }) =>
    inOrganization(app, organizationId, (ctx) => askWhatIsDue(ctx, { organizationId, relationshipId }, { atOnce: true })),
});

export const askHowItGoes = job<object>("pulse.ask", {
  schedule: "13 * * * *",
  atOnce: 1,
  run: (app, _payload, stopping) => askEverywhere(app, stopping),
});

/** Each in a transaction of its own: one that fails does not keep the others, and is tried again in an hour. */
export async function askEverywhere(app: App, stopping?: AbortSignal): Promise<void> {
  const organizations = await asSystem(app, ({ db }) => db.selectFrom("organization").select("id").orderBy("id").execute());
  let failed: unknown;
  for (const { id: organizationId } of organizations) {
    for (const relationshipId of await inOrganization(app, organizationId, (ctx) => listDueRelationships(ctx, organizationId))) {
      stopping?.throwIfAborted();
      try {
        await inOrganization(app, organizationId, (ctx) => askWhatIsDue(ctx, { organizationId, relationshipId }));
      } catch (error) {
        failed ??= error;
      }
    }
  }
  if (failed) throw failed;
}
