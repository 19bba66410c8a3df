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
  const ofMentees = new RankCounts(market.menteeCount);
  const ofMentors = new RankCounts(market.menteeCount);
  let total = 0;
  let matched = 0;
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const mentor = assignment[mentee]!;
    if (mentor < 0) continue;
    let e = market.ptr[mentee]!;
    while (market.col[e] !== mentor) e++;
    total += market.weight[e]!;
    matched++;
    ofMentees.add(menteeRank[e]!);
    ofMentors.add(mentorRank[e]!);
  }
  return { total, matched, ranks: { mentees: ofMentees.distribution(), mentors: ofMentors.distribution() } };
}

/** Ranks below `SMALL` are counted at once, larger ones, which hardly anybody gives, kept and sorted. */
class RankCounts {
  readonly count = new Int32Array(SMALL);
  readonly large: Int32Array;
  largeOnes = 0;

  /** @param most as many ranks are added at most */
  constructor(most: number) {
    this.large = new Int32Array(most);
  }

  add(rank: number): void {
    if (rank < SMALL) this.count[rank]! += 1;
    else this.large[this.largeOnes++] = rank;
  }

  distribution(): RankDistribution {
    const ranks: { rank: number; pairs: number }[] = [];
    for (let rank = 1; rank < SMALL; rank++) if (this.count[rank]! > 0) ranks.push({ rank, pairs: this.count[rank]! });
    const large = this.large.subarray(0, this.largeOnes).toSorted();
    for (let from = 0, to = 0; from < large.length; from = to) {
      while (to < large.length && large[to] === large[from]) to++;
      ranks.push({ rank: large[from]!, pairs: to - from });
    }
    return { ranks, unranked: this.count[0]! };
  }
}

const SMALL = 1_024;
