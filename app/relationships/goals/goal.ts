/** What somebody wants to reach, and how far she has come, on five steps that were said before. Pure. */
import { attainmentScore } from "../../../packages/statistics/index.ts";
import type { ProgramFormat } from "../../networks/programs/program.ts";
import type { PairRole } from "../pairs/pair.ts";

export const goalStates = ["proposed", "agreed", "aside"] as const;
export type GoalState = (typeof goalStates)[number];

/** From "less than where I start" to "far more than I hope"; 0 is what she expects. */
export const levels = [-2, -1, 0, 1, 2] as const;
export type Level = (typeof levels)[number];

export const longest = { hope: 1000, title: 200, level: 400, word: 500, step: 300 } as const;
export const mostGoals = 20;
export const mostSteps = 30;

export interface GoalOf {
  readonly participantId: string;
  readonly state: GoalState;
  readonly scale: readonly string[];
}

interface SomebodyOfIt {
  readonly participantId: string;
  readonly role: PairRole;
}

/** Who has goals: mentees, and of two equals both. */
export const mayOwn = (format: ProgramFormat, role: PairRole): boolean => format === "peer" || role === "mentee";

/** She and her mentor know a goal; in a group the other mentees do not. */
export const mayKnow = (format: ProgramFormat, me: SomebodyOfIt, goal: Pick<GoalOf, "participantId">): boolean =>
  goal.participantId === me.participantId || me.role === "mentor" || format === "peer";

export const isHers = (me: SomebodyOfIt, goal: Pick<GoalOf, "participantId">): boolean => goal.participantId === me.participantId;

/** Either works on what is proposed; what is agreed is hers to change. */
export const mayChange = (me: SomebodyOfIt, goal: GoalOf): boolean => isHers(me, goal) || goal.state === "proposed";

/** What the levels mean, and how much it counts, stands once one has been noted: else the score would tell nothing. */
export const isScaleFixed = (noted: number): boolean => noted > 0;

export const isScaleWhole = (scale: readonly string[]): boolean => scale.length === levels.length && scale.every((words) => words !== "");

export interface NotedLevel {
  readonly goalId: string;
  readonly level: Level;
  readonly at: Date;
}

/** The last of each day, in the order of days. */
export function lastOfEachDay<T extends { readonly at: Date }>(
  noted: readonly T[],
  dayOf: (at: Date) => string,
): { day: string; noted: T }[] {
  const days = new Map<string, T>();
  for (const one of noted.toSorted((a, b) => a.at.getTime() - b.at.getTime())) days.set(dayOf(one.at), one);
  return [...days].map(([day, last]) => ({ day, noted: last }));
}

/**
 * The attainment score on each day on which a level was noted: of the goals that had one by then, each at its newest.
 *
 * @param goals those that are agreed
 */
export function scoresOverTime(
  goals: readonly { readonly id: string; readonly weight: number }[],
  noted: readonly NotedLevel[],
  dayOf: (at: Date) => string,
): { day: string; score: number }[] {
  const weights = new Map(goals.map(({ id, weight }) => [id, weight]));
  const newest = new Map<string, Level>();
  const scores = new Map<string, number>();
  for (const { goalId, level, at } of noted.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    if (!weights.has(goalId)) continue;
    newest.set(goalId, level);
    scores.set(dayOf(at), attainmentScore([...newest].map(([id, reached]) => ({ level: reached, weight: weights.get(id)! }))));
  }
  return [...scores].map(([day, score]) => ({ day, score }));
}
