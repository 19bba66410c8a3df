import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import { searchAgain } from "./search-again.ts";

/** Who was promised a start with somebody else need not ask again once the relationship is over. */
export const openForAgreed = job<OneRelationship & { programId: string }>("new-starts.open-for-agreed", {
  run: (app, { organizationId, relationshipId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const its = { organizationId, relationshipId };
      const { state, people, format } = await findRelationship(ctx, its);
      if (state !== "concluded") return;
      const agreed = await ctx.db
        .selectFrom("new_start")
        .select("person_id as personId")
        .where("organization_id", "=", organizationId)
        .where("relationship_id", "=", relationshipId)
        .where("state", "=", "agreed")
        .execute();
      for (const { personId } of agreed) {
        const looks = people.some((one) => one.personId === personId && (one.role === "mentee" || format === "peer"));
        if (looks) await searchAgain(ctx, its, { personId, learned: "" });
      }
    }),
});
