import { Holders, offer } from "./holders.ts";
import type { Sides } from "./sides.ts";
import { type Lottery, wishLists } from "./wish-lists.ts";

/**
 * Deferred acceptance (Gale and Shapley 1962), many to many: whoever has a free place proposes to the best on her list whom she has
 * not asked yet; who is asked keeps the best so far and turns the others away. The outcome does not depend on who asks when, so it
 * goes in rounds, and a few dozen offers that have nothing to do with each other are looked at before the first of them is made: the
 * memory then answers for all of them at once, which halves the time of a million.
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
  // Where what was looked at is written, so that nobody can leave the look ahead out.
  const looked = new Int32Array(1);
  let proposals = 0;
  while (waiting > 0) {
    let again = 0;
    for (let from = 0; from < waiting; from += AHEAD) {
      const to = Math.min(waiting, from + AHEAD);
      // Stryker disable all: speed (the look ahead decides nothing)
      let seen = 0;
      for (let k = from; k < to; k++) {
        const address = entries[next[now[k]!]!]!;
        if (address >= 0) seen += records[address]!;
      }
      looked[0] = seen;
      // Stryker restore all
      for (let k = from; k < to; k++) {
        const p = now[k]!;
        const at = next[p]!;
        const address = entries[at]!;
        if (address < 0) continue;
        next[p] = at + 2;
        proposals++;
        const turnedAway = offer(records, lottery, address, entries[at + 1]!, p);
        if (turnedAway >= 0) later[again++] = turnedAway;
      }
    }
    watch("proposing", waiting, proposals, entries.length / 2 - proposers);
    [now, later] = [later, now];
    waiting = again;
  }
  return { holders, proposals };
}

/** How many offers are looked at together. */
const AHEAD = 64;
