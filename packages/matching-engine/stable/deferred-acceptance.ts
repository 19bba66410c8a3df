import { Holders, offer } from "./holders.ts";
import type { Sides } from "./sides.ts";
import { type Lottery, wishLists } from "./wish-lists.ts";

/**
 * Deferred acceptance (Gale and Shapley 1962), many to many: whoever has a free place proposes to the best on her list whom she has
 * not asked yet; who is asked keeps the best so far and turns the others away. The outcome does not depend on who asks when, so the
 * order is the one that waits least for the memory: a few dozen who have nothing to do with each other ask together, and what they
 * need is looked at before, so that the memory answers for all of them at once. Whoever is turned away stays among them, because her
 * list is at hand; who loses her place to another goes to the end of the queue.
 * @returns whom each receiver holds in the end, and how many proposals it took
 */
export function deferredAcceptance(
  sides: Sides,
  lotteries: { readonly proposers: Lottery; readonly receivers: Lottery },
  watch: (stage: "sorting" | "proposing", work: number, done: number, of: number) => void,
): { readonly holders: Holders; readonly proposals: number } {
  const holders = new Holders(sides.receiverPlaces, lotteries.proposers);
  let sorted = 0;
  // Where each proposer is on her list; all her places share it.
  const { start: next, entries } = wishLists(sides, holders.address, lotteries.receivers, (work) => {
    sorted += work;
    watch("sorting", work, sorted, sides.receiver.length);
  });

  // Each free place of a proposer is one who waits, in a ring that never holds more than at the beginning.
  const queue = onePerPlace(sides.proposerPlaces);
  const wishes = entries.length / 2 - queue.length;
  let waiting = queue.length;
  let first = 0;
  let end = 0;
  const asking = new Int32Array(TOGETHER);
  /** The entry that each of them asks. */
  const wish = new Int32Array(TOGETHER);
  let together = 0;

  const { records, lottery } = holders;
  // Where what was looked at is written, so that nobody can leave the look ahead out.
  const looked = new Int32Array(1);
  let proposals = 0;
  while (together + waiting > 0) {
    for (; together < TOGETHER && waiting > 0; waiting--) {
      const p = queue[first++]!;
      if (first === queue.length) first = 0;
      asking[together] = p;
      wish[together++] = next[p]!;
      next[p]! += 2;
    }
    // Stryker disable all: speed (the look ahead decides nothing)
    let seen = 0;
    for (let k = 0; k < together; k++) {
      const address = entries[wish[k]!]!;
      if (address >= 0) seen |= records[address]!;
    }
    looked[0] = seen;
    // Stryker restore all
    let staying = 0;
    for (let k = 0; k < together; k++) {
      const p = asking[k]!;
      const at = wish[k]!;
      const address = entries[at]!;
      if (address < 0) continue;
      proposals++;
      const turnedAway = offer(records, lottery, address, entries[at + 1]!, p);
      if (turnedAway === p) {
        asking[staying] = p;
        wish[staying++] = next[p]!;
        next[p]! += 2;
      } else if (turnedAway >= 0) {
        queue[end++] = turnedAway;
        if (end === queue.length) end = 0;
        waiting++;
      }
    }
    watch("proposing", together, proposals, wishes);
    together = staying;
  }
  return { holders, proposals };
}

function onePerPlace(places: Int32Array): Int32Array {
  let count = 0;
  for (let p = 0; p < places.length; p++) count += places[p]!;
  const owners = new Int32Array(count);
  for (let p = 0, n = 0; p < places.length; p++) for (let k = places[p]!; k > 0; k--) owners[n++] = p;
  return owners;
}

/** How many ask together, at most. */
const TOGETHER = 64;
