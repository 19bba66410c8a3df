/**
 * Matching of mentees and mentors: exact, repeatable, proven, explained. Values in, values out.
 *
 * 1. Score: `scorePairs(scoring)` turns answers, must rules and should weights into candidate pairs with weights 0 to 10,000.
 * 2. Market: `marketFromRows({ ...scored, capacity, locked, forbidden })`, or `marketFromPairs` for a plain list of pairs.
 * 3. Match: `maximumWeightMatching(market, { seed })`.
 * 4. Prove: `checkCertificate(market, result).proven`; publish `certificate(result)`.
 * 5. Explain: `explainScores(scoring).pair(i, j)` for the reasons of a weight, `alternatives(market, result)` for runners-up with
 *    their cost and for the unmatched, `compareMatchings` for two runs.
 *
 * People are numbers from 0 in the order of the caller's lists.
 */
export {
  type LockedPair,
  type Market,
  MarketError,
  type MarketProblem,
  type MarketTerms,
  MAX_WEIGHT,
  type Pair,
  type WeightedPair,
  weightOf,
} from "./market/market.ts";
export { marketFromPairs, marketFromRows } from "./market/make-market.ts";
export { MatchingCancelled } from "./market/cancellation.ts";
export {
  type MatchingOptions,
  type MatchingResult,
  maximumWeightMatching,
  type Objective,
  type Progress,
} from "./assignment/maximum-weight.ts";
export type { EarlierMatching } from "./assignment/earlier-bids.ts";
export { rematch, type Rematch, type RematchOptions } from "./assignment/rematch.ts";
export { openMatching, type OpenMatching } from "./assignment/live/open-matching.ts";
export type { Candidate } from "./assignment/live/candidates.ts";
export { type Certificate, type CertificateCheck, certificate, checkCertificate, type Violation } from "./assignment/certificate.ts";
export { type Alternative, type Alternatives, alternatives, type TakenMentor, type UnmatchedReason } from "./explain/alternatives.ts";
export type { Move } from "./explain/reassignments.ts";
export {
  assignedRanks,
  type Change,
  type ComparedRun,
  compareMatchings,
  type Comparison,
  type Placement,
  type RunSummary,
} from "./explain/comparison.ts";
export {
  type ChoiceColumn,
  type Column,
  choiceColumn,
  type FlagColumn,
  flagColumn,
  type People,
  type ScaleColumn,
  type SetColumn,
  scaleColumn,
  setColumn,
} from "./scoring/columns.ts";
export { type MustRule, type Scoring, ScoringError, type ShouldRule } from "./scoring/rules.ts";
export { FULL_WEIGHT, type ScoredPairs, type ScoringOptions, scorePairs } from "./scoring/score.ts";
export type { Facts } from "./scoring/facts.ts";
export {
  explainScores,
  type MenteePossibilities,
  type MustPart,
  type PairExplainer,
  type PairExplanation,
  type RefusalCount,
  type ShouldPart,
} from "./scoring/explain.ts";
export { type Alternate, alternates } from "./explain/alternates.ts";
export { type Help, type Helper, type HelpOptions, whatWouldHelp } from "./explain/what-would-help.ts";
export { lotteryOrder } from "./market/lottery.ts";
export { fitOfMentees } from "./groups/mentee-fit.ts";
export { checkPeerPairs, type PeerCheck, type PeerPair, type PeerPairing, peerPairsHeuristic, type PeerPlan } from "./groups/peer-pairs.ts";
export { openRescoring, type Rescoring, type RuleChange } from "./scoring/rescoring.ts";
export { type Fit, type Grouping, type GroupPlan, mentoringGroupsHeuristic } from "./groups/mentoring-groups.ts";
export { checkMentoringGroups, type GroupingCheck } from "./groups/check-mentoring-groups.ts";
export { checkCoMentors, type CoMentorCheck } from "./groups/check-co-mentors.ts";
export { match, type MatchObjective, type MatchOptions, type Outcome, type Proof } from "./match.ts";
export type { Preferences } from "./stable/preferences.ts";
export { checkOutcome, type OutcomeCheck, type OutcomeViolation } from "./check-outcome.ts";
export { type CandidateOptions, candidatesOfRange, type RangeOfCandidates } from "./candidates/candidates-of-range.ts";
export { mergeCandidates, topCandidates } from "./candidates/top-candidates.ts";
export { type CoMentorPlan, type CoMentors, coMentorsHeuristic, type Complement } from "./groups/co-mentors.ts";
export { type LargestBound, type StableOptions, type StableProgress, type StableResult, stableMatching } from "./stable/stable-matching.ts";
export { checkStability, type StabilityCheck, type StabilityViolation } from "./stable/check-stability.ts";
export { completePreferences, MAX_RANK, PreferencesError, type PreferencesProblem, preferencesFromWeights } from "./stable/preferences.ts";
export type { RankDistribution } from "./stable/rank-distribution.ts";
export { checkFair, type FairViolation } from "./fair/check-fair.ts";
export { type FairMatching, fairMatching, type FairPrice, type FairProof, type FairRule } from "./fair/fair-matching.ts";
export type { FairOptions, PricedMatching } from "./fair/fair-ground.ts";
export type { FloorChoice, FloorProof } from "./fair/floor.ts";
export { type TradeOff, type TradeOffOptions, tradeOffs } from "./fair/trade-offs.ts";
export type { GroupReport, GroupStanding } from "./fair/group-report.ts";
export { drawnMarket, type DrawnPair, drawNearTies, type NearTieLog, type NearTieOptions } from "./fair/near-ties.ts";
export { missingPairs, type Priced } from "./candidates/missing-pairs.ts";
export { sufficientCandidates, type SufficientOptions } from "./candidates/sufficient-candidates.ts";
