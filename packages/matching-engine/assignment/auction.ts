import type { MatchingState } from "./matching-state.ts";

/**
 * Finds good prices fast: an auction with ε-scaling for mentors with several equal places (Bertsekas and Castañón 1989).
 * Each unplaced mentee bids for the mentor who leaves her most; the price of a mentor is the least bid among her places. ε falls
 * by eighths, and each round begins with the prices of the one before, lowered by what they may have overshot.
 *
 * Being unmatched counts as 0 here even where a bonus makes it worse: few over-asked places would otherwise start a price war up
 * to the bonus, which `settle` does in one step.
 *
 * The outcome is a start for `settle`, which makes it exact; nothing here has to be exact, and a round that drags on is cut off.
 * @returns the number of bids
 */
export function auction(state: MatchingState, pulse: (work: number, round: number, rounds: number) => void): number {
  const { market, price, base } = state;
  const { menteeCount, mentorCount, ptr, col, weight, places } = market;
  const bids = new Float64Array(base[mentorCount]!);
  const owners = new Int32Array(base[mentorCount]!);
  const taken = new Int32Array(mentorCount);
  const mentorOf = new Int32Array(menteeCount).fill(-1);
  const weightOf = new Int32Array(menteeCount);
  const kept = new Float64Array(menteeCount);
  const waiting = new Int32Array(menteeCount);
  const steps = epsilons(market.maxWeight);
  let waitingCount = 0;
  let bidCount = 0;
  // What a look at one mentee's candidates finds.
  let best = -1;
  let bestWeight = 0;
  let bestValue = 0;
  let secondValue = 0;

  function look(mentee: number): void {
    best = -1;
    bestValue = 0;
    secondValue = 0;
    for (let e = ptr[mentee]!, end = ptr[mentee + 1]!; e < end; e++) {
      const w = weight[e]!;
      // Prices are never negative and weights fall: nothing further on can be better.
      if (w <= secondValue) break;
      const value = w - price[col[e]!]!;
      if (value <= secondValue) continue;
      if (value > bestValue) {
        secondValue = bestValue;
        bestValue = value;
        best = col[e]!;
        bestWeight = w;
      } else secondValue = value;
    }
  }

  /** Puts a bid into a mentor's heap (least bid on top), in place of the least one where her places are full; returns who lost it. */
  function accept(mentor: number, mentee: number, w: number, bid: number): number {
    const start = base[mentor]!;
    let count = taken[mentor]!;
    let loser = -1;
    let at: number;
    if (count < places[mentor]!) {
      taken[mentor] = ++count;
      at = count - 1;
      for (let above = (at - 1) >> 1; at > 0 && bids[start + above]! > bid; above = (at - 1) >> 1) {
        bids[start + at] = bids[start + above]!;
        owners[start + at] = owners[start + above]!;
        at = above;
      }
    } else {
      loser = owners[start]!;
      at = 0;
      for (let below = 1; below < count; below = 2 * at + 1) {
        if (below + 1 < count && bids[start + below + 1]! < bids[start + below]!) below++;
        if (bids[start + below]! >= bid) break;
        bids[start + at] = bids[start + below]!;
        owners[start + at] = owners[start + below]!;
        at = below;
      }
    }
    bids[start + at] = bid;
    owners[start + at] = mentee;
    mentorOf[mentee] = mentor;
    weightOf[mentee] = w;
    if (count === places[mentor]!) price[mentor] = bids[start]!;
    return loser;
  }

  /** Lowers the prices, keeps the pairs that are still good enough at them, and lets everyone else bid again. */
  function beginRound(before: number, epsilon: number): void {
    for (let j = 0; j < mentorCount; j++) price[j] = taken[j] === places[j] ? Math.max(0, price[j]! - before) : 0;
    taken.fill(0);
    // All look at the same prices first; `accept` changes them.
    for (let i = menteeCount - 1; i >= 0; i--) {
      const mentor = mentorOf[i]!;
      look(i);
      if (mentor >= 0 && weightOf[i]! - price[mentor]! >= bestValue - epsilon) {
        kept[i] = weightOf[i]! - (best === mentor ? secondValue : bestValue) + epsilon;
        continue;
      }
      mentorOf[i] = -1;
      if (best >= 0) waiting[waitingCount++] = i;
    }
    for (let i = 0; i < menteeCount; i++) if (mentorOf[i]! >= 0) accept(mentorOf[i]!, i, weightOf[i]!, kept[i]!);
  }

  steps.forEach((epsilon, round) => {
    waitingCount = 0;
    if (round > 0) beginRound(steps[round - 1]!, epsilon);
    else for (let i = menteeCount - 1; i >= 0; i--) waiting[waitingCount++] = i;
    for (let left = BIDS_PER_MENTEE * menteeCount; waitingCount > 0 && left > 0; left--) {
      const mentee = waiting[--waitingCount]!;
      look(mentee);
      pulse(ptr[mentee + 1]! - ptr[mentee]!, round, steps.length);
      if (best < 0) continue;
      bidCount++;
      const loser = accept(best, mentee, bestWeight, bestWeight - secondValue + epsilon);
      if (loser < 0) continue;
      mentorOf[loser] = -1;
      waiting[waitingCount++] = loser;
    }
  });

  for (let i = 0; i < menteeCount; i++) if (mentorOf[i]! >= 0) state.place(i, mentorOf[i]!);
  return bidCount;
}

/** A price war of many over few can take very long; a round that is not one needs far fewer bids. */
const BIDS_PER_MENTEE = 400;

/** From a sixteenth of the largest value down to 1, in powers of two so that every sum is exact. */
function epsilons(largest: number): number[] {
  const steps: number[] = [];
  for (let e = Math.max(0, Math.ceil(Math.log2(largest / 16))); e > 0; e -= 3) steps.push(2 ** e);
  return [...steps, 1];
}
