/** Other weights than a round had, and musts left out, to be tried on its people before anything is decided. Pure. */
import type { Moves } from "./moves-between.ts";
import type { Criterion } from "../criteria/criterion.ts";

export interface Trial {
  /** Criterion → 0 to 100; shoulds that are not named keep theirs. */
  readonly weights: Readonly<Record<string, number>>;
  /** Musts that are left out. */
  readonly off: readonly string[];
}

/** From an address: `weight-<criterion>=40`, and `on=<criterion>` for each must that is kept (with `musts=shown` where they were asked). */
export function readTrial(query: URLSearchParams, criteria: readonly Criterion[]): Trial {
  const weights: Record<string, number> = {};
  for (const { id, strength } of criteria) {
    const typed = strength === "should" ? query.get(`weight-${id}`) : null;
    const weight = Math.round(Number(typed));
    if (typed !== null && typed.trim() !== "" && weight >= 0 && weight <= 100) weights[id] = weight;
  }
  const on = new Set(query.getAll("on"));
  const off = query.has("musts") ? criteria.filter(({ id, strength }) => strength === "must" && !on.has(id)).map(({ id }) => id) : [];
  return { weights, off };
}

/** The round's criteria as the trial changes them. */
export const triedCriteria = (criteria: readonly Criterion[], { weights, off }: Trial): Criterion[] =>
  criteria
    .filter(({ id }) => !off.includes(id))
    .map((criterion) => ({
      ...criterion,
      weight: criterion.strength === "should" ? (weights[criterion.id] ?? criterion.weight) : criterion.weight,
    }));

export const isChange = (criteria: readonly Criterion[], { weights, off }: Trial): boolean =>
  off.length > 0 || criteria.some(({ id, strength, weight }) => strength === "should" && (weights[id] ?? weight) !== weight);

/** What a trial would change; weights are those of the trial, for what was and what would be. */
export interface TrialAnswer extends Moves {
  readonly before: TrialFigures;
  readonly after: TrialFigures;
  readonly proven: boolean;
  readonly tookMs: number;
}
export interface TrialFigures {
  readonly total: number;
  readonly matched: number;
  readonly firstChoices: number;
}
export interface TrialMove {
  readonly menteeId: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly weightFrom: number;
  readonly weightTo: number;
}
