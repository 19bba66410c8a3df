import type { Market } from "../market/market.ts";
import type { Preferences } from "./preferences.ts";

export type StabilityViolation =
  | {
      readonly rule: "wrong-length";
      readonly what: "assignment" | "menteeRank" | "mentorRank";
      readonly expected: number;
      readonly found: number;
    }
  | { readonly rule: "no-such-mentor"; readonly mentee: number; readonly mentor: number }
  | { readonly rule: "no-candidate"; readonly mentee: number; readonly mentor: number }
  | { readonly rule: "lock-broken"; readonly mentee: number; readonly mentor: number; readonly locked: number }
  | { readonly rule: "overbooked"; readonly mentor: number; readonly places: number; readonly taken: number }
  /** Somebody would rather have nobody than this pair. */
  | { readonly rule: "not-acceptable"; readonly mentee: number; readonly mentor: number; readonly to: "mentee" | "mentor" }
  /** Both would rather have each other: she over `insteadOf` (-1: nobody), the mentor because a place is free (-1) or over a mentee. */
  | {
      readonly rule: "blocking-pair";
      readonly mentee: number;
      readonly mentor: number;
      readonly insteadOf: { readonly mentor: number; readonly mentee: number };
    };

export type StabilityCheck = {
  /** True when nothing is violated: every rule is kept, everyone accepts whom she has, and no two would both rather have each other. */
  readonly stable: boolean;
  readonly total: number;
  readonly matched: number;
  /** The first `limit` violations. */
  readonly violations: readonly StabilityViolation[];
  readonly violationCount: number;
};

/**
 * Checks that a matching is stable, in two passes over the candidate pairs. Shares no code with the solver.
 *
 * With ties this is weak stability: two people disturb a matching only if both are strictly better off with each other. Locked pairs
 * stand outside: they neither disturb nor have to be accepted, and take one place each.
 */
export function checkStability(market: Market, preferences: Preferences, assignment: ArrayLike<number>, limit = 100): StabilityCheck {
  const violations: StabilityViolation[] = [];
  let violationCount = 0;
  const report = (violation: StabilityViolation): void => {
    if (violationCount++ < limit) violations.push(violation);
  };
  const { menteeRank, mentorRank } = preferences;
  for (const [what, list, expected] of [
    ["assignment", assignment, market.menteeCount],
    ["menteeRank", menteeRank, market.col.length],
    ["mentorRank", mentorRank, market.col.length],
  ] as const) {
    if (list.length !== expected) report({ rule: "wrong-length", what, expected, found: list.length });
  }
  if (violationCount > 0) return { stable: false, total: 0, matched: 0, violations, violationCount };

  let total = 0;
  let matched = 0;
  const taken = new Int32Array(market.mentorCount);
  const ownRank = new Float64Array(market.menteeCount).fill(Infinity);
  /** The rank of the one whom each mentor likes least among those who are not locked to her, and who that is. */
  const leastRank = new Float64Array(market.mentorCount).fill(-Infinity);
  const leastLiked = new Int32Array(market.mentorCount).fill(-1);
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const mentor = assignment[mentee]!;
    const locked = market.locked[mentee]!;
    if (locked >= 0 && mentor !== locked) report({ rule: "lock-broken", mentee, mentor, locked });
    if (mentor === -1) continue;
    if (!(Number.isInteger(mentor) && mentor >= 0 && mentor < market.mentorCount)) {
      report({ rule: "no-such-mentor", mentee, mentor });
      continue;
    }
    const at = market.col.subarray(market.ptr[mentee], market.ptr[mentee + 1]).indexOf(mentor);
    const e = market.ptr[mentee]! + at;
    if (at < 0) {
      report({ rule: "no-candidate", mentee, mentor });
      continue;
    }
    total += market.weight[e]!;
    matched++;
    taken[mentor]! += 1;
    if (locked >= 0) continue;
    if (menteeRank[e]! < 1) report({ rule: "not-acceptable", mentee, mentor, to: "mentee" });
    else ownRank[mentee] = menteeRank[e]!;
    if (mentorRank[e]! < 1) report({ rule: "not-acceptable", mentee, mentor, to: "mentor" });
    const felt = mentorRank[e]! < 1 ? Infinity : mentorRank[e]!;
    if (felt > leastRank[mentor]!) {
      leastRank[mentor] = felt;
      leastLiked[mentor] = mentee;
    }
  }
  for (let mentor = 0; mentor < market.mentorCount; mentor++) {
    const places = market.capacity[mentor]!;
    if (taken[mentor]! > places) report({ rule: "overbooked", mentor, places, taken: taken[mentor]! });
  }
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    if (market.locked[mentee]! >= 0) continue;
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
      const mentor = market.col[e]!;
      if (menteeRank[e]! < 1 || mentorRank[e]! < 1 || menteeRank[e]! >= ownRank[mentee]!) continue;
      const isFree = taken[mentor]! < market.capacity[mentor]!;
      if (!isFree && mentorRank[e]! >= leastRank[mentor]!) continue;
      const insteadOf = { mentor: assignment[mentee]!, mentee: isFree ? -1 : leastLiked[mentor]! };
      report({ rule: "blocking-pair", mentee, mentor, insteadOf });
    }
  }
  return { stable: violationCount === 0, total, matched, violations, violationCount };
}
