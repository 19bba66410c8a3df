import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { findSetting } from "../settings/find-setting.ts";
import { daysAfter } from "./days.ts";
import { findRelationship, type OneRelationship } from "./find-life.ts";
import { tryMove } from "./move-relationship.ts";

/** Where a relationship is one conversation, it comes to its end by itself once that has taken place: with days for thanks. */
export const endConversation = job<OneRelationship>("relationships.end-conversation", {
  run: (app, { organizationId, relationshipId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const its = { organizationId, relationshipId };
      const { format, programId, today } = await findRelationship(ctx, its);
      if (format !== "flash") return;
      const { closeDays } = await findSetting(ctx, organizationId, programId);
      await tryMove(ctx, its, { move: "close", closesOn: daysAfter(today, closeDays), ending: "planned" });
    }),
});
