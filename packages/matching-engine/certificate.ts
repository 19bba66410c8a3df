import type { Market } from "./market.ts";
import type { MatchingResult } from "./maximum-weight.ts";

/** The claim that a matching is the best, with what proves it, as plain data (JSON) to publish beside it. */
export type Certificate = {
  readonly objective: "most-good" | "most-people";
  readonly assignment: readonly number[];
  readonly total: number;
  readonly matched: number;
  readonly bonus: number;
  readonly prices: readonly number[];
  readonly profits: readonly number[];
  readonly gap: number;
};

export type Violation =
  | { readonly rule: "wrong-length"; readonly what: "assignment" | "prices" | "profits"; readonly expected: number; readonly found: number }
  | { readonly rule: "no-such-mentor"; readonly mentee: number; readonly mentor: number }
  | { readonly rule: "no-candidate"; readonly mentee: number; readonly mentor: number }
  | { readonly rule: "lock-broken"; readonly mentee: number; readonly mentor: number; readonly locked: number }
  | { readonly rule: "overbooked"; readonly mentor: number; readonly places: number; readonly taken: number }
  | { readonly rule: "bad-price"; readonly mentor: number; readonly price: number }
  | { readonly rule: "bad-profit"; readonly mentee: number; readonly profit: number }
  | { readonly rule: "free-place-has-price"; readonly mentor: number; readonly price: number }
  | { readonly rule: "pair-underpriced"; readonly mentee: number; readonly mentor: number; readonly by: number }
  | { readonly rule: "unmatched-has-profit"; readonly mentee: number; readonly profit: number }
  | { readonly rule: "bonus-does-not-fit"; readonly bonus: number; readonly needed: number }
  | { readonly rule: "wrong-sum"; readonly what: "total" | "matched" | "gap"; readonly claimed: number; readonly found: number }
  | { readonly rule: "gap-not-closed"; readonly gap: number };

export type CertificateCheck = {
  /** True when nothing is violated: the matching keeps every rule and no matching is better. */
  readonly proven: boolean;
  readonly total: number;
  readonly matched: number;
  readonly gap: number;
  /** The first `limit` violations. */
  readonly violations: readonly Violation[];
  readonly violationCount: number;
};

export function certificate(_result: MatchingResult): Certificate {
  throw new Error("follows");
}

/** Checks a certificate against its market, in one pass over the pairs. Shares no code with the solver. */
export function checkCertificate(_market: Market, _claim: Certificate | MatchingResult, _limit = 100): CertificateCheck {
  throw new Error("follows");
}
