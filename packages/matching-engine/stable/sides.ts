import type { Market } from "../market/market.ts";
import { type Preferences, pairsByMentor } from "./preferences.ts";

/** Who offers places or herself to whom: the same market seen from those who propose. Nothing in it is changed. */
export type Sides = {
  readonly proposers: number;
  readonly receivers: number;
  /** How many partners each can have: 0 or 1 for a mentee, the open places of a mentor. */
  readonly proposerPlaces: Int32Array;
  readonly receiverPlaces: Int32Array;
  /** The candidates of proposer `p` are the entries `ptr[p] .. ptr[p + 1])`: who it is, and the ranks that the two give each other. */
  readonly ptr: Int32Array;
  readonly receiver: Int32Array;
  readonly rank: Int32Array;
  readonly rankOfProposer: Int32Array;
};

/** A locked pair stands outside: the mentee wants nobody, the mentor has one place fewer. */
export function sidesOf(market: Market, preferences: Preferences, proposing: "mentees" | "mentors"): Sides {
  const menteePlaces = new Int32Array(market.menteeCount);
  const mentorPlaces = market.capacity.slice();
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const mentor = market.locked[mentee]!;
    if (mentor < 0) menteePlaces[mentee] = 1;
    else mentorPlaces[mentor]! -= 1;
  }
  limitByCandidates(mentorPlaces, market);
  if (proposing === "mentees") {
    return {
      proposers: market.menteeCount,
      receivers: market.mentorCount,
      proposerPlaces: menteePlaces,
      receiverPlaces: mentorPlaces,
      ptr: market.ptr,
      receiver: market.col,
      rank: preferences.menteeRank,
      rankOfProposer: preferences.mentorRank,
    };
  }
  const { ptr, pair } = pairsByMentor(market);
  const menteeOf = new Int32Array(market.col.length);
  for (let i = 0; i < market.menteeCount; i++) menteeOf.fill(i, market.ptr[i], market.ptr[i + 1]);
  return {
    proposers: market.mentorCount,
    receivers: market.menteeCount,
    proposerPlaces: mentorPlaces,
    receiverPlaces: menteePlaces,
    ptr,
    receiver: pair.map((e) => menteeOf[e]!),
    rank: pair.map((e) => preferences.mentorRank[e]!),
    rankOfProposer: pair.map((e) => preferences.menteeRank[e]!),
  };
}

/** More places than there are candidates stay free in any case, and would cost memory. */
function limitByCandidates(places: Int32Array, { col, mentorCount }: Market): void {
  let all = 0;
  for (const count of places) all += count;
  // Stryker disable next-line all: speed (it saves looking at every pair where the places are few)
  if (all <= col.length) return;
  const candidates = new Int32Array(mentorCount);
  for (const mentor of col) candidates[mentor]! += 1;
  for (let mentor = 0; mentor < mentorCount; mentor++) places[mentor] = Math.min(places[mentor]!, candidates[mentor]!);
}
