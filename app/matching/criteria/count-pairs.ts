/** How many pairs the musts leave, counted over the people who are in the program now. */
import { explainScores } from "../../../packages/matching-engine/index.ts";
import { listQuestions } from "../../networks/programs/list-questions.ts";
import type { Context } from "../../platform/context.ts";
import { clockOf } from "./clock-day.ts";
import type { Criterion } from "./criterion.ts";
import { listNeverPairs } from "./list-never-pairs.ts";
import { loadPeople, listParticipantIds } from "./load-people.ts";
import { scoringOf } from "./scoring-of.ts";

export interface PairCounts {
  readonly all: number;
  /** Pairs that keep all musts. */
  readonly left: number;
  /** By criterion: pairs that it leaves when it is the only one. */
  readonly leftBy: ReadonlyMap<string, number>;
  /** Mentees for whom nobody is left. */
  readonly withoutAny: number;
  /** Counted for every so many-th mentee only, and projected: the program is large. */
  readonly isEstimate: boolean;
}

/** More pairs than so many are counted for some of the mentees only, so that the page opens at once. */
const mostPairs = 300_000;

export async function countPairs(
  ctx: Context,
  organizationId: string,
  programId: string,
  criteria: readonly Criterion[],
): Promise<PairCounts> {
  const musts = criteria.filter(({ strength }) => strength === "must");
  const menteeIds = await listParticipantIds(ctx, organizationId, programId, "mentee");
  const mentorIds = await listParticipantIds(ctx, organizationId, programId, "mentor");
  const step = Math.ceil((menteeIds.length * mentorIds.length) / mostPairs) || 1;
  const asked = menteeIds.filter((_, index) => index % step === 0);
  const mentees = await loadPeople(ctx, organizationId, asked, musts);
  const mentors = await loadPeople(ctx, organizationId, mentorIds, musts);
  const { at, timeZone } = await clockOf(ctx, organizationId, programId);
  const questions = await listQuestions(ctx, organizationId, programId);
  const never = await listNeverPairs(ctx, organizationId, programId);

  const { scoring, must } = scoringOf(musts, { mentees, mentors, questions, timeZone, at }, never);
  const explainer = explainScores(scoring);
  const refusedBy = new Map<string, number>();
  let left = 0;
  let withoutAny = 0;
  for (let mentee = 0; mentee < mentees.length; mentee++) {
    const { refusals, allowed } = explainer.possibilities(mentee, () => false);
    left += allowed.length;
    if (allowed.length === 0) withoutAny++;
    for (const refusal of refusals) {
      const key = must[refusal.rule]!;
      if (typeof key === "object") refusedBy.set(key.criterion.id, (refusedBy.get(key.criterion.id) ?? 0) + refusal.mentors);
    }
  }
  const project = (count: number): number => Math.round((count * menteeIds.length) / Math.max(1, mentees.length));
  const counted = mentees.length * mentors.length;
  return {
    all: menteeIds.length * mentorIds.length,
    left: project(left),
    leftBy: new Map(musts.map(({ id }) => [id, project(counted - (refusedBy.get(id) ?? 0))])),
    withoutAny: project(withoutAny),
    isEstimate: step > 1,
  };
}
