import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import type { OneRelationship } from "../life/find-life.ts";
import { canObject } from "./decision.ts";
import { decisionWords } from "./decision.messages.ts";
import { lockCase } from "./handle-case.ts";
import { sealCase } from "./seal-case.ts";
import { tellObjection } from "./send-concern-letters.ts";
import { writeEntry } from "./write-entry.ts";

/** She thinks that what was decided is wrong: somebody else than who decided it looks at it, where there is somebody else. */
export async function objectToDecision(
  ctx: PersonalContext,
  { organizationId, relationshipId }: OneRelationship,
  { decisionId, words }: { readonly decisionId: string; readonly words: string },
): Promise<void> {
  const hers = () =>
    ctx.db
      .selectFrom("safety_decision")
      .select(["concern_id as concernId", "decided_at as decidedAt", "over_at as overAt", "objected_at as objectedAt"])
      .where("organization_id", "=", organizationId)
      .where("relationship_id", "=", relationshipId)
      .where("person_id", "=", ctx.actor.personId)
      .where("id", "=", decisionId);
  const its = { organizationId, concernId: found(await hers().executeTakeFirst()).concernId };
  // The case first, as whoever looks into it takes it; then what stands in it now.
  await lockCase(ctx, its);
  const decision = found(await hers().forUpdate().executeTakeFirst());
  if (decision.objectedAt !== null) throw new Conflict((language) => decisionWords(language).objectedAlready);
  if (!canObject(decision, ctx.now)) throw new Conflict((language) => decisionWords(language).tooLate);
  await ctx.db
    .updateTable("safety_decision")
    .set({ objected_at: ctx.now, objection: sealCase(ctx, organizationId, "safety_decision.objection", decisionId, words) })
    .where("organization_id", "=", organizationId)
    .where("id", "=", decisionId)
    .execute();
  await writeEntry(ctx, its, { kind: "objected", by: "person", aboutId: ctx.actor.personId, words });
  await tellObjection(ctx, its, decisionId, "new");
}
