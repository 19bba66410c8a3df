/** A round from its snapshot to its result: scored, matched, proven, explained. Pure; runs in a worker thread. */
import {
  alternatives,
  assignedRanks,
  certificate,
  checkCertificate,
  explainScores,
  type Market,
  marketFromRows,
  type MatchingResult,
  maximumWeightMatching,
  type PairExplainer,
  scorePairs,
} from "../../../packages/matching-engine/index.ts";
import { reasonParts } from "../explanations/read-explanation.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import { type UnmatchedReason, unmatchedReason } from "../explanations/unmatched-reason.ts";
import type { RoundProof } from "./proof.ts";
import type { RoundSnapshot, RoundStage } from "./round.ts";

export interface SolvedPair {
  readonly menteeId: string;
  readonly mentorId: string;
  readonly weight: number;
  readonly parts: readonly ReasonPart[];
  /** How many mentors would have been better for this mentee, plus one. */
  readonly choice: number;
  readonly isLocked: boolean;
}
export interface SolvedRound {
  readonly pairs: readonly SolvedPair[];
  readonly unmatched: readonly { readonly menteeId: string; readonly reason: UnmatchedReason }[];
  readonly mentors: readonly { readonly mentorId: string; readonly places: number; readonly price: number }[];
  readonly total: number;
  readonly proof: RoundProof;
}

type Tell = (stage: RoundStage, done: number, of: number) => void;

/** Beyond so many unmatched, what each would cost is asked on the board, not beforehand. */
const mostCosts = 100;
/** Beyond so many pairs of an unmatched mentee and a free mentor, reasons do not say which single rule leaves no place. */
const mostLooks = 300_000;

export function marketOf(snapshot: RoundSnapshot, explainer: PairExplainer, tell?: Tell): Market {
  const scored = scorePairs(snapshot.scoring, { onProgress: ({ done, of }) => tell?.("scoring", done, of) });
  return marketFromRows({
    ...scored,
    capacity: snapshot.places,
    locked: snapshot.locks.map(({ mentee, mentor }) => ({ mentee, mentor, weight: explainer.pair(mentee, mentor).weight })),
    menteeKeys: snapshot.menteeIds,
    mentorKeys: snapshot.mentorIds,
  });
}

export function solveRound(snapshot: RoundSnapshot, tell: Tell): SolvedRound {
  const begun = performance.now();
  const explainer = explainScores(snapshot.scoring);
  const market = marketOf(snapshot, explainer, tell);
  const result = maximumWeightMatching(market, {
    seed: snapshot.seed,
    objective: snapshot.objective === "most-people" ? "most-people" : "most-good",
    onProgress: ({ done, of }) => tell("matching", done, of),
  });
  const check = checkCertificate(market, result);

  tell("explaining", 0, snapshot.menteeIds.length);
  const ranks = assignedRanks(market, result.assignment);
  const pairs: SolvedPair[] = [];
  for (const [mentee, mentor] of result.assignment.entries()) {
    if (mentor < 0) continue;
    const explanation = explainer.pair(mentee, mentor);
    pairs.push({
      menteeId: snapshot.menteeIds[mentee]!,
      mentorId: snapshot.mentorIds[mentor]!,
      weight: explanation.weight,
      parts: reasonParts(explanation, snapshot.keys, {
        mentee: snapshot.visibility.mentees[mentee]!,
        mentor: snapshot.visibility.mentors[mentor]!,
      }),
      choice: Math.max(1, ranks[mentee]!),
      isLocked: market.locked[mentee]! >= 0,
    });
  }
  return {
    pairs,
    unmatched: whyUnmatched(snapshot, market, result, explainer, tell),
    mentors: snapshot.mentorIds.map((mentorId, mentor) => ({ mentorId, places: snapshot.places[mentor]!, price: result.prices[mentor]! })),
    total: result.total,
    proof: {
      certificate: certificate(result),
      check: { proven: check.proven, gap: check.gap, violations: check.violationCount },
      candidates: market.col.length,
      took: Math.round(performance.now() - begun),
    },
  };
}

function whyUnmatched(
  snapshot: RoundSnapshot,
  market: Market,
  result: MatchingResult,
  explainer: PairExplainer,
  tell: Tell,
): SolvedRound["unmatched"] {
  const mentees = [...result.assignment.keys()].filter((mentee) => result.assignment[mentee]! < 0);
  const taken = new Int32Array(market.mentorCount);
  for (const mentor of result.assignment) if (mentor >= 0) taken[mentor]! += 1;
  const isFull = (mentor: number): boolean => taken[mentor]! >= market.capacity[mentor]!;
  const free = snapshot.mentorIds.map((_, mentor) => mentor).filter((mentor) => !isFull(mentor));
  const isWorthwhile = mentees.length * free.length <= mostLooks;
  const open = alternatives(market, result);
  return mentees.map((mentee, index) => {
    if (index % 50 === 0) tell("explaining", index, mentees.length);
    const why = index < mostCosts ? open.whyUnmatched(mentee, 3) : null;
    const closest =
      why?.reason === "taken"
        ? why.mentors.map(({ mentor, cost, fewerPeople }) => ({ mentorId: snapshot.mentorIds[mentor]!, cost, fewerPeople }))
        : [];
    const possibilities = explainer.possibilities(mentee, isFull);
    const withPlace = isWorthwhile ? free.map((mentor) => explainer.pair(mentee, mentor).must) : undefined;
    const leavesNoPlace = (rule: number): boolean =>
      withPlace?.every((parts) => parts.some((part) => part.rule === rule && !part.kept)) ?? false;
    return {
      menteeId: snapshot.menteeIds[mentee]!,
      reason: unmatchedReason(mentee, possibilities, snapshot.scoring, snapshot.keys.must, closest, leavesNoPlace),
    };
  });
}
