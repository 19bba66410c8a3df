import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { removeCriterion, weighCriteria } from "../criteria/save-criterion.ts";
import { listCriteria } from "../criteria/list-criteria.ts";
import type { Round } from "../rounds/list-rounds.ts";
import { startRound } from "../rounds/start-round.ts";
import { type Trial, triedCriteria } from "./trial.ts";

/** Runs a round by the criteria of a trial, for the same choice of people; and makes them the program's, where that is wished. */
export async function makeRoundOfTrial(ctx: Context, round: Round, trial: Trial, keep: boolean): Promise<string> {
  const { organization_id: organizationId, program_id: programId } = round;
  if (keep) {
    await weighCriteria(ctx, organizationId, programId, new Map(Object.entries(trial.weights)));
    const now = new Set((await listCriteria(ctx, organizationId, programId)).map(({ id }) => id));
    for (const id of trial.off) if (now.has(id)) await removeCriterion(ctx, organizationId, programId, id);
    await audit(ctx, {
      organizationId,
      act: "criteria.changed",
      subjectKind: "program",
      subjectId: programId,
      detail: { from: "what-if", roundId: round.id },
    });
  }
  const { chosen, seed, objective, settings } = round;
  return startRound(ctx, organizationId, programId, {
    chosen,
    seed,
    objective,
    settings,
    criteria: triedCriteria(round.criteria.criteria, trial),
  });
}
