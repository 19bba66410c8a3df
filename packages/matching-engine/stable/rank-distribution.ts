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
  const byMentees = new Int32Array(market.menteeCount);
  const byMentors = new Int32Array(market.menteeCount);
  let total = 0;
  let matched = 0;
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const mentor = assignment[mentee]!;
    if (mentor < 0) continue;
    let e = market.ptr[mentee]!;
    while (market.col[e] !== mentor) e++;
    total += market.weight[e]!;
    byMentees[matched] = menteeRank[e]!;
    byMentors[matched++] = mentorRank[e]!;
  }
  const ranks = { mentees: distribution(byMentees.subarray(0, matched)), mentors: distribution(byMentors.subarray(0, matched)) };
  return { total, matched, ranks };
}

function distribution(given: Int32Array): RankDistribution {
  const count = new Int32Array(SMALL);
  for (const rank of given) if (rank < SMALL) count[rank]! += 1;
  const ranks: { rank: number; pairs: number }[] = [];
  for (let rank = 1; rank < SMALL; rank++) if (count[rank]! > 0) ranks.push({ rank, pairs: count[rank]! });

  const large = given.filter((rank) => rank >= SMALL).toSorted();
  for (let from = 0, to = 0; from < large.length; from = to) {
    while (to < large.length && large[to] === large[from]) to++;
    ranks.push({ rank: large[from]!, pairs: to - from });
  }
  return { ranks, unranked: count[0]! };
}

/** Ranks below this are counted, larger ones, which hardly anybody gives, sorted. */
const SMALL = 1_024;
