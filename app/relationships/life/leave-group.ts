import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { findSetting } from "../settings/find-setting.ts";
import { changeWords } from "./changes.messages.ts";
import { daysAfter } from "./days.ts";
import { lockRelationship, type OneRelationship, type Relationship } from "./find-life.ts";
import { isOpen } from "./life.ts";
import { takeOutOfSessions } from "../sessions/take-out-of-sessions.ts";
import { moveRelationship } from "./move-relationship.ts";
import { tellLeft } from "./tell-left.ts";

/** Mentees leave a group one by one; its mentor ends it. */
export const mayLeaveGroup = ({ format, people, ...life }: Relationship, personId: string): boolean =>
  format === "group" && isOpen(life) && people.some((one) => one.personId === personId && one.role === "mentee");

export interface Leaving {
  readonly personId: string;
  /** She would like somebody else, after a rest. */
  readonly looksAgain: boolean;
  readonly learned: string;
  /** To her mentor. */
  readonly thanks?: string;
  /** She hears of it otherwise. */
  readonly isTold?: boolean;
}

/** One of a group leaves it, and it goes on; with its last mentee it comes to its end. */
export async function leaveGroup(
  ctx: Context,
  its: OneRelationship,
  { personId, looksAgain, learned, thanks = "", isTold = false }: Leaving,
): Promise<void> {
  const relationship = await lockRelationship(ctx, its);
  const { organizationId, relationshipId } = its;
  const { programId, today, people } = relationship;
  if (!mayLeaveGroup(relationship, personId)) throw new Conflict((language) => changeWords(language).cannotLeave);
  const { participantId } = found(people.find((one) => one.personId === personId && one.role === "mentee"));
  const { closeDays, coolOffDays } = await findSetting(ctx, organizationId, programId);
  await ctx.db
    .updateTable("relationship_person")
    .set({ left_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("participant_id", "=", participantId)
    .execute();
  if (looksAgain)
    await ctx.db
      .insertInto("search_again")
      .values({
        organization_id: organizationId,
        relationship_id: relationshipId,
        participant_id: participantId,
        from_on: daysAfter(today, coolOffDays),
        learned,
        chosen_at: ctx.now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(["organization_id", "participant_id", "relationship_id"])
          .doUpdateSet({ from_on: daysAfter(today, coolOffDays), learned, chosen_at: ctx.now }),
      )
      .execute();
  await audit(ctx, { organizationId, act: "relationship.left", subjectKind: "participant", subjectId: participantId });
  await tellLeft(ctx, relationship, { personId, thanks, knows: isTold });
  await takeOutOfSessions(ctx, relationship, personId);
  await announce(ctx, "relationship.left", { organizationId, programId, relationshipId, participantId });
  const isLast = !people.some((one) => one.role === "mentee" && one.personId !== personId);
  if (isLast && relationship.closesOn === null)
    await moveRelationship(ctx, its, { move: "close", closesOn: daysAfter(today, closeDays), ending: "early" });
}
