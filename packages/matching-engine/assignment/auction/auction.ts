import type { Canonical } from "../../market/canonical.ts";
import type { Columns } from "../columns.ts";
import type { Beginning } from "../round-prices.ts";
import { Bids } from "./bids.ts";
import { Forward } from "./forward.ts";
import { fillFreePlaces } from "./reverse.ts";

/**
 * Finds good prices fast: a forward and reverse auction with ε-scaling for mentors with several equal places (Bertsekas and
 * Castañón 1989 and 1992). In each round mentees bid for places until nobody who is left would gain; then mentors who ask a price
 * although they have a free place lower it until it is taken or costs nothing. No bid is more than ε off, so the total falls short
 * of the best by at most ε a person. ε begins at a sixteenth of the largest value and falls by sixteenths.
 *
 * Being unmatched counts as 0 here, which with a bonus for each pair is more than it is: few over-asked places would otherwise
 * start a price war up to the bonus, which `settle` does in one step.
 *
 * The outcome is a start for `settle`, which makes it exact; nothing here has to be exact, and a round that drags on is cut off.
 * @param columnsOf the candidates seen from the mentors; asked for only where a mentor has to look for mentees
 */
export function auction(
  market: Canonical,
  columnsOf: () => Columns,
  pulse: (work: number, round: number, rounds: number) => void,
): { readonly beginning: Beginning; readonly bids: number } {
  const fineness = finenessOf(market.maxWeight);
  const bids = new Bids(market, fineness);
  const forward = new Forward(bids);
  const steps = epsilons(market.maxWeight << fineness, fineness);
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
  const price = new Float64Array(market.mentorCount);
  for (let j = 0; j < price.length; j++) price[j] = bids.price[j]! / 2 ** fineness;
  const weightOf = bids.worthOf.map((units) => units >> fineness);
  return { beginning: { price, mentorOf: bids.mentorOf, weightOf, outside: 0 }, bids: count };
}

/** A price war of many over few can take very long; a round that is not one needs far fewer bids. */
const BIDS_PER_PERSON = 200;

/**
 * Into how many halvings a unit of weight is divided. From where pairs are all but tight (1/64), shortest paths are faster than
 * further bids; and a worth with ε beyond it must fit into 32 bits.
 */
function finenessOf(maxWeight: number): number {
  return Math.min(6, Math.max(0, Math.clz32(maxWeight) - 2));
}

/** Powers of two, so that all are whole: from a sixteenth of the largest worth, at least a unit of weight, down to 1. */
function epsilons(largest: number, fineness: number): number[] {
  const steps: number[] = [];
  for (let e = Math.max(fineness, Math.ceil(Math.log2(largest / 16))); e > 0; e -= 4) steps.push(2 ** e);
  return [...steps, 1];
}
