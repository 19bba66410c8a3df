import { MatchingCancelled } from "../market/cancellation.ts";
import { GrowingRows } from "./growing-rows.ts";
import { bindMust } from "./must.ts";
import { type Scoring, ScoringError } from "./rules.ts";
import { bindShould, type BoundShould } from "./should.ts";

export type ScoredPairs = { readonly ptr: Int32Array; readonly col: Int32Array; readonly weight: Int32Array };

export type ScoringOptions = {
  /** Mentees scored so far. */
  readonly onProgress?: ((progress: { readonly done: number; readonly of: number }) => void) | undefined;
  /** Asked once per chunk of mentees. */
  readonly cancelled?: (() => boolean) | undefined;
};

/** The weight of a pair that fulfills every *should* rule that counts. */
export const FULL_WEIGHT = 10_000;

/**
 * Scores every pair that keeps all *must* rules: an integer weight from 0 to 10,000, as compressed rows for `marketFromRows`.
 *
 * The weight is 10,000 · Σ weight · degree / Σ weight over the *should* rules that count for the mentee, rounded.
 * @throws {ScoringError} for a rule whose column does not exist or is of the wrong kind, or whose numbers make no sense
 * @throws {MatchingCancelled} when `cancelled` answers true
 */
export function scorePairs(scoring: Scoring, options: ScoringOptions = {}): ScoredPairs {
  const must = bindMust(scoring);
  const should = bindShould(scoring);
  const neutral = neutralWeight(scoring);
  const [menteeCount, mentorCount] = [scoring.mentees.count, scoring.mentors.count];
  const chunk = Math.max(1, Math.ceil(PAIRS_BETWEEN_QUESTIONS / Math.max(1, mentorCount)));
  const rows = new GrowingRows(menteeCount, mentorCount);
  const allowed = new Int32Array(mentorCount);
  const earned = new Float64Array(mentorCount);

  for (let i = 0; i < menteeCount; i++) {
    if (i % chunk === 0) {
      if (options.cancelled?.()) throw new MatchingCancelled();
      options.onProgress?.({ done: i, of: menteeCount });
    }
    // Rule by rule, not pair by pair: each inner loop then calls one small function only.
    let count = mentorCount;
    for (let j = 0; j < mentorCount; j++) allowed[j] = j;
    for (const rule of must) {
      let kept = 0;
      for (let k = 0; k < count; k++) if (rule.keeps(i, allowed[k]!)) allowed[kept++] = allowed[k]!;
      count = kept;
    }
    const counting = should.filter((rule) => rule.counts(i));
    const possible = possibleFor(counting);
    earned.fill(0, 0, count);
    for (const rule of counting) {
      for (let k = 0; k < count; k++) earned[k]! += rule.weight * rule.degree(i, allowed[k]!);
    }
    for (let k = 0; k < count; k++) earned[k] = possible > 0 ? wholeWeight(earned[k]!, possible) : neutral;
    rows.add(allowed, earned, count);
  }
  options.onProgress?.({ done: menteeCount, of: menteeCount });
  return rows.finish();
}

/** The weight of a pair that has earned so much of what was possible (more than 0). */
export function wholeWeight(earned: number, possible: number): number {
  return Math.round((FULL_WEIGHT * earned) / possible);
}

/** The sum of the weights of rules. */
export function possibleFor(rules: readonly BoundShould[]): number {
  return rules.reduce((sum, { weight }) => sum + weight, 0);
}

export function neutralWeight({ neutralWeight: weight = 5_000 }: Scoring): number {
  if (Number.isInteger(weight) && weight >= 0 && weight <= FULL_WEIGHT) return weight;
  throw new ScoringError(`The neutral weight is ${weight}. Give a whole number from 0 to ${FULL_WEIGHT}.`);
}

const PAIRS_BETWEEN_QUESTIONS = 100_000;
