/** A round's market matched by its objective, and checked by code that shares nothing with the solver. Pure. */
import {
  type Certificate,
  checkOutcome,
  type Market,
  match,
  type MatchingResult,
  type MatchObjective,
  type Outcome,
  type Preferences,
} from "../../../packages/matching-engine/index.ts";
import { groupFigures } from "./group-figures.ts";
import type { RoundProof } from "./proof.ts";
import type { RoundSnapshot } from "./round.ts";
import { defaultBand, defaultPrice, goesByChoices } from "./round-settings.ts";

/** What a market is matched by. */
export type Matched = Pick<RoundSnapshot, "objective" | "settings" | "seed" | "groups">;

export interface SolvedMarket {
  readonly outcome: Outcome;
  readonly assignment: Int32Array;
  readonly total: number;
  readonly matched: number;
  readonly check: RoundProof["check"];
  /** Own ranks of both sides, where people have ranked. */
  readonly ranks: Preferences;
  /** Fair rounds: how the groups fared. */
  readonly groups?: RoundProof["groups"];
  /** Near ties drawn: the share of draws in which each mentee got this mentor. */
  readonly drawn?: readonly number[];
  readonly nearTies?: RoundProof["nearTies"];
}

interface SolveOptions {
  readonly onProgress?: (done: number, of: number) => void;
}

/** @param ranks own ranks of both sides beside `market.col`, as people gave them */
export function solveMarket(terms: Matched, market: Market, ranks: Preferences, options: SolveOptions = {}): SolvedMarket {
  const preferences = preferencesOf(terms, market, ranks);
  const outcome = match(market, {
    objective: objectiveOf(terms),
    preferences,
    seed: terms.seed,
    onProgress: ({ done, of }) => options.onProgress?.(done, of),
  });
  const check = checkOutcome(market, outcome, { preferences });
  return {
    outcome,
    assignment: Int32Array.from(outcome.assignment),
    total: outcome.total,
    matched: outcome.matched,
    check: { proven: check.proven, gap: certificateOf(outcome)?.gap ?? 0, violations: check.violations.length },
    ranks,
    ...(terms.groups && outcome.fairness && { groups: groupFigures(terms.groups, outcome.fairness) }),
  };
}

export const certificateOf = ({ proof }: Outcome): Certificate | undefined => (proof.kind === "prices" ? proof.certificate : undefined);

function objectiveOf({ objective, settings, groups }: Matched): MatchObjective {
  switch (objective) {
    case "most-good":
    case "most-people":
      return { kind: objective };
    case "top-choices":
      return { kind: "top-choices", choices: settings.choices ?? 3 };
    case "fair": {
      if (!groups) throw new Error("a fair round has no groups");
      const groupOf = [...groups.of];
      if (settings.rule === "parity") return { kind: "fair", rule: "parity", groupOf, points: settings.band ?? defaultBand };
      if (settings.rule === "floor")
        return {
          kind: "fair",
          rule: "floor",
          floor: { mostLoss: { of: "total", share: (settings.price ?? defaultPrice) / 100 } },
          groupOf,
        };
      return { kind: "fair", rule: "coverage", groupOf };
    }
    case "stable":
      throw new Error(`no way to match by ${objective}`);
  }
}

function preferencesOf({ objective }: Matched, _market: Market, ranks: Preferences): Preferences | undefined {
  return goesByChoices(objective) ? ranks : undefined;
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
  const most = settings.choices ?? 3;
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
