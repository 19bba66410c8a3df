import type { Market } from "../market/market.ts";
import type { Preferences } from "./preferences.ts";

/** How many pairs have which rank, from one side. Plain data. */
export type RankDistribution = {
  /** By rising rank: how many pairs in which this person gave the other that rank. */
  readonly ranks: readonly { readonly rank: number; readonly pairs: number }[];
  /** Locked pairs to which this side gave no rank. */
  readonly unranked: number;
};

/** The ranks of the pairs of a matching, from both sides, with the number of pairs and the sum of their weights. */
export function describePairs(market: Market, { menteeRank, mentorRank }: Preferences, assignment: Int32Array) {
  const byMentees = new Map<number, number>();
  const byMentors = new Map<number, number>();
  let total = 0;
  let matched = 0;
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const mentor = assignment[mentee]!;
    if (mentor < 0) continue;
    let e = market.ptr[mentee]!;
    while (market.col[e] !== mentor) e++;
    total += market.weight[e]!;
    matched++;
    byMentees.set(menteeRank[e]!, (byMentees.get(menteeRank[e]!) ?? 0) + 1);
    byMentors.set(mentorRank[e]!, (byMentors.get(mentorRank[e]!) ?? 0) + 1);
  }
  return { total, matched, ranks: { mentees: distribution(byMentees), mentors: distribution(byMentors) } };
}

function distribution(pairsOf: Map<number, number>): RankDistribution {
  const ranks = [...pairsOf].filter(([rank]) => rank > 0).toSorted(([a], [b]) => a - b);
  return { ranks: ranks.map(([rank, pairs]) => ({ rank, pairs })), unranked: pairsOf.get(0) ?? 0 };
}
