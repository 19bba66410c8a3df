import type { Canonical } from "../../market/canonical.ts";
import type { Columns } from "../columns.ts";
import { Bids } from "./bids.ts";
import { Forward } from "./forward.ts";
import { fillFreePlaces } from "./reverse.ts";

/**
 * Finds good prices fast: a forward and reverse auction with ε-scaling for mentors with several equal places (Bertsekas and
 * Castañón 1989 and 1992). In each round mentees bid for places until nobody who is left would gain; then mentors who ask a price
 * although they have a free place lower it until it is taken or costs nothing. No bid is more than ε off, so the total falls short
 * of the best by at most ε a person. ε begins at a sixteenth of the largest value and falls by sixteenths.
 *
 * Being unmatched counts as `outside` here, which with a bonus for each pair may be more than it is: few over-asked places would
 * otherwise start a price war up to the bonus, which `settle` does in one step.
 *
 * The outcome is a start for `settle`, which makes it exact; nothing here has to be exact, and a round that drags on is cut off.
 * @param columnsOf the candidates seen from the mentors; asked for only where a mentor has to look for mentees
 */
export function auction(
  market: Canonical,
  outside: number,
  columnsOf: () => Columns,
  pulse: (work: number, round: number, rounds: number) => void,
): { readonly bids: Bids; readonly count: number } {
  const bids = new Bids(market, outside);
  const forward = new Forward(bids);
  const steps = epsilons(market.maxWeight - outside);
  const most = BIDS_PER_PERSON * (market.menteeCount + market.mentorCount);
  let count = 0;
  steps.forEach((epsilon, round) => {
    const tell = (work: number) => pulse(work, round, steps.length);
    if (round === 0) count += forward.bidInTurn(epsilon, most, tell);
    else {
      forward.lowerPrices(steps[round - 1]!, epsilon, tell);
      count += forward.bidAtOnce(epsilon, most, tell);
    }
    count += fillFreePlaces(bids, columnsOf, epsilon, most, tell);
  });
  return { bids, count };
}

/** A price war of many over few can take very long; a round that is not one needs far fewer bids. */
const BIDS_PER_PERSON = 200;

/** Powers of two, so that every sum is exact. From where the pairs are all but tight, shortest paths are faster than further bids. */
function epsilons(largest: number): number[] {
  const steps: number[] = [];
  for (let e = Math.max(0, Math.ceil(Math.log2(largest / 16))); e > LAST; e -= 4) steps.push(2 ** e);
  return [...steps, 2 ** LAST];
}

const LAST = -6;
