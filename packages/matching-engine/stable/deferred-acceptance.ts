import { Holders, offer } from "./holders.ts";
import type { Sides } from "./sides.ts";
import { type Lottery, wishLists } from "./wish-lists.ts";

/**
 * Deferred acceptance (Gale and Shapley 1962), many to many: whoever has a free place proposes to the best on her list whom she has
 * not asked yet; who is asked keeps the best so far and turns the others away. The outcome does not depend on who asks when, so it
 * goes in rounds: offers that have nothing to do with each other follow one another, and the processor looks ahead.
 * @returns whom each receiver holds in the end, and how many proposals it took
 */
export function deferredAcceptance(
  sides: Sides,
  lotteries: { readonly proposers: Lottery; readonly receivers: Lottery },
  watch: (stage: "sorting" | "proposing", work: number, done: number, of: number) => void,
): { readonly holders: Holders; readonly proposals: number } {
  const { proposers, proposerPlaces, receiver } = sides;
  const holders = new Holders(sides.receiverPlaces, lotteries.proposers);
  let sorted = 0;
  const { start, entries } = wishLists(sides, holders.address, lotteries.receivers, (work) => {
    sorted += work;
    watch("sorting", work, sorted, receiver.length);
  });

  // Each free place of a proposer is one who waits.
  let waiting = 0;
  for (let p = 0; p < proposers; p++) waiting += proposerPlaces[p]!;
  let now = new Int32Array(waiting);
  let later = new Int32Array(waiting);
  for (let p = 0, n = 0; p < proposers; p++) for (let k = proposerPlaces[p]!; k > 0; k--) now[n++] = p;

  const next = start;
  const { records, lottery } = holders;
  let proposals = 0;
  while (waiting > 0) {
    let again = 0;
    for (let k = 0; k < waiting; k++) {
      const p = now[k]!;
      const at = next[p]!;
      const address = entries[at]!;
      if (address < 0) continue;
      next[p] = at + 2;
      proposals++;
      const turnedAway = offer(records, lottery, address, entries[at + 1]!, p);
      if (turnedAway >= 0) later[again++] = turnedAway;
    }
    watch("proposing", waiting, proposals, entries.length / 2 - proposers);
    [now, later] = [later, now];
    waiting = again;
  }
  return { holders, proposals };
}
