import type { Lottery } from "./wish-lists.ts";

/**
 * Whom each receiver holds for now: for each a record of `[how many, places, rank, proposer, rank, proposer, …]`, a heap whose top is
 * the one she likes least. A record of up to seven places is one cache line long, so that an offer is one look into memory.
 */
export class Holders {
  /** Where the record of each receiver begins. */
  readonly address: Int32Array;
  readonly #records: Int32Array;
  readonly #lottery: Lottery;

  /** @param lottery decides between two proposers of the same rank */
  constructor(places: Int32Array, lottery: Lottery) {
    this.#lottery = lottery;
    this.address = new Int32Array(places.length);
    let end = 0;
    for (let receiver = 0; receiver < places.length; receiver++) {
      this.address[receiver] = end;
      end += recordLength(places[receiver]!);
    }
    this.#records = new Int32Array(end);
    for (let receiver = 0; receiver < places.length; receiver++) this.#records[this.address[receiver]! + 1] = places[receiver]!;
  }

  /** Offers a proposer to the receiver at an address. Returns who is turned away: he, another who was held until now, or -1: nobody. */
  offer(address: number, rank: number, proposer: number): number {
    const records = this.#records;
    const count = records[address]!;
    const top = address + 2;
    if (count < records[address + 1]!) {
      records[address] = count + 1;
      this.#rise(top, count, rank, proposer);
      return -1;
    }
    const worst = records[top + 1]!;
    if (!this.#isWorse(records[top]!, worst, rank, proposer)) return proposer;
    this.#sink(top, count, rank, proposer);
    return worst;
  }

  hasPlace(address: number): boolean {
    return this.#records[address]! < this.#records[address + 1]!;
  }

  /** Lets somebody go who is held by the receiver at an address. */
  letGo(address: number, proposer: number): void {
    const records = this.#records;
    const last = records[address]! - 1;
    const top = address + 2;
    let at = 0;
    while (records[top + 2 * at + 1] !== proposer) at++;
    records[address] = last;
    if (at === last) return;
    const [rank, moved] = [records[top + 2 * last]!, records[top + 2 * last + 1]!];
    this.#rise(top, at, rank, moved);
    if (records[top + 2 * at + 1] === moved) this.#sink(top, last, rank, moved, at);
  }

  /** Everyone who is held: by whom, and who. */
  forEach(visit: (receiver: number, proposer: number) => void): void {
    for (let receiver = 0; receiver < this.address.length; receiver++) {
      const address = this.address[receiver]!;
      const end = address + 2 * this.#records[address]!;
      for (let at = address; at < end; at += 2) visit(receiver, this.#records[at + 3]!);
    }
  }

  #isWorse(rank: number, proposer: number, thanRank: number, thanProposer: number): boolean {
    if (rank !== thanRank) return rank > thanRank;
    const draws = this.#lottery();
    return draws[proposer]! > draws[thanProposer]!;
  }

  #rise(top: number, last: number, rank: number, proposer: number): void {
    const records = this.#records;
    let at = last;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const from = top + 2 * above;
      if (!this.#isWorse(rank, proposer, records[from]!, records[from + 1]!)) break;
      records[top + 2 * at] = records[from]!;
      records[top + 2 * at + 1] = records[from + 1]!;
      at = above;
    }
    records[top + 2 * at] = rank;
    records[top + 2 * at + 1] = proposer;
  }

  /** Puts somebody where `at` is, or below, in place of who was there. */
  #sink(top: number, count: number, rank: number, proposer: number, from = 0): void {
    const records = this.#records;
    let at = from;
    for (let below = 2 * at + 1; below < count; below = 2 * at + 1) {
      let next = top + 2 * below;
      if (below + 1 < count && this.#isWorse(records[next + 2]!, records[next + 3]!, records[next]!, records[next + 1]!)) {
        below++;
        next += 2;
      }
      if (!this.#isWorse(records[next]!, records[next + 1]!, rank, proposer)) break;
      records[top + 2 * at] = records[next]!;
      records[top + 2 * at + 1] = records[next + 1]!;
      at = below;
    }
    records[top + 2 * at] = rank;
    records[top + 2 * at + 1] = proposer;
  }
}

const LINE = 16;

/** In whole numbers. One place alone needs a quarter of a line, and mentees, who have one each, are many. */
function recordLength(places: number): number {
  const needed = 2 + 2 * places;
  return needed <= 4 ? 4 : Math.ceil(needed / LINE) * LINE;
}
