import type { Market } from "../../market/market.ts";
import type { MatchingResult, Objective } from "../maximum-weight.ts";
import type { LiveState } from "./live-state.ts";

/** The market of a changing matching as it is now. */
export function marketOf(state: LiveState): Market {
  const { rows, menteeCount, mentorCount, least } = state;
  const ptr = new Int32Array(menteeCount + 1);
  for (let i = 0; i < menteeCount; i++) ptr[i + 1] = ptr[i]! + rows.length[i]!;
  const col = new Int32Array(ptr[menteeCount]!);
  const weight = new Int32Array(ptr[menteeCount]!);
  for (let i = 0, e = 0; i < menteeCount; i++) {
    for (let k = 2 * rows.begin[i]!, end = k + 2 * rows.length[i]!; k < end; k += 2) {
      weight[e] = rows.data[k]!;
      col[e++] = rows.data[k + 1]!;
    }
  }
  return {
    menteeCount,
    mentorCount,
    capacity: Int32Array.from(state.capacity),
    ...(least.some((count) => count > 0) && { least: Int32Array.from(least) }),
    ptr,
    col,
    weight,
    locked: Int32Array.from(state.pinnedTo),
    menteeKeys: null,
    mentorKeys: null,
  };
}

export function resultOf(state: LiveState, objective: Objective, bonus: number): MatchingResult {
  const { menteeCount, mentorCount, rows, total, matched } = state;
  const assignment = new Int32Array(menteeCount);
  const profits = new Float64Array(menteeCount);
  for (let i = 0; i < menteeCount; i++) {
    const pinned = state.pinnedTo[i]!;
    assignment[i] = pinned >= 0 ? pinned : state.mentorOf[i]!;
    profits[i] = bonus + (pinned >= 0 ? rows.weightOf(i, pinned) : state.profit[i]!);
  }
  // A mentor without an open place stands outside of the matching: her price is what a first place would be worth.
  const prices = Float64Array.from({ length: mentorCount }, (_, j) => (state.places(j) > 0 ? state.price[j]! : state.priceOfFirstPlace(j)));
  const stats = { edges: rows.length.reduce((sum, length) => sum + length, 0), bids: 0, searches: 0, augmentations: 0 };
  return { objective, assignment, total, matched, bonus, prices, profits, gap: 0, stats };
}
