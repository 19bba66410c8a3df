/** Rounds of groups: a mentor with several mentees who fit her and each other. Pure. */
import {
  checkMentoringGroups,
  fitOfMentees,
  type Fit,
  type Market,
  mentoringGroupsHeuristic,
} from "../../../packages/matching-engine/index.ts";
import { companyShare } from "./round-settings.ts";
import type { RoundSnapshot } from "./round.ts";
import type { SolvedMarket } from "./solve-market.ts";

/** What is needed beside the market, as numbers alone, so that a published round can be run again. */
export interface GroupTerms {
  /** Of each mentor's group, if she has one. */
  readonly least: readonly number[];
  /** How well mentees `i > j` fit each other, at `i (i − 1) / 2 + j`, in the unit of weights. */
  readonly fits: Int16Array;
}

const at = (one: number, other: number): number => (one > other ? (one * (one - 1)) / 2 + other : (other * (other - 1)) / 2 + one);

/**
 * How much company counts: with `full`, a mentee alike all the others of a full group gains as much by them as by a mentor who is all
 * that she hoped for.
 */
export function groupTermsOf({ settings, scoring, least }: Pick<RoundSnapshot, "settings" | "scoring" | "least">): GroupTerms | null {
  const { group } = settings;
  if (!group || !least) return null;
  const { count } = scoring.mentees;
  const fits = new Int16Array((count * (count - 1)) / 2);
  const most = Math.round((10_000 / Math.max(1, group.most - 1)) * companyShare[group.company]);
  if (most > 0) {
    const fit = fitOfMentees(scoring, most);
    for (let one = 1; one < count; one++) for (let other = 0; other < one; other++) fits[at(one, other)] = fit(one, other);
  }
  return { least, fits };
}

/** A good grouping found by a heuristic, checked; `gap` says by how much the best can be better at most. */
export function solveGroups({ least, fits }: GroupTerms, market: Market, seed: number): Omit<SolvedMarket, "ranks"> {
  const fit: Fit = (one, other) => fits[at(one, other)]!;
  const plan = { market, least: sizesWithin(least, market), fit, seed };
  const found = mentoringGroupsHeuristic(plan);
  const check = checkMentoringGroups(plan, found);
  return {
    assignment: found.assignment,
    total: found.total,
    matched: found.matched,
    check: { proven: check.valid, gap: found.bound - found.total, violations: check.problems.length },
    company: companyIn(found.assignment, fit),
  };
}

/** Nobody needs more mentees than she has places for. */
const sizesWithin = (least: readonly number[], { capacity }: Market): number[] =>
  least.map((few, mentor) => Math.min(few, Math.max(1, capacity[mentor]!)));

/** What the fits of all who share a group add up to. */
function companyIn(assignment: ArrayLike<number>, fit: Fit): number {
  const groups = new Map<number, number[]>();
  let sum = 0;
  for (let mentee = 0; mentee < assignment.length; mentee++) {
    const mentor = assignment[mentee]!;
    if (mentor < 0) continue;
    const group = groups.get(mentor) ?? [];
    for (const other of group) sum += fit(mentee, other);
    group.push(mentee);
    groups.set(mentor, group);
  }
  return sum;
}
