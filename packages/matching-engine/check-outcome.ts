import { checkCertificate, type Violation } from "./assignment/certificate.ts";
import type { Market } from "./market/market.ts";
import type { Outcome, Preferences } from "./match.ts";

export type OutcomeViolation =
  | Violation
  /** The outcome says something else than its own proof. */
  | { readonly rule: "proof-of-something-else"; readonly what: "kind" | "objective" | "assignment" | "total" | "matched" }
  | { readonly rule: "preferences-missing" }
  | { readonly rule: "beyond-choices"; readonly mentee: number; readonly mentor: number; readonly rank: number };

export type OutcomeCheck = {
  /** True when nothing is violated: the matching keeps every rule, and is what its objective claims. */
  readonly proven: boolean;
  readonly violations: readonly OutcomeViolation[];
  readonly violationCount: number;
};

/**
 * Checks an outcome against its market, as it came from `match` or was read back from JSON. Uses no code of any solver.
 * @param given the preferences by which it was matched, where the objective goes by preferences
 */
export function checkOutcome(
  market: Market,
  outcome: Outcome,
  given: { readonly preferences?: Preferences | undefined } = {},
): OutcomeCheck {
  const violations: OutcomeViolation[] = [];
  const found = (violation: OutcomeViolation): number => violations.push(violation);
  let more = 0;

  const { objective, proof } = outcome;
  const expected = objective.kind === "most-people" ? "most-people" : "most-good";
  if (proof.kind !== "prices") found({ rule: "proof-of-something-else", what: "kind" });
  else {
    const claim = proof.certificate;
    if (claim.objective !== expected) found({ rule: "proof-of-something-else", what: "objective" });
    if (!sameNumbers(claim.assignment, outcome.assignment)) found({ rule: "proof-of-something-else", what: "assignment" });
    for (const what of ["total", "matched"] as const) if (claim[what] !== outcome[what]) found({ rule: "proof-of-something-else", what });

    let allowed = market;
    if (objective.kind === "top-choices") {
      if (given.preferences?.menteeRank.length !== market.col.length) found({ rule: "preferences-missing" });
      else {
        for (const broken of beyondChoices(market, outcome.assignment, given.preferences, objective.choices)) found(broken);
        allowed = withinChoices(market, given.preferences, objective.choices);
      }
    }
    const check = checkCertificate(allowed, claim);
    violations.push(...check.violations);
    more = check.violationCount - check.violations.length;
  }
  const violationCount = violations.length + more;
  return { proven: violationCount === 0, violations, violationCount };
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
