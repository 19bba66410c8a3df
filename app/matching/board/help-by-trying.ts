/**
 * Whom one more place with a mentor would match, in rounds by choices: found by running the round again with that place, for
 * each mentor. So it is exactly what the next round would do, if nothing else changes. Pure.
 */
import type { Market } from "../../../packages/matching-engine/index.ts";
import { rankedPairs } from "../rounds/choice-ranks.ts";
import type { RoundSnapshot } from "../rounds/round.ts";
import { solveMarket } from "../rounds/solve-market.ts";

/** More pairs than so many, looked at in all runs together, take longer than somebody waits for a page. */
const mostLooks = 20_000_000;

/** For each mentee, the mentors whose one more place would match her; undefined where that takes too long, or the round is no longer what it was. */
export function matchedByOnePlace(snapshot: RoundSnapshot, market: Market, assignment: ArrayLike<number>): number[][] | undefined {
  if (market.col.length * market.mentorCount > mostLooks) return undefined;
  const ranks = rankedPairs(market, snapshot.choices);
  const run = (capacity: Int32Array): Int32Array =>
    solveMarket({ ...snapshot, gathering: null }, { ...market, capacity }, ranks).assignment;
  // A later engine may decide otherwise between what is equally good: then it would tell of another round.
  if (run(market.capacity).some((mentor, mentee) => mentor !== assignment[mentee])) return undefined;
  const mentorsFor: number[][] = Array.from({ length: market.menteeCount }, () => []);
  for (let mentor = 0; mentor < market.mentorCount; mentor++) {
    const capacity = market.capacity.slice();
    capacity[mentor]! += 1;
    for (const [mentee, found] of run(capacity).entries()) if (found >= 0 && assignment[mentee]! < 0) mentorsFor[mentee]!.push(mentor);
  }
  return mentorsFor;
}
