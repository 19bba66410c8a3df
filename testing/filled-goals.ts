/** A goal of the mentee of the filled world, with a level that her mentor noted, and a step. */
import type { Context } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";

interface Its {
  readonly organizationId: string;
  readonly relationshipId: string;
  readonly mentee: { readonly personId: string; readonly participantId: string };
  readonly mentor: { readonly personId: string };
}

export async function fillGoals({ db, now }: Context, its: Its): Promise<{ goalId: string }> {
  const organization_id = its.organizationId;
  const goalId = newId();
  await db
    .insertInto("goal")
    .values({
      organization_id,
      id: goalId,
      relationship_id: its.relationshipId,
      participant_id: its.mentee.participantId,
      state: "agreed",
      hope: "I want to be heard.",
      title: "I give a talk",
      scale: ["I stay away", "I listen", "I speak", "I answer", "I lead"],
      due_on: null,
      proposed_by: its.mentee.personId,
      proposed_at: now,
      decided_at: now,
      changed_at: now,
      changed_by: its.mentee.personId,
    })
    .execute();
  for (const by_id of [its.mentee.personId, its.mentor.personId])
    await db
      .insertInto("goal_level")
      .values({ organization_id, id: newId(), goal_id: goalId, level: -1, word: "Begun", at: now, by_id })
      .execute();
  await db
    .insertInto("goal_step")
    .values({
      organization_id,
      id: newId(),
      goal_id: goalId,
      words: "Ask for a day",
      owner_id: its.mentee.personId,
      due_on: null,
      made_at: now,
      done_at: null,
    })
    .execute();
  return { goalId };
}
