import { Holders, offer } from "./holders.ts";
import type { Sides } from "./sides.ts";
import { type Lottery, wishLists } from "./wish-lists.ts";

/**
 * A large stable matching where there are ties: at least two thirds of the largest (Király 2013, "Linear time local approximation
 * algorithm for maximum stable marriage"). Finding the largest itself is NP-hard (Iwama, Manlove, Miyazaki and Morita 1999).
 *
 * Deferred acceptance with three additions. Among those whom a proposer likes equally she asks one with a free place first. While
 * another one of them still has a free place she is "uncertain" where she is: whoever else asks there takes her place, and she moves
 * on without holding it against anybody. And whoever has been turned away by everyone asks all a second time; that second time she
 * goes before those of the same rank who are there for the first.
 *
 * A place of a receiver stands for a person of its own in the paper, and so does a place of a proposer: the same candidates like both
 * equally. That changes neither which matchings are stable nor how many people they match.
 * @returns whom each receiver holds in the end: numbers of places, and whose each place is
 */
export function largeStableMatching(
  sides: Sides,
  lotteries: { readonly proposers: Lottery; readonly receivers: Lottery },
  watch: (stage: "sorting" | "proposing", work: number, done: number, of: number) => void,
): { readonly holders: Holders; readonly ownerOf: Int32Array; readonly proposals: number } {
  const ownerOf = placesInOrder(sides.proposerPlaces, lotteries.proposers());
  // A place is numbered by its turn in the lottery.
  const draws = Int32Array.from(ownerOf, (_, place) => place);
  const holders = new Holders(sides.receiverPlaces, () => draws);
  const { address } = holders;
  const names = Int32Array.from(address, (_, receiver) => receiver);
  let sorted = 0;
  const sort = (work: number): void => watch("sorting", work, (sorted += work), sides.receiver.length);
  const { start, entries, beginsRank } = wishLists(sides, names, lotteries.receivers, sort, true);

  const places = ownerOf.length;
  const isFirstTime = new Uint8Array(places).fill(1);
  // Where each place is on the list: the tie ends before `tieEnd`; those before `free` have no free place any more; those before
  // `next` have been asked although they had none; `skip` in between has turned it away, after having had a free place for it.
  const tieEnd = Int32Array.from(ownerOf, (owner) => start[owner]!);
  const free = tieEnd.slice();
  const next = tieEnd.slice();
  const skip = new Int32Array(places).fill(-1);
  /** The entry that is asked, or was when it had a free place; else -1. */
  const cameFreely = new Int32Array(places).fill(-1);
  /** Those who may be uncertain, chained for each receiver. */
  const mayLeave = new Int32Array(sides.receivers).fill(-1);
  const chain = new Int32Array(places);

  const findFree = (place: number): boolean => {
    while (free[place]! < tieEnd[place]! && !holders.hasPlace(address[entries[free[place]!]!]!)) free[place]! += 2;
    return free[place]! < tieEnd[place]!;
  };
  /** To the next tie, or back to the beginning for the second time; false where nobody is left to ask. */
  const goOn = (place: number): boolean => {
    let at = tieEnd[place]!;
    if (entries[at]! < 0) {
      if (isFirstTime[place] === 0 || start[ownerOf[place]!] === at) return false;
      isFirstTime[place] = 0;
      at = start[ownerOf[place]!]!;
    }
    free[place] = at;
    next[place] = at;
    skip[place] = -1;
    for (at += 2; beginsRank![at / 2] === 0;) at += 2;
    tieEnd[place] = at;
    return true;
  };
  /** Who has to leave a full receiver before anybody is compared there, or -1. */
  const uncertainAt = (receiver: number): number => {
    for (let place = mayLeave[receiver]!; place >= 0; place = chain[place]!) {
      mayLeave[receiver] = chain[place]!;
      if (findFree(place)) return place;
    }
    return -1;
  };

  const waiting = Int32Array.from(ownerOf, (_, place) => places - 1 - place);
  let left = places;
  let proposals = 0;
  const ask = (place: number, at: number): void => {
    proposals++;
    const receiver = entries[at]!;
    const to = address[receiver]!;
    if (!holders.hasPlace(to)) {
      const leaver = uncertainAt(receiver);
      if (leaver >= 0) {
        holders.letGo(to, leaver);
        waiting[left++] = leaver;
      }
    }
    const turnedAway = offer(holders.records, holders.lottery, to, 2 * entries[at + 1]! + isFirstTime[place]!, place);
    if (turnedAway < 0) return;
    if (cameFreely[turnedAway]! >= 0) skip[turnedAway] = cameFreely[turnedAway]!;
    waiting[left++] = turnedAway;
  };
  while (left > 0) {
    const place = waiting[--left]!;
    watch("proposing", 1, proposals, entries.length);
    if (findFree(place)) {
      const at = free[place]!;
      cameFreely[place] = at;
      const receiver = entries[at]!;
      chain[place] = mayLeave[receiver]!;
      mayLeave[receiver] = place;
      ask(place, at);
      continue;
    }
    if (next[place] === skip[place]) next[place]! += 2;
    if (next[place]! < tieEnd[place]!) {
      cameFreely[place] = -1;
      const at = next[place]!;
      next[place] = at + 2;
      ask(place, at);
    } else if (goOn(place)) waiting[left++] = place;
  }
  return { holders, ownerOf, proposals };
}

/** Whose each place is, in the order of the lottery. */
function placesInOrder(proposerPlaces: Int32Array, draws: Int32Array): Int32Array {
  const inOrder = new Int32Array(draws.length);
  for (let p = 0; p < draws.length; p++) inOrder[draws[p]!] = p;
  const owners: number[] = [];
  for (const p of inOrder) for (let k = proposerPlaces[p]!; k > 0; k--) owners.push(p);
  return Int32Array.from(owners);
}
