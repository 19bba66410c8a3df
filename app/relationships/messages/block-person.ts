/** Not hearing from somebody any more. Who is blocked is not told, and writes on as before; from then on it is not seen. */
import type { Context, PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import { lockConversation } from "./lock-conversation.ts";

export async function blockPerson(ctx: PersonalContext, its: OneRelationship, blockedId: string): Promise<void> {
  const { organizationId, relationshipId } = its;
  const { people } = await findRelationship(ctx, its);
  found(people.find(({ personId }) => personId === blockedId && personId !== ctx.actor.personId));
  // Whatever is said from now on is said after it.
  await lockConversation(ctx, its);
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto("conversation_block")
    .values({
      organization_id: organizationId,
      relationship_id: relationshipId,
      blocker_id: ctx.actor.personId,
      blocked_id: blockedId,
      at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows) await announce(ctx, "conversation.blocked", { organizationId, relationshipId });
}

/** What was written meanwhile stays unseen. */
export async function unblockPerson(ctx: PersonalContext, its: OneRelationship, blockedId: string): Promise<void> {
  await lockConversation(ctx, its);
  await ctx.db
    .deleteFrom("conversation_block")
    .where("organization_id", "=", its.organizationId)
    .where("relationship_id", "=", its.relationshipId)
    .where("blocker_id", "=", ctx.actor.personId)
    .where("blocked_id", "=", blockedId)
    .execute();
}

/** Whom she has blocked in this conversation. */
export async function listBlocked(ctx: PersonalContext, { organizationId, relationshipId }: OneRelationship): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom("conversation_block")
    .select("blocked_id")
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("blocker_id", "=", ctx.actor.personId)
    .execute();
  return rows.map((row) => row.blocked_id);
}

export interface Block {
  readonly relationshipId: string;
  readonly programId: string;
  readonly blockerId: string;
  readonly blockedId: string;
  readonly at: Date;
}

/** Blocks in relationships that still go on, for whoever looks after them; newest first. */
export async function listBlocks(ctx: Context, organizationId: string, programIds?: readonly string[]): Promise<Block[]> {
  if (programIds?.length === 0) return [];
  return ctx.db
    .selectFrom("conversation_block as b")
    .innerJoin("relationship as r", (join) =>
      join.onRef("r.organization_id", "=", "b.organization_id").onRef("r.id", "=", "b.relationship_id"),
    )
    .select([
      "b.relationship_id as relationshipId",
      "r.program_id as programId",
      "b.blocker_id as blockerId",
      "b.blocked_id as blockedId",
      "b.at",
    ])
    .where("b.organization_id", "=", organizationId)
    .where("r.state", "<>", "concluded")
    .$if(programIds !== undefined, (query) => query.where("r.program_id", "in", programIds ?? []))
    .orderBy("b.at", "desc")
    .execute();
}
