import { type App, asSystem, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { keepContacts, keepOwners } from "./keep-support.ts";

/** After a beginning or an ending. Whoever looks after it was chosen at the beginning. */
export const keepContactsHere = job<{ organizationId: string; relationshipId: string }>("support.contacts", {
  run: (app, { organizationId, relationshipId }) =>
    inOrganization(app, organizationId, (ctx) => keepContacts(ctx, organizationId, relationshipId)),
});

/** After somebody has become a guardian, or is it no more. */
export const keepContactsOfWard = job<{ organizationId: string; wardId: string }>("support.contacts-of-ward", {
  run: (app, { organizationId, wardId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const relationships = await ctx.db
        .selectFrom("relationship_person as p")
        .innerJoin("relationship as r", (join) =>
          join.onRef("r.organization_id", "=", "p.organization_id").onRef("r.id", "=", "p.relationship_id"),
        )
        .select("r.id")
        .where("p.organization_id", "=", organizationId)
        .where("p.person_id", "=", wardId)
        .where("r.state", "<>", "concluded")
        .orderBy("r.id")
        .execute();
      for (const { id } of relationships) await keepContacts(ctx, organizationId, id);
    }),
});

/** After a change among the coordinators. */
export const keepOwnersHere = job<{ organizationId: string; heirId: string | null }>("support.owners", {
  run: (app, { organizationId, heirId }) =>
    inOrganization(app, organizationId, (ctx) => keepOwners(ctx, organizationId, heirId ?? undefined)),
});

/** Each hour, for what was there before there was support, and whoever came into a group. */
export const keepSupport = job<object>("support.keep", {
  schedule: "27 * * * *",
  atOnce: 1,
  run: (app, _payload, stopping) => keepSupportEverywhere(app, stopping),
});

export async function keepSupportEverywhere(app: App, stopping?: AbortSignal): Promise<void> {
  const organizations = await asSystem(app, ({ db }) => db.selectFrom("organization").select("id").orderBy("id").execute());
  for (const { id: organizationId } of organizations) {
    stopping?.throwIfAborted();
    await inOrganization(app, organizationId, async (ctx) => {
      await keepOwners(ctx, organizationId);
      await keepContacts(ctx, organizationId);
    });
  }
}
