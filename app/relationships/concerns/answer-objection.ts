import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, found, NotAllowed } from "../../platform/errors.ts";
import { lockRelationship } from "../life/find-life.ts";
import { type ObjectionOutcome, waitsForAnswer } from "./decision.ts";
import { decisionWords } from "./decision.messages.ts";
import type { OneConcern } from "./concern.ts";
import { lockAsLead, othersThan } from "./handle-case.ts";
import { letGoOfPause } from "./pause-for-safety.ts";
import { sealCase } from "./seal-case.ts";
import { tellObjectionAnswered } from "./send-concern-letters.ts";
import { writeEntry } from "./write-entry.ts";

/** Who may answer: nobody her own; and not who decided it, as long as somebody else can. */
export const mayAnswer = (
  personId: string,
  { decidedBy, personId: whose }: { readonly decidedBy: string | null; readonly personId: string | null },
  others: readonly { readonly personId: string }[],
): boolean => whose !== personId && (decidedBy !== personId || others.every((one) => one.personId === whose));

/** It stands, or it is changed: then a pause is lifted at once. What has ended stays ended; her words say what happens instead. */
export async function answerObjection(
  ctx: PersonalContext,
  its: OneConcern,
  { decisionId, outcome, words }: { readonly decisionId: string; readonly outcome: ObjectionOutcome; readonly words: string },
): Promise<void> {
  const { organizationId, concernId } = its;
  const { personId: me } = ctx.actor;
  const locked = await lockAsLead(ctx, its);
  // Held before what was decided about it, as whoever lifts a pause holds it.
  if (locked.relationshipId !== null) await lockRelationship(ctx, { organizationId, relationshipId: locked.relationshipId });
  const decision = found(
    await ctx.db
      .selectFrom("safety_decision")
      .select([
        "kind",
        "person_id as personId",
        "decided_by as decidedBy",
        "over_at as overAt",
        "objected_at as objectedAt",
        "answered_at as answeredAt",
      ])
      .where("organization_id", "=", organizationId)
      .where("concern_id", "=", concernId)
      .where("id", "=", decisionId)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (!waitsForAnswer(decision)) throw new Conflict((language) => decisionWords(language).notWaiting);
  if (!mayAnswer(me, decision, await othersThan(ctx, its, me))) throw new NotAllowed((language) => decisionWords(language).somebodyElse);
  await ctx.db
    .updateTable("safety_decision")
    .set({
      outcome,
      answer: sealCase(ctx, organizationId, "safety_decision.answer", decisionId, words),
      answered_at: ctx.now,
      answered_by: me,
    })
    .where("organization_id", "=", organizationId)
    .where("id", "=", decisionId)
    .execute();
  await writeEntry(ctx, its, { kind: "objection-answered", by: "lead", aboutId: decision.personId ?? undefined, detail: outcome, words });
  if (outcome === "changed" && decision.kind === "paused" && locked.holdsPause) await letGoOfPause(ctx, its, locked);
  await tellObjectionAnswered(ctx, its, decisionId);
}
