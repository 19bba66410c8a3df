import type { PersonalContext } from "../../platform/context.ts";
import { type AgreementBriefProps, findAgreementBrief } from "../agreements/agreement-brief.tsx";
import { findGoalsBrief, type GoalsBriefProps } from "../goals/goals-brief.tsx";
import type { OneRelationship, PersonOfLife, Relationship } from "../life/find-life.ts";
import { isRunning } from "../life/life.ts";
import { findMeetings } from "../sessions/find-meetings.ts";
import { findFirstMeeting, type FirstMeetingProps } from "../sessions/first-meeting.tsx";
import { findPracticeBrief, type PracticeBriefProps } from "../practice/practice-brief.tsx";
import { personOf } from "../sessions/may-plan.ts";
import { othersThan } from "../sessions/people-of-session.ts";
import { type Clock, clockOf } from "../sessions/session-time.tsx";
import { findSetting } from "../settings/find-setting.ts";

/** What the page of a relationship says of its parts, to one of its people. */
export interface Overview extends OneRelationship {
  /** Until they have met: what to do first, and by when. */
  readonly guide: { readonly until: Date; readonly times: FirstMeetingProps | undefined } | undefined;
  readonly hasMet: boolean;
  /** The session that comes next. */
  readonly next: { readonly at: Date; readonly clock: Clock; readonly others: readonly PersonOfLife[] } | undefined;
  /** They have met, and nothing is planned: what to do about it, where something can be. */
  readonly toPlan: "propose" | "look" | undefined;
  readonly agreement: AgreementBriefProps;
  readonly goals: GoalsBriefProps;
  readonly practice: PracticeBriefProps;
}

export async function findOverview(ctx: PersonalContext, relationship: Relationship): Promise<Overview> {
  const its = { organizationId: relationship.organizationId, relationshipId: relationship.id };
  const setting = await findSetting(ctx, its.organizationId, relationship.programId);
  const me = personOf(relationship, ctx.actor.personId);
  const meetings = await findMeetings(ctx, its);
  const until = new Date(relationship.begunAt.getTime() + setting.firstMeetingDays * 86_400_000);
  return {
    ...its,
    guide:
      isRunning(relationship) && !meetings.hasMet
        ? { until, times: await findFirstMeeting(ctx, relationship, { meetings, setting }) }
        : undefined,
    hasMet: meetings.hasMet,
    next: meetings.next
      ? { at: meetings.next, clock: clockOf(ctx.reader, me, ctx.now), others: othersThan(relationship.people, me.personId) }
      : undefined,
    // One conversation has no next one.
    toPlan:
      isRunning(relationship) && relationship.format !== "flash" && meetings.hasMet && meetings.next === null
        ? meetings.isProposed
          ? "look"
          : "propose"
        : undefined,
    agreement: await findAgreementBrief(ctx, relationship, setting),
    goals: await findGoalsBrief(ctx, relationship, me),
    practice: await findPracticeBrief(ctx, relationship),
  };
}
