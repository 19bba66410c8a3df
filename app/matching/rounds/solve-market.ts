/** A round's market matched by its objective, and checked by code that shares nothing with the solver. Pure. */
import {
  type Certificate,
  checkCertificate,
  checkOutcome,
  completePreferences,
  drawNearTies,
  drawnMarket,
  type FairRule,
  type Market,
  match,
  type MatchingResult,
  type MatchObjective,
  type Outcome,
  type Preferences,
  weightOf,
} from "../../../packages/matching-engine/index.ts";
import { groupFigures } from "./group-figures.ts";
import { type AffinityWishes, solveWithWishes } from "../affinity/wish-weights.ts";
import type { RoundProof } from "./proof.ts";
import type { RoundGroups, RoundObjective, RoundSnapshot } from "./round.ts";
import { type GroupTerms, solveGroups } from "./solve-groups.ts";
import { peerWeight, solvePeers } from "./solve-peers.ts";
import { defaultBand, defaultPrice, goesByChoices, type NearTies, type RoundSettings, usualGuarantee } from "./round-settings.ts";

/** What a market is matched by. */
export type Matched = Pick<RoundSnapshot, "objective" | "settings" | "seed" | "groups" | "wishes"> & {
  /** Rounds of groups. */
  readonly gathering: GroupTerms | null;
};

export interface SolvedMarket {
  readonly assignment: Int32Array;
  readonly total: number;
  readonly matched: number;
  readonly check: RoundProof["check"];
  /** Own ranks of both sides, where people have ranked. */
  readonly ranks: Preferences;
  /** Where the largest total is proven by prices. */
  readonly certificate?: Certificate;
  /** Stable rounds: the claim with its figures. */
  readonly outcome?: Outcome;
  /** Fair rounds: how the groups fared. */
  readonly groups?: RoundProof["groups"];
  /** Near ties drawn: the share of draws in which each mentee got this mentor. */
  readonly drawn?: readonly number[];
  readonly nearTies?: RoundProof["nearTies"];
  /** Groups: what the fits of all who share one add up to; it is part of the total. */
  readonly company?: number;
  /** Peers: who stands in a pair as its mentor, and so needs nobody as a mentee. */
  readonly asMentor?: ReadonlySet<number>;
  /** Wishes for a shared background were counted in. */
  readonly isWished?: boolean;
}

/** What the engine's exact solvers go by; groups and peers are searched for. */
type EngineObjective = Exclude<RoundObjective, "groups" | "peers">;

interface SolveOptions {
  readonly onProgress?: (done: number, of: number) => void;
}

/** @param ranks own ranks of both sides beside `market.col`, as people gave them */
export function solveMarket(terms: Matched, market: Market, ranks: Preferences, options: SolveOptions = {}): SolvedMarket {
  const { objective, settings, seed, wishes } = terms;
  if (wishes) return wished({ ...terms, wishes: null }, market, ranks, wishes, options);
  if (settings.nearTies && (objective === "most-good" || objective === "most-people"))
    return drawn(market, ranks, { objective, nearTies: settings.nearTies, seed }, options);
  if (objective === "groups") return { ...solveGroups(gatheringOf(terms), market, seed), ranks };
  if (objective === "peers") return { ...solvePeers(market, seed), ranks };
  const preferences = preferencesOf(terms, market, ranks);
  const outcome = match(market, {
    objective: objectiveOf({ ...terms, objective }),
    preferences,
    seed,
    onProgress: ({ done, of }) => options.onProgress?.(done, of),
  });
  const check = checkOutcome(market, outcome, { preferences });
  const certificate = outcome.proof.kind === "prices" ? outcome.proof.certificate : undefined;
  return {
    assignment: Int32Array.from(outcome.assignment),
    total: outcome.total,
    matched: outcome.matched,
    check: { proven: check.proven, gap: certificate?.gap ?? 0, violations: check.violations.length },
    ranks,
    ...(certificate && { certificate }),
    ...(objective === "stable" && { outcome }),
    ...(terms.groups && outcome.fairness && { groups: groupFigures(terms.groups, outcome.fairness) }),
  };
}

/**
 * With wishes counted in, the best and checked to be; but told in strengths without them, and without the prices: those would tell
 * who has a wish, and what she is.
 */
function wished(terms: Matched, market: Market, ranks: Preferences, wishes: AffinityWishes, options: SolveOptions): SolvedMarket {
  const { solved } = solveWithWishes(market, wishes, (counted) => solveMarket(terms, counted, ranks, options));
  const { certificate: _tellsOfWishes, ...told } = solved;
  const weights = Array.from(solved.assignment, (mentor, mentee) => (mentor < 0 ? 0 : Math.max(0, weightOf(market, mentee, mentor))));
  return { ...told, total: weights.reduce((sum, weight) => sum + weight, solved.company ?? 0), isWished: true };
}

function gatheringOf({ gathering }: Matched): GroupTerms {
  if (!gathering) throw new Error("a round of groups does not know their sizes");
  return gathering;
}

