import type { PersonalContext } from "../../platform/context.ts";
import { type AgreementBriefProps, findAgreementBrief } from "../agreements/agreement-brief.tsx";
import { findGoalsBrief, type GoalsBriefProps } from "../goals/goals-brief.tsx";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import { isRunning } from "../life/life.ts";
import { findFirstMeeting, type FirstMeetingProps } from "../sessions/first-meeting.tsx";
import { findPracticeBrief, type PracticeBriefProps } from "../practice/practice-brief.tsx";
import { personOf } from "../sessions/may-plan.ts";
import { findSetting } from "../settings/find-setting.ts";

/** What the page of a relationship says of its parts, to one of its people. */
export interface Overview extends OneRelationship {
  /** Until they have met: what to do first, and by when. */
  readonly guide: { readonly until: Date; readonly times: FirstMeetingProps | undefined } | undefined;
  /** The session that comes next. */
  readonly next: Date | null;
  readonly agreement: AgreementBriefProps;
  readonly goals: GoalsBriefProps;
  readonly practice: PracticeBriefProps;
}

export async function findOverview(ctx: PersonalContext, its: OneRelationship): Promise<Overview> {
  const relationship = await findRelationship(ctx, its);
  const { firstMeetingDays } = await findSetting(ctx, its.organizationId, relationship.programId);
  const { held, next } = await findMeetings(ctx, its);
  const until = new Date(relationship.begunAt.getTime() + firstMeetingDays * 86_400_000);
  return {
    ...its,
    guide: isRunning(relationship) && held === 0 ? { until, times: await findFirstMeeting(ctx, its) } : undefined,
    next,
    agreement: await findAgreementBrief(ctx, relationship),
    goals: await findGoalsBrief(ctx, relationship, personOf(relationship, ctx.actor.personId)),
    practice: await findPracticeBrief(ctx, relationship),
  };
}

/** How many sessions they had, at most two counted, and when the next one is. */
async function findMeetings(
  ctx: PersonalContext,
  { organizationId, relationshipId }: OneRelationship,
): Promise<{ held: number; next: Date | null }> {
  const sessions = ctx.db.selectFrom("session").where("organization_id", "=", organizationId).where("relationship_id", "=", relationshipId);
  const held = await sessions.select("id").where("state", "=", "held").limit(2).execute();
  const next = await sessions
    .select("starts_at")
    .where("state", "=", "agreed")
    .where("ends_at", ">", ctx.now)
    .orderBy("starts_at")
    .limit(1)
    .executeTakeFirst();
  return { held: held.length, next: next?.starts_at ?? null };
}
