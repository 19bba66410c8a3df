import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { Conflict, NotFound } from "../../platform/errors.ts";
import type { OneRelationship } from "../life/find-life.ts";
import type { LifeState, PausedBy } from "../life/life.ts";
import { messageWords } from "./messages.messages.ts";

/** Why nothing can be said in a relationship. */
export type Closed = "concluded" | "held-for-safety";
export const closedBecause = (life: { readonly state: LifeState; readonly pausedBy: PausedBy | null }): Closed | undefined =>
  life.state === "concluded" ? "concluded" : life.pausedBy === "safeguarding" ? "held-for-safety" : undefined;

/**
 * Holds a conversation until the transaction ends: what is said is numbered in the order of commits, and a relationship that is
 * ended at the same time ends before or after, never meanwhile. (Who moves a relationship locks it; this lock waits for that one.)
 */
export async function lockConversation(ctx: Context, { organizationId, relationshipId }: OneRelationship): Promise<Closed | undefined> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const { rows } = await sql<{ state: LifeState; pausedBy: PausedBy | null }>`
      select r.state, r.paused_by as "pausedBy" from conversation c
        join relationship r on r.organization_id = c.organization_id and r.id = c.relationship_id
      where c.organization_id = ${organizationId} and c.relationship_id = ${relationshipId}
      for no key update of c for key share of r`.execute(ctx.db);
    if (rows[0]) return closedBecause(rows[0]);
    await sql`
      insert into conversation (organization_id, relationship_id)
      select organization_id, id from relationship where organization_id = ${organizationId} and id = ${relationshipId}
      on conflict do nothing`.execute(ctx.db);
  }
  throw new NotFound();
}

/** The same for whoever wants to say something; refuses where it is closed. */
export async function openConversation(ctx: Context, its: OneRelationship): Promise<void> {
  const closed = await lockConversation(ctx, its);
  if (closed) throw new Conflict((language) => messageWords(language).closed[closed]);
}
