import type { Lottery } from "./wish-lists.ts";

/**
 * Whom each receiver holds for now: for each a record of `[how many, places, rank, proposer, rank, proposer, …]`, first the one she
 * likes least. A record of up to seven places is one cache line long, so that an offer is one look into memory, and the others stand
 * in no order; the record of more places is a heap.
 */
export class Holders {
  /** Where the record of each receiver begins. */
  readonly address: Int32Array;
  /** The records of all. */
  readonly records: Int32Array;
  readonly lottery: Lottery;

  /** @param lottery decides between two proposers of the same rank */
  constructor(places: Int32Array, lottery: Lottery) {
    this.lottery = lottery;
    this.address = new Int32Array(places.length);
    let end = 0;
    // First those of whole lines, so that none of them begins within one.
    for (const isWhole of [true, false]) {
      for (let receiver = 0; receiver < places.length; receiver++) {
        if (places[receiver]! > 1 !== isWhole) continue;
        this.address[receiver] = end;
        end += recordLength(places[receiver]!);
      }
    }
    this.records = new Int32Array(end);
    for (let receiver = 0; receiver < places.length; receiver++) this.records[this.address[receiver]! + 1] = places[receiver]!;
  }

  hasPlace(address: number): boolean {
    return this.records[address]! < this.records[address + 1]!;
  }

  /** Lets somebody go who is held by the receiver at an address. */
  letGo(address: number, proposer: number): void {
    const { records, lottery } = this;
    const count = records[address]! - 1;
    const first = address + 2;
    let at = 0;
    while (records[first + 2 * at + 1] !== proposer) at++;
    const rank = records[first + 2 * count]!;
    const last = records[first + 2 * count + 1]!;
    records[address] = count;
    if (at === count) return;
    // The last one takes her place, and in a row of few the first may have to be chosen anew.
    if (records[address + 1]! > FEW) {
      rise(records, lottery, first, at, rank, last);
      if (records[first + 2 * at + 1] === last) sink(records, lottery, first, count, at, rank, last);
    } else if (at === 0) {
      putAmongFew(records, lottery, first, count, rank, last);
    } else {
      records[first + 2 * at] = rank;
      records[first + 2 * at + 1] = last;
    }
  }

  /** Everyone who is held: by whom, and who. */
  forEach(visit: (receiver: number, proposer: number) => void): void {
    for (let receiver = 0; receiver < this.address.length; receiver++) {
      const address = this.address[receiver]!;
      const end = address + 2 * this.records[address]!;
      for (let at = address; at < end; at += 2) visit(receiver, this.records[at + 3]!);
    }
  }
}

/**
 * Offers a proposer to the receiver at an address. Returns who is turned away: he, another who was held until now, or -1: nobody.
 * (A function with the records in its hand, and all of a short row in one piece: millions of offers are made, and as methods of
 * methods they took half as long again.)
 */
export function offer(records: Int32Array, lottery: Lottery, address: number, rank: number, proposer: number): number {
  const count = records[address]!;
  const places = records[address + 1]!;
  const first = address + 2;
  // Stryker disable next-line all: speed (a heap would do for all; a short row is faster)
  if (places > FEW) return offerToMany(records, lottery, address, rank, proposer);
  const worstRank = records[first]!;
  const worst = records[first + 1]!;
  if (count < places) {
    records[address] = count + 1;
    const end = first + 2 * count;
    const isLeast = count > 0 && (rank > worstRank || (rank === worstRank && isLater(lottery, proposer, worst)));
    records[end] = isLeast ? worstRank : rank;
    records[end + 1] = isLeast ? worst : proposer;
    if (isLeast) {
      records[first] = rank;
      records[first + 1] = proposer;
    }
    return -1;
  }
  if (rank > worstRank || (rank === worstRank && isLater(lottery, proposer, worst))) return proposer;
  putAmongFew(records, lottery, first, count, rank, proposer);
  return worst;
}

function offerToMany(records: Int32Array, lottery: Lottery, address: number, rank: number, proposer: number): number {
  const count = records[address]!;
  const first = address + 2;
  if (count < records[address + 1]!) {
    records[address] = count + 1;
    rise(records, lottery, first, count, rank, proposer);
    return -1;
  }
  const worst = records[first + 1]!;
  if (!isWorse(lottery, records[first]!, worst, rank, proposer)) return proposer;
  sink(records, lottery, first, count, 0, rank, proposer);
  return worst;
}

/** Puts somebody in the first place of a short row, or exchanges her with the worst of the others. */
function putAmongFew(records: Int32Array, lottery: Lottery, first: number, count: number, rank: number, proposer: number): void {
  let worst = first;
  let worstRank = rank;
  let worstOne = proposer;
  for (let at = first + 2; at < first + 2 * count; at += 2) {
    const other = records[at]!;
    if (other > worstRank || (other === worstRank && isLater(lottery, records[at + 1]!, worstOne))) {
      worst = at;
      worstRank = other;
      worstOne = records[at + 1]!;
    }
  }
  records[worst] = rank;
  records[worst + 1] = proposer;
  records[first] = worstRank;
  records[first + 1] = worstOne;
}

function isLater(lottery: Lottery, proposer: number, than: number): boolean {
  const draws = lottery();
  return draws[proposer]! > draws[than]!;
}

function isWorse(lottery: Lottery, rank: number, proposer: number, thanRank: number, thanProposer: number): boolean {
  return rank > thanRank || (rank === thanRank && isLater(lottery, proposer, thanProposer));
}

/** Puts somebody where `at` is, or above. */
function rise(records: Int32Array, lottery: Lottery, top: number, last: number, rank: number, proposer: number): void {
  let at = last;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const from = top + 2 * above;
    if (!isWorse(lottery, rank, proposer, records[from]!, records[from + 1]!)) break;
    records[top + 2 * at] = records[from]!;
    records[top + 2 * at + 1] = records[from + 1]!;
    at = above;
  }
  records[top + 2 * at] = rank;
  records[top + 2 * at + 1] = proposer;
}

/** Puts somebody where `first` is, or below, in place of who was there. */
function sink(records: Int32Array, lottery: Lottery, top: number, count: number, first: number, rank: number, proposer: number): void {
  let at = first;
  for (let below = 2 * at + 1; below < count; below = 2 * at + 1) {
    let next = top + 2 * below;
    if (below + 1 < count && isWorse(lottery, records[next + 2]!, records[next + 3]!, records[next]!, records[next + 1]!)) {
      below++;
      next += 2;
    }
    if (!isWorse(lottery, records[next]!, records[next + 1]!, rank, proposer)) break;
    records[top + 2 * at] = records[next]!;
    records[top + 2 * at + 1] = records[next + 1]!;
    at = below;
  }
  records[top + 2 * at] = rank;
  records[top + 2 * at + 1] = proposer;
}

const LINE = 16;
/** So many fit into a line. */
const FEW = 7;

/** In whole numbers. One place alone needs a quarter of a line, and mentees, who have one each, are many. */
function recordLength(places: number): number {
  return places > 1 ? Math.ceil((2 + 2 * places) / LINE) * LINE : 4;
}
