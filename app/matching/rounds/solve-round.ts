/** A round from its snapshot to its result: scored, matched, proven, explained. Pure; runs in a worker thread. */
import {
  alternatives,
  assignedRanks,
  explainScores,
  type Market,
  marketFromRows,
  type PairExplainer,
  scorePairs,
  sufficientCandidates,
} from "../../../packages/matching-engine/index.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import { type UnmatchedReason, unmatchedReason } from "../explanations/unmatched-reason.ts";
import { choiceFigures, choiceOfEach, rankedPairs } from "./choice-ranks.ts";
import { partsOfPair } from "./parts-of-pair.ts";
import type { RoundProof } from "./proof.ts";
import { isSearched, mostPairs, type RoundSnapshot, type RoundStage } from "./round.ts";
import { groupTermsOf } from "./solve-groups.ts";
import { pairWeight, pricedMarket, resultOf, type SolvedMarket, solveMarket } from "./solve-market.ts";

export interface SolvedPair {
  readonly menteeId: string;
  readonly mentorId: string;
  readonly weight: number;
  readonly parts: readonly ReasonPart[];
  /** Which choice the mentor is: by the mentee's own ranking, then by weight; 0: she has ranked nobody where others have. */
  readonly choice: number;
  readonly isLocked: boolean;
  /** The share of draws in which the two were paired, where near ties were drawn. */
  readonly drawn: number | null;
}
export interface SolvedRound {
  readonly pairs: readonly SolvedPair[];
  readonly unmatched: readonly { readonly menteeId: string; readonly reason: UnmatchedReason }[];
  readonly mentors: readonly { readonly mentorId: string; readonly places: number; readonly price: number }[];
  readonly total: number;
  readonly proof: RoundProof;
  /** Of a large round, to be kept with its snapshot. */
  readonly kept: RoundSnapshot["pairs"];
}

type Tell = (stage: RoundStage, done: number, of: number) => void;

/** Beyond so many unmatched, what each would cost is asked on the board, not beforehand. */
const mostCosts = 100;
/** Beyond so many pairs of an unmatched mentee and a free mentor, reasons do not say which single rule leaves no place. */
const mostLooks = 300_000;

/**
 * The market of a round. Of more than `mostKept` pairs only those are in it that can matter for the largest total or the most people
 * (see `sufficientCandidates`): the best result is the best of all pairs, and nobody is unmatched beside a free place that she could have.
 */
export function marketOf(snapshot: RoundSnapshot, explainer: PairExplainer, tell?: Tell, mostKept = mostPairs): Market {
  const { scoring, objective, seed, menteeIds, mentorIds } = snapshot;
  const terms = {
    capacity: snapshot.places,
    locked: snapshot.locks.map(({ mentee, mentor }) => ({ mentee, mentor, weight: explainer.pair(mentee, mentor).weight })),
    menteeKeys: menteeIds,
    mentorKeys: mentorIds,
  };
  const onProgress = ({ done, of }: { done: number; of: number }): void => tell?.("scoring", done, of);
  if (snapshot.pairs) return marketFromRows({ ...snapshot.pairs, ...terms });
  if (menteeIds.length * mentorIds.length > mostKept && (objective === "most-good" || objective === "most-people"))
    return sufficientCandidates(scoring, terms, { objective, seed, perMentee: 50, perMentor: 20, onProgress });
  return marketFromRows({ ...scorePairs(scoring, { onProgress }), ...terms });
}

/** So many people that not every pair is kept. */
const isLarge = ({ menteeIds, mentorIds }: RoundSnapshot): boolean => menteeIds.length * mentorIds.length > mostPairs;

