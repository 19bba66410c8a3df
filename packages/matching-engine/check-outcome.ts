import { checkCertificate, type Violation } from "./assignment/certificate.ts";
import { checkFair, type FairViolation } from "./fair/check-fair.ts";
import type { FairMatching } from "./fair/fair-matching.ts";
import type { Market } from "./market/market.ts";
import type { Outcome } from "./match.ts";
import { checkStability, type StabilityViolation } from "./stable/check-stability.ts";
import type { Preferences } from "./stable/preferences.ts";

export type OutcomeViolation =
  | Violation
  | FairViolation
  | StabilityViolation
  | { readonly rule: "preferences-missing" }
  | { readonly rule: "beyond-choices"; readonly mentee: number; readonly mentor: number; readonly rank: number };

export type OutcomeCheck = {
  /** True when nothing is violated: the matching keeps every rule, and is what its objective claims. */
  readonly proven: boolean;
  /** The first hundred. */
  readonly violations: readonly OutcomeViolation[];
  /** How many were found; each of the proofs within an outcome tells no more than its first hundred. */
  readonly violationCount: number;
};

/**
 * Checks an outcome against its market, as it came from `match` or was read back from JSON. Uses no code of any solver.
 * Of stable matchings it shows that they are stable; that they are the best for those who propose follows from the method alone.
 * @param given the preferences by which it was matched, where the objective goes by preferences
 */
export function checkOutcome(
  market: Market,
  outcome: Outcome,
  given: { readonly preferences?: Preferences | undefined } = {},
): OutcomeCheck {
  const violations = violationsOf(market, outcome, given.preferences);
  return { proven: violations.length === 0, violations: violations.slice(0, 100), violationCount: violations.length };
}

function violationsOf(market: Market, outcome: Outcome, preferences: Preferences | undefined): OutcomeViolation[] {
  const { objective, proof } = outcome;
  if (objective.kind === "fair") {
    // The price stands in the report; without one, nothing of it can be right.
    const price = outcome.fairness?.price ?? { bestTotal: -1, mostMatched: -1, total: -1, matches: -1 };
    return checkFair(market, objective, { ...outcome, proof: proof as FairMatching["proof"], price });
  }
  if (objective.kind === "stable") return ofStable(market, outcome, preferences);
  if (proof.kind !== "prices") return [{ rule: "proof-of-something-else", what: "kind" }];
  const claim = proof.certificate;
  const violations: OutcomeViolation[] = [];
  const mixedUp = (what: "objective" | "assignment" | "total" | "matched") => violations.push({ rule: "proof-of-something-else", what });
  if (claim.objective !== (objective.kind === "most-people" ? "most-people" : "most-good")) mixedUp("objective");
  if (!sameNumbers(claim.assignment, outcome.assignment)) mixedUp("assignment");
  for (const what of ["total", "matched"] as const) if (claim[what] !== outcome[what]) mixedUp(what);
  if (objective.kind !== "top-choices") return [...violations, ...checkCertificate(market, claim).violations];

  if (preferences?.menteeRank.length !== market.col.length) return [...violations, { rule: "preferences-missing" }];
  const { choices } = objective;
  const broken = beyondChoices(market, outcome.assignment, preferences, choices);
  return [...violations, ...broken, ...checkCertificate(withinChoices(market, preferences, choices), claim).violations];
}

function ofStable(market: Market, outcome: Outcome, preferences: Preferences | undefined): OutcomeViolation[] {
  if (outcome.proof.kind !== "stability") return [{ rule: "proof-of-something-else", what: "kind" }];
  if (preferences?.menteeRank.length !== market.col.length) return [{ rule: "preferences-missing" }];
  const check = checkStability(market, preferences, outcome.assignment);
  const violations: OutcomeViolation[] = [...check.violations];
  for (const what of ["total", "matched"] as const) {
    if (check[what] !== outcome[what]) violations.push({ rule: "proof-of-something-else", what });
  }
  return violations;
}

function sameNumbers(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((number, at) => number === other[at]);
}

/** Pairs that were not to be: beyond the choices of someone who has ranked. */
function beyondChoices(market: Market, assignment: readonly number[], { menteeRank }: Preferences, choices: number): OutcomeViolation[] {
  const broken: OutcomeViolation[] = [];
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const ranks = menteeRank.subarray(market.ptr[mentee], market.ptr[mentee + 1]);
    const mentor = assignment[mentee]!;
    if (!ranks.some((rank) => rank > 0) || mentor === market.locked[mentee]) continue;
    const at = market.col.subarray(market.ptr[mentee], market.ptr[mentee + 1]).indexOf(mentor);
    if (at >= 0 && !(ranks[at]! >= 1 && ranks[at]! <= choices)) broken.push({ rule: "beyond-choices", mentee, mentor, rank: ranks[at]! });
  }
  return broken;
}

/** The market of the pairs that were allowed, so that the prices have to hold for those alone. */
function withinChoices(market: Market, { menteeRank }: Preferences, choices: number): Market {
  const ptr = [0];
  const [col, weight]: [number[], number[]] = [[], []];
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const edges = Array.from({ length: market.ptr[mentee + 1]! - market.ptr[mentee]! }, (_, k) => market.ptr[mentee]! + k);
    const ranked = edges.filter((e) => menteeRank[e]! > 0);
    for (const e of edges) {
      const isLocked = market.col[e] === market.locked[mentee];
      if (!isLocked && ranked.length > 0 && !(menteeRank[e]! > 0 && menteeRank[e]! <= choices)) continue;
      col.push(market.col[e]!);
      weight.push(market.weight[e]!);
    }
    ptr.push(col.length);
  }
  return { ...market, ptr: Int32Array.from(ptr), col: Int32Array.from(col), weight: Int32Array.from(weight) };
}
