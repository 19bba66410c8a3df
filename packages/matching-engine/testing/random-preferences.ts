import type { Market, Preferences } from "../index.ts";
import { randomFrom } from "./random-markets.ts";

export type PreferencesShape = {
  /** Nobody likes two people equally; otherwise ranks are drawn from 1 to this. */
  readonly ties: number | "none";
  /** The share of candidates whom somebody refuses. */
  readonly refused: number;
  readonly seed: number;
};

/** Ranks drawn by chance for the candidate pairs of a market, of either side. */
export function drawPreferences(market: Market, { ties, refused, seed }: PreferencesShape): Preferences {
  const random = randomFrom(seed);
  const menteeRank = new Int32Array(market.col.length);
  const mentorRank = new Int32Array(market.col.length);
  const rankOne = (rank: Int32Array, pairs: readonly number[]): void => {
    const liked = pairs.filter(() => random() >= refused);
    const order = liked.map((pair) => ({ pair, draw: random() })).toSorted((a, b) => a.draw - b.draw);
    // With gaps: a rank is any rising number.
    order.forEach(({ pair, draw }, k) => (rank[pair] = ties === "none" ? 1 + 2 * k : 1 + Math.floor(draw * ties)));
  };
  const pairs = Array.from(market.col, (_, e) => e);
  for (let mentee = 0; mentee < market.menteeCount; mentee++) rankOne(menteeRank, pairs.slice(market.ptr[mentee], market.ptr[mentee + 1]));
  for (let mentor = 0; mentor < market.mentorCount; mentor++) {
    rankOne(
      mentorRank,
      pairs.filter((e) => market.col[e] === mentor),
    );
  }
  return { menteeRank, mentorRank };
}
