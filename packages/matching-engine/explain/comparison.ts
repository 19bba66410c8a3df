import { type Market, weightOf } from "../market/market.ts";

export type ComparedRun = { readonly market: Market; readonly assignment: ArrayLike<number> };

/** Where someone is in one run. `mentor` is the mentor's key, or null for unmatched; `rank` counts from 1, ties share the best. */
export type Placement = { readonly mentor: string | null; readonly weight: number; readonly rank: number | null };

export type Change = {
  readonly mentee: string;
  readonly kind: "moved" | "matched" | "unmatched";
  readonly before: Placement;
  readonly after: Placement;
};

export type RunSummary = {
  readonly mentees: number;
  readonly matched: number;
  readonly total: number;
  /** `ranks[0]` mentees got a first choice, `ranks[1]` a second ... */
  readonly ranks: readonly number[];
  readonly firstChoices: number;
};

export type Comparison = {
  readonly before: RunSummary;
  readonly after: RunSummary;
  /** Mentees whose mentor is not the same in both runs. */
  readonly changes: readonly Change[];
  /** Mentees with the same mentor in both runs, and those unmatched in both. */
  readonly unchanged: number;
  /** Mentees for whom the weight of their pair rose or fell, by how much, whether or not they moved. */
  readonly gained: { readonly people: number; readonly weight: number };
  readonly lost: { readonly people: number; readonly weight: number };
  /** Mentees who take part in one of the two runs only. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
};

/** How one matching differs from another. People are known by their keys, or by their numbers in a market without keys. */
export function compareMatchings(before: ComparedRun, after: ComparedRun): Comparison {
  const earlier = placements(before);
  const later = placements(after);
  const changes: Change[] = [];
  const gained = { people: 0, weight: 0 };
  const lost = { people: 0, weight: 0 };
  let unchanged = 0;
  for (const [mentee, was] of earlier) {
    const is = later.get(mentee);
    if (!is) continue;
    const difference = is.weight - was.weight;
    const side = difference > 0 ? gained : lost;
    if (difference !== 0) {
      side.people++;
      side.weight += Math.abs(difference);
    }
    if (was.mentor === is.mentor) unchanged++;
    else changes.push({ mentee, kind: kindOf(was, is), before: was, after: is });
  }
  return {
    before: summary(before, earlier),
    after: summary(after, later),
    changes,
    unchanged,
    gained,
    lost,
    onlyBefore: [...earlier.keys()].filter((mentee) => !later.has(mentee)),
    onlyAfter: [...later.keys()].filter((mentee) => !earlier.has(mentee)),
  };
}

/** The place of each mentee's mentor among her candidates by weight, from 1; ties share the best place; 0 for the unmatched. */
export function assignedRanks(market: Market, assignment: ArrayLike<number>): Int32Array {
  return Int32Array.from({ length: market.menteeCount }, (_, mentee) => {
    const own = weightOf(market, mentee, assignment[mentee]!);
    if (own < 0) return 0;
    let rank = 1;
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) if (market.weight[e]! > own) rank++;
    return rank;
  });
}

function kindOf(was: Placement, is: Placement): Change["kind"] {
  if (was.mentor === null) return "matched";
  return is.mentor === null ? "unmatched" : "moved";
}

function placements({ market, assignment }: ComparedRun): Map<string, Placement> {
  if (assignment.length !== market.menteeCount) {
    throw new RangeError(
      `The assignment has ${assignment.length} entries for ${market.menteeCount} mentees. Compare a matching with its own market.`,
    );
  }
  const ranks = assignedRanks(market, assignment);
  const placed = new Map<string, Placement>();
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const mentor = assignment[mentee]!;
    const key = market.menteeKeys?.[mentee] ?? String(mentee);
    if (mentor < 0) placed.set(key, { mentor: null, weight: 0, rank: null });
    else {
      const weight = weightOf(market, mentee, mentor);
      if (weight < 0) throw new RangeError(`Mentee ${mentee} has mentor ${mentor}, who is no candidate in this market.`);
      placed.set(key, { mentor: market.mentorKeys?.[mentor] ?? String(mentor), weight, rank: ranks[mentee]! });
    }
  }
  return placed;
}

function summary({ market }: ComparedRun, placed: Map<string, Placement>): RunSummary {
  const ranks: number[] = [];
  let total = 0;
  let matched = 0;
  for (const { weight, rank } of placed.values()) {
    total += weight;
    if (rank === null) continue;
    matched++;
    while (ranks.length < rank) ranks.push(0);
    ranks[rank - 1]! += 1;
  }
  return { mentees: market.menteeCount, matched, total, ranks, firstChoices: ranks[0] ?? 0 };
}