export function solveRound(snapshot: RoundSnapshot, tell: Tell): SolvedRound {
  const begun = performance.now();
  const explainer = explainScores(snapshot.scoring);
  const market = marketOf(snapshot, explainer, tell);
  const solved = solveMarket({ ...snapshot, gathering: groupTermsOf(snapshot) }, market, rankedPairs(market, snapshot.choices), {
    onProgress: (done, of) => tell("matching", done, of),
  });

  tell("explaining", 0, snapshot.menteeIds.length);
  const hasChoices = solved.ranks.menteeRank.some((rank) => rank > 0);
  const choices = choiceOfEach(market, solved.assignment, solved.ranks, assignedRanks(market, solved.assignment));
  const pairs: SolvedPair[] = [];
  for (const [mentee, mentor] of solved.assignment.entries()) {
    if (mentor < 0) continue;
    pairs.push({
      menteeId: snapshot.menteeIds[mentee]!,
      mentorId: snapshot.mentorIds[mentor]!,
      weight: snapshot.objective === "peers" ? pairWeight("peers", market, mentee, mentor) : explainer.pair(mentee, mentor).weight,
      parts: partsOfPair(snapshot, explainer, mentee, mentor),
      choice: hasChoices ? choices[mentee]! : Math.max(1, choices[mentee]!),
      isLocked: market.locked[mentee]! >= 0,
      drawn: solved.drawn?.[mentee] ?? null,
    });
  }
  const prices = solved.certificate?.prices;
  return {
    pairs,
    unmatched: whyUnmatched(snapshot, market, solved, explainer, tell),
    mentors: snapshot.mentorIds.map((mentorId, mentor) => ({ mentorId, places: snapshot.places[mentor]!, price: prices?.[mentor] ?? 0 })),
    total: solved.total,
    proof: { ...proofOf(snapshot, market, solved), candidates: market.col.length, took: Math.round(performance.now() - begun) },
    kept: isLarge(snapshot) ? { ptr: market.ptr, col: market.col, weight: market.weight } : undefined,
  };
}

function proofOf({ objective }: RoundSnapshot, market: Market, solved: SolvedMarket): Omit<RoundProof, "candidates" | "took"> {
  const { certificate, outcome, groups, nearTies, isWished, company } = solved;
  const choices = choiceFigures(market, solved.assignment, solved.ranks);
  return {
    ...(certificate && { certificate }),
    ...(outcome && { outcome }),
    // What proves a fair matching, or one that goes by wishes, tells who is in which group.
    ...((objective === "fair" || isSearched(objective) || nearTies || isWished) && { assignment: [...solved.assignment] }),
    check: solved.check,
    ...(company !== undefined && { company }),
    ...(choices && { choices }),
    ...(groups && { groups }),
    ...(nearTies && { nearTies }),
    ...(isWished && { isWished }),
  };
}

function whyUnmatched(
  snapshot: RoundSnapshot,
  market: Market,
  solved: SolvedMarket,
  explainer: PairExplainer,
  tell: Tell,
): SolvedRound["unmatched"] {
  const mentees = [...solved.assignment.keys()].filter((mentee) => solved.assignment[mentee]! < 0 && !solved.asMentor?.has(mentee));
  const taken = new Int32Array(market.mentorCount);
  for (const mentor of solved.assignment) if (mentor >= 0) taken[mentor]! += 1;
  // A peer who is somebody's mentee has no place as a mentor left.
  if (solved.asMentor) for (const [mentee, mentor] of solved.assignment.entries()) if (mentor >= 0) taken[mentee]! += 1;
  const isFull = (mentor: number): boolean => taken[mentor]! >= market.capacity[mentor]!;
  const free = snapshot.mentorIds.map((_, mentor) => mentor).filter((mentor) => !isFull(mentor));
  const isWorthwhile = mentees.length * free.length <= mostLooks;
  const { certificate } = solved;
  const priced = pricedMarket(snapshot, market, solved.ranks);
  // Without prices nobody can say what a place would cost the others.
  const open = certificate && alternatives(priced, resultOf(priced, certificate));
  return mentees.map((mentee, index) => {
    if (index % 50 === 0) tell("explaining", index, mentees.length);
    const why = index < mostCosts ? open?.whyUnmatched(mentee, 3) : undefined;
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
