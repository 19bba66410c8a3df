/** People's own rankings beside the pairs of a market. Pure. */
import type { Market, Preferences } from "../../../packages/matching-engine/index.ts";
import type { RankedChoice, RoundSnapshot } from "./round.ts";

/** Ranks beside `market.col`, from 1; 0 where one has not ranked the other. */
export function rankedPairs(market: Market, { mentees, mentors }: RoundSnapshot["choices"]): Preferences {
  const menteeRank = new Int32Array(market.col.length);
  const mentorRank = new Int32Array(market.col.length);
  const byPair = (list: readonly RankedChoice[], mentee: "of" | "about", mentor: "of" | "about") =>
    new Map(list.map((choice) => [choice[mentee] * market.mentorCount + choice[mentor], choice.rank]));
  const [ofMentees, ofMentors] = [byPair(mentees, "of", "about"), byPair(mentors, "about", "of")];
  if (ofMentees.size + ofMentors.size === 0) return { menteeRank, mentorRank };
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
      const pair = mentee * market.mentorCount + market.col[e]!;
      menteeRank[e] = ofMentees.get(pair) ?? 0;
      mentorRank[e] = ofMentors.get(pair) ?? 0;
    }
  }
  return { menteeRank, mentorRank };
}

/**
 * The place of each mentee's mentor on her list: her own ranks first, then everybody else by weight. 0: unmatched, or she has ranked
 * nobody where others have; where nobody has, by weight.
 * @param byWeight the same by weight alone (`assignedRanks`)
 */
export function choiceOfEach(market: Market, assignment: ArrayLike<number>, { menteeRank }: Preferences, byWeight: Int32Array): Int32Array {
  const anyRanked = menteeRank.some((each) => each > 0);
  return byWeight.map((rank, mentee) => {
    const [from, to] = [market.ptr[mentee]!, market.ptr[mentee + 1]!];
    const ranked = menteeRank.subarray(from, to).filter((each) => each > 0).length;
    if (assignment[mentee]! < 0) return rank;
    if (ranked === 0) return anyRanked ? 0 : rank;
    const at = market.col.subarray(from, to).indexOf(assignment[mentee]!);
    if (at < 0) return rank;
    const own = menteeRank[from + at]!;
    if (own > 0) return own;
    const weight = market.weight[from + at]!;
    let better = 0;
    for (let e = from; e < to; e++) if (menteeRank[e] === 0 && market.weight[e]! > weight) better++;
    return ranked + better + 1;
  });
}

/** Who got which of her choices, of those who had ranked somebody possible. */
export interface ChoiceFigures {
  /** Mentees who had ranked somebody with whom she could be paired. */
  readonly ranked: number;
  /** `got[0]` of them got their first choice, `got[1]` their second … */
  readonly got: readonly number[];
  /** Of them: matched with somebody whom they had not ranked. */
  readonly other: number;
  readonly unmatched: number;
}

export function choiceFigures(market: Market, assignment: ArrayLike<number>, { menteeRank }: Preferences): ChoiceFigures | undefined {
  const got: number[] = [];
  let [ranked, other, unmatched] = [0, 0, 0];
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const [from, to] = [market.ptr[mentee]!, market.ptr[mentee + 1]!];
    if (!menteeRank.subarray(from, to).some((rank) => rank > 0)) continue;
    ranked++;
    const at = market.col.subarray(from, to).indexOf(assignment[mentee]!);
    const rank = at < 0 ? 0 : menteeRank[from + at]!;
    if (assignment[mentee]! < 0) unmatched++;
    else if (rank === 0) other++;
    else {
      while (got.length < rank) got.push(0);
      got[rank - 1]! += 1;
    }
  }
  return ranked === 0 ? undefined : { ranked, got, other, unmatched };
}
