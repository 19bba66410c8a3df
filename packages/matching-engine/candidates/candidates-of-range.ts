import { MatchingCancelled } from "../market/cancellation.ts";
import { GrowingRows } from "../scoring/growing-rows.ts";
import { type Scoring, ScoringError } from "../scoring/rules.ts";
import type { ScoredPairs, ScoringOptions } from "../scoring/score.ts";
import { MenteeRow } from "./mentee-row.ts";
import { tieOrder, type TieTerms, weightOfKey } from "./tie-order.ts";

export type CandidateOptions = ScoringOptions &
  TieTerms & {
    /** How many mentors each mentee keeps: her best. 1 and more. */
    readonly perMentee: number;
    /** How many mentees each mentor keeps besides: her best. Default 0. */
    readonly perMentor?: number | undefined;
  };

/** The candidates of some of the mentees: plain data, to be posted from a worker and put together by `mergeCandidates`. */
export type RangeOfCandidates = {
  readonly from: number;
  readonly to: number;
  /** A row for each mentee of the range, the best first. */
  readonly rows: ScoredPairs;
  /** The keys of each mentor's best mentees of the range, from `ptr[place]` to `ptr[place + 1]`, by place (see tie-order.ts). */
  readonly ofMentors: { readonly keys: Float64Array; readonly ptr: Int32Array };
};

/**
 * The best candidates of the mentees from `from` to before `to`: one part of `topCandidates`, so that several threads can share
 * the work. Give each the same scoring and options, and the parts to `mergeCandidates`.
 * @throws {ScoringError} as `scorePairs` does, and for a range or numbers that make no sense
 * @throws {MatchingCancelled} when `cancelled` answers true
 */
export function candidatesOfRange(
  scoring: Scoring,
  range: { readonly from: number; readonly to: number },
  options: CandidateOptions,
): RangeOfCandidates {
  const { from, to } = range;
  const [mentees, mentors] = [scoring.mentees.count, scoring.mentors.count];
  requireWhole("to", to, 0, mentees);
  requireWhole("from", from, 0, to);
  requireWhole("perMentee", options.perMentee, 1, Infinity);
  requireWhole("perMentor", options.perMentor ?? 0, 0, Infinity);
  const perMentee = Math.min(options.perMentee, mentors);
  const perMentor = Math.min(options.perMentor ?? 0, to - from);
  const order = tieOrder(mentees, mentors, options);
  const row = new MenteeRow(scoring, order, perMentee, perMentor);
  const rows = new GrowingRows(to - from, perMentee);
  const col = new Int32Array(perMentee);
  const weight = new Int32Array(perMentee);
  const chunk = 256;
  for (let mentee = from; mentee < to; mentee++) {
    if ((mentee - from) % chunk === 0) {
      if (options.cancelled?.()) throw new MatchingCancelled();
      options.onProgress?.({ done: mentee - from, of: to - from });
    }
    const best = row.scan(mentee);
    for (let k = 0; k < best.length; k++) {
      col[k] = row.mentorOf(mentee, best[k]!);
      weight[k] = weightOfKey(best[k]!);
    }
    rows.add(col, weight, best.length);
  }
  options.onProgress?.({ done: to - from, of: to - from });
  return { from, to, rows: rows.finish(), ofMentors: row.bestOfMentors.packed() };
}

function requireWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  const range = most === Infinity ? `from ${least} up` : `from ${least} to ${most}`;
  throw new ScoringError(`${name} is ${value}. Give a whole number ${range}.`);
}