/** What a pair is worth in this round. */
export const pairWeight = (objective: RoundObjective, market: Market, mentee: number, mentor: number): number =>
  objective === "peers" ? peerWeight(market, mentee, mentor) : weightOf(market, mentee, mentor);

/** So many pairs looked at in all draws together take seconds; large markets are drawn less often. */
const mostDrawnPairs = 40_000_000;
const fewestDraws = 20;

interface NearTieTerms {
  readonly objective: "most-good" | "most-people";
  readonly nearTies: NearTies;
  readonly seed: number;
}

/** Chance decides between what is nearly equal, and how likely each pair was is told. */
function drawn(market: Market, ranks: Preferences, { objective, nearTies, seed }: NearTieTerms, options: SolveOptions): SolvedMarket {
  const { within } = nearTies;
  const draws = Math.min(nearTies.draws, Math.max(fewestDraws, Math.floor(mostDrawnPairs / Math.max(1, market.col.length))));
  const onProgress = ({ done, of }: { done: number; of: number }): void => options.onProgress?.(done, of);
  const log = drawNearTies(market, { within, draws, seed, objective, onProgress });
  const check = checkCertificate(drawnMarket(market, log, 0), log.certificate);
  const probability = new Map(log.pairs.filter(({ inRun }) => inRun).map((pair) => [pair.mentee, pair.probability]));
  return {
    assignment: Int32Array.from(log.assignment),
    total: log.total,
    matched: log.matched,
    check: { proven: check.proven, gap: log.bestTotalAtMost - log.total, violations: check.violationCount },
    ranks,
    drawn: log.assignment.map((_, mentee) => probability.get(mentee) ?? 0),
    nearTies: { draws, within, mostLost: log.bestTotalAtMost - log.total },
  };
}

function objectiveOf({
  objective,
  settings,
  groups,
}: Pick<Matched, "settings" | "groups"> & { objective: EngineObjective }): MatchObjective {
  switch (objective) {
    case "most-good":
    case "most-people":
      return { kind: objective };
    case "stable":
      // Mentees propose: so none of them can gain by ranking otherwise than she feels.
      return { kind: "stable", proposing: "mentees", ties: "lottery" };
    case "top-choices":
      return { kind: "top-choices", choices: settings.choices ?? usualGuarantee };
    case "fair":
      return { kind: "fair", ...fairRuleOf(settings, groups) };
  }
}

function fairRuleOf({ rule, band, price, share }: RoundSettings, groups: RoundGroups | null): FairRule {
  if (!groups) throw new Error("a fair round has no groups");
  const groupOf = [...groups.of];
  switch (rule) {
    case "parity":
      return { rule, groupOf, points: band ?? defaultBand };
    case "floor":
      return { rule, floor: { mostLoss: { of: "total", share: (price ?? defaultPrice) / 100 } }, groupOf };
    case "at-least":
      return { rule, groupOf, share: share ?? 1 };
    default:
      return { rule: "coverage", groupOf };
  }
}

/**
 * Rankings as the objective needs them. By choices, mentors like whom they have not ranked by weight, and so do mentees, unless who is
 * not ranked is not wanted; guaranteed choices look at own ranks alone.
 */
function preferencesOf({ objective, settings }: Matched, market: Market, ranks: Preferences): Preferences | undefined {
  if (!goesByChoices(objective)) return undefined;
  if (objective === "top-choices") return ranks;
  const completed = completePreferences(market, ranks);
  return settings.unranked === "never" ? { ...completed, menteeRank: ranks.menteeRank } : completed;
}

/** The prices of a matching with the largest total, for questions about what another would cost. */
export function resultOf(market: Market, certificate: Certificate): MatchingResult {
  return {
    ...certificate,
    assignment: Int32Array.from(certificate.assignment),
    prices: Float64Array.from(certificate.prices),
    profits: Float64Array.from(certificate.profits),
    stats: { edges: market.col.length, bids: 0, searches: 0, augmentations: 0 },
  };
}

/**
 * The market in which the result has the largest total: all of it, or only the pairs that guaranteed choices leave (whoever has
 * ranked keeps those whom she ranked high enough).
 */
export function pricedMarket(
  { objective, settings }: Pick<Matched, "objective" | "settings">,
  market: Market,
  { menteeRank }: Preferences,
): Market {
  if (objective !== "top-choices") return market;
  const most = settings.choices ?? usualGuarantee;
  const ptr = new Int32Array(market.menteeCount + 1);
  const kept: number[] = [];
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const [from, to] = [market.ptr[mentee]!, market.ptr[mentee + 1]!];
    const hasRanked = menteeRank.subarray(from, to).some((rank) => rank > 0);
    for (let e = from; e < to; e++) {
      const isHers = !hasRanked || (menteeRank[e]! > 0 && menteeRank[e]! <= most);
      if (isHers || market.col[e] === market.locked[mentee]) kept.push(e);
    }
    ptr[mentee + 1] = kept.length;
  }
  return { ...market, ptr, col: Int32Array.from(kept, (e) => market.col[e]!), weight: Int32Array.from(kept, (e) => market.weight[e]!) };
}
