import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { newId } from "../../platform/identifiers.ts";
import { lockRelationship, type OneRelationship } from "../life/find-life.ts";
import type { NewStartReason } from "./new-start.ts";
import { newStartWords } from "./new-start.messages.ts";
import { sealWords } from "./seal-words.ts";
import { tellAsked } from "./tell-new-start.ts";

/** Somebody asks for a start with somebody else. Nothing changes until her coordinator has answered, and nobody else learns of it. */
export async function askNewStart(
  ctx: PersonalContext,
  its: OneRelationship,
  asked: { reason: NewStartReason; words: string },
): Promise<void> {
  const relationship = await lockRelationship(ctx, its);
  const { personId } = found(relationship.people.find((one) => one.personId === ctx.actor.personId));
  if (relationship.closesOn !== null || relationship.state === "concluded")
    throw new Conflict((language) => newStartWords(language).endsAnyway);
  const id = newId();
  const made = await ctx.db
    .insertInto("new_start")
    .values({
      organization_id: its.organizationId,
      id,
      relationship_id: its.relationshipId,
      person_id: personId,
      reason: asked.reason,
      words: sealWords(ctx, { table: "new_start", organizationId: its.organizationId, id }, asked.words),
      asked_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) throw new Conflict((language) => newStartWords(language).askedAlready);
  await tellAsked(ctx, relationship, { newStartId: id, personId });
}

/** She thinks better of it; nobody but her coordinator will ever have known. */
export async function withdrawNewStart(ctx: PersonalContext, its: OneRelationship): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable("new_start")
    .set({ state: "withdrawn", answered_at: ctx.now })
    .where("organization_id", "=", its.organizationId)
    .where("relationship_id", "=", its.relationshipId)
    .where("person_id", "=", ctx.actor.personId)
    .where("state", "in", ["open", "talking"])
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Conflict((language) => newStartWords(language).notWaiting);
}
