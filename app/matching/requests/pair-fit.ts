import { explainScores } from "../../../packages/matching-engine/index.ts";
import { listQuestions } from "../../networks/programs/list-questions.ts";
import type { Context } from "../../platform/context.ts";
import { clockOf } from "../criteria/clock-day.ts";
import { listCriteria } from "../criteria/list-criteria.ts";
import { listNeverPairs } from "../criteria/list-never-pairs.ts";
import { loadPeople } from "../criteria/load-people.ts";
import { scoringOf } from "../criteria/scoring-of.ts";
import { reasonParts } from "../explanations/read-explanation.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";

interface OfPair {
  readonly organizationId: string;
  readonly programId: string;
  readonly menteeId: string;
  readonly mentorId: string;
}

export interface PairFit {
  /** No must, no wish and no refusal stands against it. Which of them does is told to nobody: it might tell on one of the two. */
  readonly isAllowed: boolean;
  /** 0 to 10,000. */
  readonly weight: number;
  readonly reasons: readonly ReasonPart[];
}

/** How well these two fit by the program's criteria as they are now. */
export async function fitOf(ctx: Context, { organizationId, programId, menteeId, mentorId }: OfPair): Promise<PairFit> {
  const criteria = await listCriteria(ctx, organizationId, programId);
  const people = await loadPeople(ctx, organizationId, [menteeId, mentorId], criteria);
  const mentee = people.find(({ id }) => id === menteeId);
  const mentor = people.find(({ id }) => id === mentorId);
  if (!mentee || !mentor) return { isAllowed: false, weight: 0, reasons: [] };
  const { at, timeZone } = await clockOf(ctx, organizationId, programId);
  const questions = await listQuestions(ctx, organizationId, programId);
  const never = await listNeverPairs(ctx, organizationId, programId);
  const { scoring, must, should } = scoringOf(criteria, { mentees: [mentee], mentors: [mentor], questions, timeZone, at }, never);
  const explanation = explainScores(scoring).pair(0, 0);
  const visibility = { mentee: mentee.visibility, mentor: mentor.visibility };
  return { isAllowed: explanation.allowed, weight: explanation.weight, reasons: reasonParts(explanation, { must, should }, visibility) };
}
