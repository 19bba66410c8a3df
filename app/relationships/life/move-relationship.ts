import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { announce, type Fact } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import { lockRelationship, type OneRelationship, type Relationship } from "./find-life.ts";
import { type Impossible, isSameLife, type Life, type Move, moved, type MoveName } from "./life.ts";
import { lifeWords } from "./life.messages.ts";

/** What each move is called when it is told to the other rooms. */
const facts = {
  pause: "relationship.paused",
  resume: "relationship.resumed",
  extend: "relationship.extended",
  close: "relationship.closing",
  reopen: "relationship.reopened",
  conclude: "relationship.concluded",
} as const satisfies Readonly<Record<MoveName, Fact>>;

/** Changes the life of a relationship, keeps that it was, and tells. The only way in which its state changes. Refuses in words. */
export async function moveRelationship(ctx: Context, its: OneRelationship, move: Move): Promise<Relationship & Life> {
  const relationship = await lockRelationship(ctx, its);
  const outcome = moved(relationship, move, relationship.today);
  if ("impossible" in outcome) throw new Conflict((language) => lifeWords(language).impossible[outcome.impossible]);
  if (!isSameLife(relationship, outcome.life)) await write(ctx, relationship, move, outcome.life);
  return { ...relationship, ...outcome.life };
}

/** The same, where it may have been done meanwhile: whether it was this time, or why not. */
export async function tryMove(ctx: Context, its: OneRelationship, move: Move): Promise<"done" | Impossible> {
  const relationship = await lockRelationship(ctx, its);
  const outcome = moved(relationship, move, relationship.today);
  if ("impossible" in outcome) return outcome.impossible;
  await write(ctx, relationship, move, outcome.life);
  return "done";
}

async function write(ctx: Context, relationship: Relationship, move: Move, life: Life): Promise<void> {
  const { organizationId, id: relationshipId, programId } = relationship;
  await ctx.db
    .updateTable("relationship")
    .set({
      state: life.state,
      paused_by: life.pausedBy,
      paused_until: life.pausedUntil,
      ends_on: life.endsOn,
      closes_on: life.closesOn,
      ending: life.ending,
      ...(life.state === "concluded" && { concluded_at: ctx.now }),
    })
    .where("organization_id", "=", organizationId)
    .where("id", "=", relationshipId)
    .execute();
  const { move: name, ...detail } = move;
  await ctx.db
    .insertInto("relationship_change")
    .values({
      organization_id: organizationId,
      id: newId(),
      relationship_id: relationshipId,
      at: ctx.now,
      move: name,
      by_id: ctx.actor?.personId ?? null,
      detail: JSON.stringify(detail),
    })
    .execute();
  await announce(ctx, facts[name], { organizationId, programId, relationshipId });
}
