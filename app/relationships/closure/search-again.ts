import type { Context } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { dayIn } from "../../people/profiles/pause-profile.ts";
import { daysAfter } from "../life/days.ts";
import { lockRelationship, type OneRelationship, type Relationship } from "../life/find-life.ts";
import { findSetting } from "../settings/find-setting.ts";
import { closureWords } from "./closure.messages.ts";

/** The program ended it, as for safety: what comes next for its people is for a coordinator to open. Who was left alone need not ask. */
export const waitsForCoordinator = ({ ending, people }: Pick<Relationship, "ending" | "people">): boolean =>
  ending === "stopped" && people.length > 1;

/** The first day on which somebody of a concluded relationship can be matched again. */
export async function firstDayAfter(ctx: Context, its: OneRelationship): Promise<string> {
  const relationship = await lockRelationship(ctx, its);
  const over = relationship.concludedAt ?? ctx.now;
  // Who was left alone need not wait.
  if (relationship.people.length < 2) return relationship.today;
  const { coolOffDays } = await findSetting(ctx, its.organizationId, relationship.programId);
  return daysAfter(dayIn(relationship.organizationTimeZone, over), coolOffDays);
}

/** She would like another: from the first day after a rest on she takes part in matching again, with what she has learned. */
export async function searchAgain(
  ctx: Context,
  its: OneRelationship,
  { personId, learned }: { readonly personId: string; readonly learned: string },
): Promise<string> {
  const relationship = await lockRelationship(ctx, its);
  const part = await findPart(ctx, its, personId);
  if (relationship.state !== "concluded" && !part.hasLeft) throw new Conflict((language) => closureWords(language).notOver);
  if (ctx.actor?.personId === personId && waitsForCoordinator(relationship))
    throw new Conflict((language) => closureWords(language).coordinatorFirst);
  const fromOn = await firstDayAfter(ctx, its);
  // Between peers both parts of somebody look together.
  const parts =
    relationship.format === "peer"
      ? await ctx.db
          .selectFrom("participant")
          .select("id")
          .where("organization_id", "=", its.organizationId)
          .where("program_id", "=", relationship.programId)
          .where("person_id", "=", personId)
          .execute()
      : [{ id: part.participantId }];
  for (const { id } of parts)
    await ctx.db
      .insertInto("search_again")
      .values({
        organization_id: its.organizationId,
        relationship_id: its.relationshipId,
        participant_id: id,
        from_on: fromOn,
        learned,
        chosen_at: ctx.now,
      })
      .onConflict((conflict) => conflict.columns(["organization_id", "participant_id", "relationship_id"]).doUpdateSet({ learned }))
      .execute();
  return fromOn;
}

/** Hers, also where she has left it. */
async function findPart(ctx: Context, { organizationId, relationshipId }: OneRelationship, personId: string) {
  const { participantId, leftAt } = found(
    await ctx.db
      .selectFrom("relationship_person")
      .select(["participant_id as participantId", "left_at as leftAt"])
      .where("organization_id", "=", organizationId)
      .where("relationship_id", "=", relationshipId)
      .where("person_id", "=", personId)
      .executeTakeFirst(),
  );
  return { participantId, hasLeft: leftAt !== null };
}

/** Not now after all. */
export async function restForNow(ctx: Context, its: OneRelationship, personId: string): Promise<void> {
  await ctx.db
    .deleteFrom("search_again")
    .where("organization_id", "=", its.organizationId)
    .where("relationship_id", "=", its.relationshipId)
    .where("participant_id", "in", (eb) =>
      eb.selectFrom("participant").select("id").where("organization_id", "=", its.organizationId).where("person_id", "=", personId),
    )
    .execute();
}

export interface Search {
  readonly personId: string;
  readonly fromOn: string;
  readonly learned: string;
}

/** Who of them looks for somebody again. */
export function listSearches(ctx: Context, its: OneRelationship): Promise<Search[]> {
  return ctx.db
    .selectFrom("search_again as s")
    .innerJoin("participant as p", (join) =>
      join.onRef("p.organization_id", "=", "s.organization_id").onRef("p.id", "=", "s.participant_id"),
    )
    .select(["p.person_id as personId", "s.from_on as fromOn", "s.learned"])
    .distinct()
    .where("s.organization_id", "=", its.organizationId)
    .where("s.relationship_id", "=", its.relationshipId)
    .execute();
}
