import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { findRelationship } from "../life/find-life.ts";
import { listAhead } from "./list-ahead.ts";
import { sendToWhoJoined } from "./send-session.ts";

/** Somebody comes into a group that meets already: its sessions come into her calendar, too. */
export const inviteWhoJoined = job<{ organizationId: string; relationshipId: string; personId: string; at: string }>(
  "sessions.invite-who-joined",
  {
    run: (app, { organizationId, relationshipId, personId, at }) =>
      inOrganization(app, organizationId, async (ctx) => {
        const its = { organizationId, relationshipId };
        const relationship = await findRelationship(ctx, its);
        if (relationship.state === "concluded") return;
        for (const session of await listAhead(ctx, its)) await sendToWhoJoined(ctx, relationship, session, { personId, at });
      }),
  },
);
