import { type Scoring, ScoringError } from "../scoring/rules.ts";
import type { ScoredPairs } from "../scoring/score.ts";
import { BestKeys } from "./best-keys.ts";
import { type CandidateOptions, candidatesOfRange, type RangeOfCandidates } from "./candidates-of-range.ts";
import { keyOf, startOf, stepsAfter, stepsOfKey, type TieOrder, tieOrder, weightOfKey } from "./tie-order.ts";

/**
 * The candidates of a large market: the `perMentee` best mentors of each mentee together with the `perMentor` best mentees of each
 * mentor, exactly as one would cut them from all pairs of `scorePairs`, and with the same weights. Each row is sorted by falling
 * weight, then by the order of equals.
 *
 * Among equals at the cut a lottery decides, drawn from the seed and the keys (see tie-order.ts); with keys for both sides the
 * result does not depend on the order of the lists. Of all pairs only those are weighed that could be among the best: must rules
 * are answered from indexes for all mentors at once, and should rules bound the rest.
 *
 * A matching of these candidates is the best among them. That all pairs would not allow a better one is not said.
 * @throws {ScoringError} as `scorePairs` does, and for numbers that make no sense
 * @throws {MatchingCancelled} when `cancelled` answers true
 */
export function topCandidates(scoring: Scoring, options: CandidateOptions): ScoredPairs {
  const range = candidatesOfRange(scoring, { from: 0, to: scoring.mentees.count }, options);
  return mergeCandidates(scoring, [range], options);
}

type Counts = { readonly mentees: { readonly count: number }; readonly mentors: { readonly count: number } };

/**
 * Puts together what `candidatesOfRange` found for ranges that cover all mentees once, in any order.
 * @param scoring the same as for the ranges; only the number of people is looked at
 * @throws {ScoringError} for ranges that leave mentees out or overlap
 */
export function mergeCandidates(scoring: Counts, ranges: readonly RangeOfCandidates[], options: CandidateOptions): ScoredPairs {
  const [mentees, mentors] = [scoring.mentees.count, scoring.mentors.count];
  const parts = ranges.toSorted((a, b) => a.from - b.from || a.to - b.to);
  let covered = 0;
  for (const { from, to } of parts) {
    if (from !== covered) throw new ScoringError(`The ranges of mentees do not fit: one ends at ${covered}, the next begins at ${from}.`);
    covered = to;
  }
  if (covered !== mentees) throw new ScoringError(`The ranges end at mentee ${covered} of ${mentees}. Give ranges for all.`);

  const order = tieOrder(mentees, mentors, options);
  const wanted = wantedByMentors(order, parts, options.perMentor ?? 0);
  const most = parts.reduce((sum, { rows }) => sum + rows.col.length, 0) + wanted.col.length;
  const merged = { ptr: new Int32Array(mentees + 1), col: new Int32Array(most), weight: new Int32Array(most) };
  const keys = new Float64Array(mentors);
  const isIn = new Int32Array(mentors).fill(-1);
  let n = 0;
  for (const { from, to, rows } of parts) {
    for (let i = from; i < to; i++) {
      const start = startOf(order.menteePlace[i]!, mentees, mentors);
      let count = 0;
      const take = ({ col, weight }: Omit<ScoredPairs, "ptr">, begin: number, end: number) => {
        for (let e = begin; e < end; e++) {
          const mentor = col[e]!;
          if (isIn[mentor] === i) continue;
          isIn[mentor] = i;
          keys[count++] = keyOf(weight[e]!, stepsAfter(start, order.mentorPlace[mentor]!, mentors));
        }
      };
      take(rows, rows.ptr[i - from]!, rows.ptr[i - from + 1]!);
      take(wanted, wanted.ptr[i]!, wanted.ptr[i + 1]!);
      keys.subarray(0, count).sort();
      while (count-- > 0) {
        merged.col[n] = order.mentorAt[(start + stepsOfKey(keys[count]!)) % mentors]!;
        merged.weight[n++] = weightOfKey(keys[count]!);
      }
      merged.ptr[i + 1] = n;
    }
  }
  return { ptr: merged.ptr, col: merged.col.slice(0, n), weight: merged.weight.slice(0, n) };
}

/** The pairs of the mentors' lists, by mentee. */
function wantedByMentors(order: TieOrder, parts: readonly RangeOfCandidates[], perMentor: number): ScoredPairs {
  const { menteeAt, mentorAt } = order;
  const kept = Math.min(perMentor, menteeAt.length);
  const best = new BestKeys(mentorAt.length, kept);
  for (const { ofMentors } of parts) {
    for (let place = 0; place < mentorAt.length; place++) {
      for (let at = ofMentors.ptr[place]!; at < ofMentors.ptr[place + 1]!; at++) best.offer(place, ofMentors.keys[at]!);
    }
  }
  const { keys, ptr: ofPlace } = best.packed();
  const menteeOf = (place: number, key: number): number =>
    menteeAt[(startOf(place, mentorAt.length, menteeAt.length) + stepsOfKey(key)) % menteeAt.length]!;
  const pairs = { ptr: new Int32Array(menteeAt.length + 1), col: new Int32Array(keys.length), weight: new Int32Array(keys.length) };
  for (let place = 0; place < mentorAt.length; place++) {
    for (let at = ofPlace[place]!; at < ofPlace[place + 1]!; at++) pairs.ptr[menteeOf(place, keys[at]!) + 1]! += 1;
  }
  for (let i = 0; i < menteeAt.length; i++) pairs.ptr[i + 1]! += pairs.ptr[i]!;
  const next = pairs.ptr.slice();
  for (let place = 0; place < mentorAt.length; place++) {
    for (let at = ofPlace[place]!; at < ofPlace[place + 1]!; at++) {
      const slot = next[menteeOf(place, keys[at]!)]!++;
      pairs.col[slot] = mentorAt[place]!;
      pairs.weight[slot] = weightOfKey(keys[at]!);
    }
  }
  return pairs;
}
