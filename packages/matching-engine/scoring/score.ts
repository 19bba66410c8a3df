import type { Scoring } from "./rules.ts";

export type ScoredPairs = { readonly ptr: Int32Array; readonly col: Int32Array; readonly weight: Int32Array };

export type ScoringOptions = {
  /** Mentees scored so far. */
  readonly onProgress?: ((progress: { readonly done: number; readonly of: number }) => void) | undefined;
  /** Asked once per chunk of mentees. */
  readonly cancelled?: (() => boolean) | undefined;
};

/**
 * Scores every pair that keeps all *must* rules: an integer weight from 0 to 10,000, as compressed rows for `marketFromRows`.
 * @throws {ScoringError} for a rule whose column does not exist or is of the wrong kind
 * @throws {MatchingCancelled} when `cancelled` answers true
 */
export function scorePairs(_scoring: Scoring, _options: ScoringOptions = {}): ScoredPairs {
  throw new Error("follows");
}
