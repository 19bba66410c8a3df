import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { findRelationship, lockRelationship, type OneRelationship } from "../life/find-life.ts";
import { leaveGroup, mayLeaveGroup } from "../life/leave-group.ts";
import { beginClosure } from "./begin-closure.ts";
import { isWaiting } from "./new-start.ts";
import { newStartWords } from "./new-start.messages.ts";
import { tellAnswered } from "./tell-new-start.ts";

export interface NewStartAnswer {
  readonly newStartId: string;
  readonly answer: "agreed" | "talking" | "declined";
  /** A word to who asked. */
  readonly words: string;
}

/** Agreed, the relationship comes to its end as any other does, or who asked leaves the group; nobody in it is told that she asked. */
export async function answerNewStart(
  ctx: PersonalContext,
  its: OneRelationship,
  { newStartId, answer, words }: NewStartAnswer,
): Promise<void> {
  await lockRelationship(ctx, its);
  const asked = found(
    await ctx.db
      .selectFrom("new_start")
      .select(["state", "person_id as personId"])
      .where("organization_id", "=", its.organizationId)
      .where("relationship_id", "=", its.relationshipId)
      .where("id", "=", newStartId)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (!isWaiting(asked.state)) throw new Conflict((language) => newStartWords(language).notWaiting);
  await ctx.db
    .updateTable("new_start")
    .set({ state: answer, answer: words, answered_at: ctx.now, answered_by: ctx.actor.personId })
    .where("organization_id", "=", its.organizationId)
    .where("id", "=", newStartId)
    .execute();
  const before = await findRelationship(ctx, its);
  // One of several goes, and the group goes on without her.
  const leaves = answer === "agreed" && mayLeaveGroup(before, asked.personId);
  if (leaves) await leaveGroup(ctx, its, { personId: asked.personId, looksAgain: true, learned: "", isTold: true });
  else if (answer === "agreed" && before.closesOn === null) await beginClosure(ctx, its, "early");
  await audit(ctx, {
    organizationId: its.organizationId,
    act: `new-start.${answer}`,
    subjectKind: "relationship",
    subjectId: its.relationshipId,
  });
  await tellAnswered(ctx, before, { newStartId, personId: asked.personId, answer, words, leaves });
}
