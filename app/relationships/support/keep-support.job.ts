import { type App, asSystem, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { keepContacts, keepOwners } from "./keep-support.ts";

/** After a beginning, an ending, or a change among the coordinators. */
export const keepSupportHere = job<{ organizationId: string; heirId?: string | null }>("support.here", {
  run: (app, { organizationId, heirId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      await keepOwners(ctx, organizationId, heirId ?? undefined);
      await keepContacts(ctx, organizationId);
    }),
});

export const keepSupport = job<object>("support.keep", {
  schedule: "27 * * * *",
  atOnce: 1,
  run: (app, _payload, stopping) => keepSupportEverywhere(app, stopping),
});

export async function keepSupportEverywhere(app: App, stopping?: AbortSignal): Promise<void> {
  const organizations = await asSystem(app, ({ db }) => db.selectFrom("organization").select("id").orderBy("id").execute());
  for (const { id: organizationId } of organizations) {
    stopping?.throwIfAborted();
    await keepSupportHere.run(app, { organizationId }, stopping ?? new AbortController().signal);
  }
}
