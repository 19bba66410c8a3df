import type { Facts } from "./facts.ts";
import { bindMust } from "./must.ts";
import type { Scoring } from "./rules.ts";
import { FULL_WEIGHT, neutralWeight, possibleFor, wholeWeight } from "./score.ts";
import { bindShould } from "./should.ts";

/** `rule` is the index into `scoring.must`. */
export type MustPart = { readonly rule: number; readonly kept: boolean; readonly facts: Facts };

export type ShouldPart = {
  /** Index into `scoring.should`. */
  readonly rule: number;
  /** False where the rule is by wish and the mentee did not ask for it. */
  readonly counts: boolean;
  /** How far it is fulfilled, 0 to 1. Given also where it does not count, for whoever wants to know what a wish would change. */
  readonly degree: number;
  /** Its share in the weight, a whole number. */
  readonly points: number;
  /** The points that a full degree would give, not rounded. */
  readonly possible: number;
  readonly facts: Facts;
};

export type PairExplanation = {
  readonly allowed: boolean;
  /** 0 to 10,000; for a pair that is not allowed, what it would have been. Always the sum of all points and `neutral`. */
  readonly weight: number;
  /** The neutral weight where no *should* rule counts, otherwise 0. */
  readonly neutral: number;
  readonly must: readonly MustPart[];
  readonly should: readonly ShouldPart[];
};

export type RefusalCount = {
  /** Index into `scoring.must`. */
  readonly rule: number;
  /** Mentors with whom this rule is broken, perhaps among others. */
  readonly mentors: number;
  /** Mentors with whom no other rule is broken: this rule alone stands between. */
  readonly alone: number;
};

export type MenteePossibilities = {
  readonly refusals: readonly RefusalCount[];
  /** Mentors who keep all must rules. */
  readonly allowed: readonly number[];
  /** Those of them whose places are all taken. */
  readonly allowedButFull: readonly number[];
};

export type PairExplainer = {
  /** Why a pair is refused, or how its weight comes about. */
  readonly pair: (mentee: number, mentor: number) => PairExplanation;
  /** For one mentee: how many mentors each must rule keeps away, and who is left. `isFull` says whether a mentor has no free place. */
  readonly possibilities: (mentee: number, isFull: (mentor: number) => boolean) => MenteePossibilities;
};

/** Opens a scoring for questions. The numbers are those of `scorePairs`. @throws {ScoringError} as `scorePairs` does */
export function explainScores(scoring: Scoring): PairExplainer {
  const must = bindMust(scoring);
  const should = bindShould(scoring);
  const neutral = neutralWeight(scoring);

  function pair(mentee: number, mentor: number): PairExplanation {
    const sides = must.map(({ keeps, facts }, rule) => ({ rule, kept: keeps(mentee, mentor), facts: facts(mentee, mentor) }));
    const all = possibleFor(should.filter((rule) => rule.counts(mentee)));
    let earned = 0;
    const parts = should.map((bound, rule) => {
      const counts = bound.counts(mentee);
      const degree = bound.degree(mentee, mentor);
      if (counts) earned += bound.weight * degree;
      const possible = counts && all > 0 ? (FULL_WEIGHT * bound.weight) / all : 0;
      return { rule, counts, degree, possible, facts: bound.facts(mentee, mentor) };
    });
    const weight = all > 0 ? wholeWeight(earned, all) : neutral;
    const points = wholeShares(
      parts.map(({ possible, degree }) => possible * degree),
      all > 0 ? weight : 0,
    );
    return {
      allowed: sides.every(({ kept }) => kept),
      weight,
      neutral: all > 0 ? 0 : neutral,
      must: sides,
      should: parts.map((part, k) => ({ ...part, points: points[k]! })),
    };
  }

  function possibilities(mentee: number, isFull: (mentor: number) => boolean): MenteePossibilities {
    const refusals = must.map((_, rule) => ({ rule, mentors: 0, alone: 0 }));
    const allowed: number[] = [];
    for (let mentor = 0; mentor < scoring.mentors.count; mentor++) {
      const broken = refusals.filter(({ rule }) => !must[rule]!.keeps(mentee, mentor));
      for (const refusal of broken) refusal.mentors++;
      if (broken.length === 0) allowed.push(mentor);
      else if (broken.length === 1) broken[0]!.alone++;
    }
    return { refusals, allowed, allowedButFull: allowed.filter((mentor) => isFull(mentor)) };
  }

  return { pair, possibilities };
}

/** Whole numbers that add up to `sum` and are as near to `shares` as can be: the largest remainders are rounded up. */
function wholeShares(shares: readonly number[], sum: number): number[] {
  const whole = shares.map(Math.floor);
  // Sorting is stable: of equal remainders the first is rounded up.
  const byRemainder = shares.map((_, k) => k).toSorted((a, b) => shares[b]! - whole[b]! - (shares[a]! - whole[a]!));
  let left = sum - whole.reduce((total, share) => total + share, 0);
  for (const k of byRemainder) {
    if (left <= 0) break;
    whole[k]! += 1;
    left--;
  }
  return whole;
}
