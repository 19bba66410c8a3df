/** From a round's snapshot and proof to the run that is kept, and from that to its market again. Pure; runs in a worker thread. */
import { explainScores, type Market, marketFromRows } from "../../../packages/matching-engine/index.ts";
import { rankedPairs } from "../rounds/choice-ranks.ts";
import { assignmentOf, type RoundProof } from "../rounds/proof.ts";
import type { RoundGroups, RoundSnapshot } from "../rounds/round.ts";
import { goesByChoices } from "../rounds/round-settings.ts";
import { groupTermsOf } from "../rounds/solve-groups.ts";
import { solveMarket } from "../rounds/solve-market.ts";
import { marketOf } from "../rounds/solve-round.ts";
import { type AffinityWishes, weightsCounting } from "../affinity/wish-weights.ts";
import type { KeptRun } from "./kept-run.ts";

interface RoundSums {
  readonly engineVersion: string;
  readonly total: number;
}

export function makeKeptRun(snapshot: RoundSnapshot, proof: RoundProof, { engineVersion, total }: RoundSums): KeptRun {
  const market = marketOf(snapshot, explainScores(snapshot.scoring));
  const assignment = Int32Array.from(assignmentOf(proof));
  const { seed, objective, settings, menteeIds, mentorIds, choices } = snapshot;
  return {
    version: 1,
    engineVersion,
    seed,
    objective,
    settings,
    menteeIds,
    mentorIds,
    ptr: market.ptr,
    col: market.col,
    weight: market.weight,
    capacity: market.capacity,
    locked: market.locked,
    preferences: goesByChoices(objective) ? rankedPairs(market, choices) : null,
    groupsDigest: proof.groupsDigest ?? null,
    wishesDigest: proof.wishesDigest ?? null,
    others: proof.wishesDigest === undefined ? null : weightsCounting(snapshot.scoring),
    gathering: groupTermsOf(snapshot),
    assignment,
    total,
    matched: assignment.filter((mentor) => mentor >= 0).length,
  };
}

function marketOfRun(run: KeptRun): Market {
  const { ptr, col, weight, capacity, menteeIds, mentorIds } = run;
  const locked = [...run.locked.entries()].filter(([, mentor]) => mentor >= 0).map(([mentee, mentor]) => ({ mentee, mentor }));
  return marketFromRows({ ptr, col, weight, capacity, locked, menteeKeys: menteeIds, mentorKeys: mentorIds });
}

/** The result of running it again, beside what was kept. */
export interface RunAgain {
  readonly samePairs: boolean;
  readonly sameTotal: boolean;
  readonly proven: boolean;
  readonly total: number;
  readonly matched: number;
  readonly tookMs: number;
}

export function runAgain(run: KeptRun, groups: RoundGroups | null, wishes: AffinityWishes | null): RunAgain {
  const begun = performance.now();
  const market = marketOfRun(run);
  const none = new Int32Array(market.col.length);
  const solved = solveMarket(
    { ...run, gathering: run.gathering ?? null, groups, wishes },
    market,
    run.preferences ?? { menteeRank: none, mentorRank: none },
  );
  return {
    samePairs: solved.assignment.every((mentor, mentee) => mentor === run.assignment[mentee]),
    sameTotal: solved.total === run.total,
    proven: solved.check.proven,
    total: solved.total,
    matched: solved.matched,
    tookMs: Math.round(performance.now() - begun),
  };
}
