/** What somebody will do until when. What is open stands in every agenda until it is done. */
import { z } from "zod";
import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { checkbox, id, optionalDate, text } from "../../platform/form-fields.ts";
import { newId } from "../../platform/identifiers.ts";
import { lockRelationship, type OneRelationship } from "../life/find-life.ts";
import { mustLieAhead } from "../life/must-lie-ahead.ts";
import { findSession } from "./find-session.ts";
import { mustBeOpen, personOf } from "./may-plan.ts";

export const ActionForm = z.object({ words: text(500), ownerId: id(), dueOn: optionalDate() });
export const ActionMark = z.object({ actionId: id(), done: checkbox() });

export interface SessionAction {
  readonly id: string;
  readonly words: string;
  readonly ownerId: string | null;
  readonly dueOn: string | null;
  readonly doneAt: Date | null;
  readonly sessionId: string | null;
}

/** All that is open, and what belongs to this session, in the order in which it was agreed. */
export async function listActions(
  ctx: Context,
  { organizationId, relationshipId }: OneRelationship,
  sessionId: string | null = null,
): Promise<SessionAction[]> {
  return ctx.db
    .selectFrom("session_action")
    .select(["id", "words", "owner_id as ownerId", "due_on as dueOn", "done_at as doneAt", "session_id as sessionId"])
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where((eb) => eb.or([eb("done_at", "is", null), ...(sessionId === null ? [] : [eb("session_id", "=", sessionId)])]))
    .orderBy("made_at")
    .orderBy("id")
    .limit(100)
    .execute();
}

export async function addAction(
  ctx: Context,
  its: OneRelationship,
  action: { words: string; ownerId: string; dueOn: string | null; sessionId: string | null; by: string },
): Promise<void> {
  const relationship = await lockRelationship(ctx, its);
  mustBeOpen(relationship);
  personOf(relationship, action.by);
  personOf(relationship, action.ownerId);
  mustLieAhead(action.dueOn, relationship.today, "dueOn");
  if (action.sessionId !== null) await findSession(ctx, { ...its, sessionId: action.sessionId });
  await ctx.db
    .insertInto("session_action")
    .values({
      organization_id: its.organizationId,
      id: newId(),
      relationship_id: its.relationshipId,
      session_id: action.sessionId,
      owner_id: action.ownerId,
      words: action.words,
      due_on: action.dueOn,
      made_by: action.by,
      made_at: ctx.now,
    })
    .execute();
}

/** Done, or open after all. */
export async function markAction(
  ctx: Context,
  its: OneRelationship,
  { actionId, isDone, by }: { actionId: string; isDone: boolean; by: string },
): Promise<void> {
  const relationship = await lockRelationship(ctx, its);
  mustBeOpen(relationship);
  personOf(relationship, by);
  const row = await ctx.db
    .updateTable("session_action")
    .set({ done_at: isDone ? ctx.now : null })
    .where("organization_id", "=", its.organizationId)
    .where("relationship_id", "=", its.relationshipId)
    .where("id", "=", actionId)
    .returning("id")
    .executeTakeFirst();
  found(row);
}
