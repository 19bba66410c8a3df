/** Sorts things by rank, those of equal rank by what a lottery says; used again for list after list. */
export class ByRank {
  size = 0;
  /** After `sort` the first `size` are in order. */
  items = new Int32Array(64);
  #ranks = new Int32Array(64);

  clear(): void {
    this.size = 0;
  }

  /** @param rank a whole number from 0 below 2^31 */
  add(rank: number, item: number): void {
    if (this.size === this.items.length) this.#grow();
    this.#ranks[this.size] = rank;
    this.items[this.size++] = item;
  }

  /** @param drawOf different for any two things of equal rank, from 0 below 2^21; asked only for those */
  sort(drawOf: (item: number) => number): void {
    // Stryker disable next-line all: speed (either way sorts everything; each is the faster one for its lengths)
    if (this.size <= 40) this.#sortFew(drawOf);
    else this.#sortMany(drawOf);
  }

  #sortFew(drawOf: (item: number) => number): void {
    const { size, items } = this;
    const ranks = this.#ranks;
    for (let k = 1; k < size; k++) {
      const rank = ranks[k]!;
      const item = items[k]!;
      let at = k;
      while (at > 0 && (ranks[at - 1]! > rank || (ranks[at - 1] === rank && drawOf(items[at - 1]!) > drawOf(item)))) {
        ranks[at] = ranks[at - 1]!;
        items[at] = items[at - 1]!;
        at--;
      }
      ranks[at] = rank;
      items[at] = item;
    }
  }

  /** What is compared and where it was, packed into one number: typed arrays sort those fastest. First by rank, then each tie by draw. */
  #sortMany(drawOf: (item: number) => number): void {
    const { size } = this;
    const items = this.items.slice(0, size);
    const packed = new Float64Array(size);
    for (let k = 0; k < size; k++) packed[k] = this.#ranks[k]! * MOST + k;
    packed.sort();
    for (let from = 0; from < size;) {
      const rank = Math.floor(packed[from]! / MOST);
      let to = from + 1;
      while (to < size && Math.floor(packed[to]! / MOST) === rank) to++;
      if (to > from + 1) {
        const tie = packed.subarray(from, to);
        for (let k = 0; k < tie.length; k++) {
          const place = tie[k]! % MOST;
          tie[k] = drawOf(items[place]!) * MOST + place;
        }
        tie.sort();
      }
      from = to;
    }
    for (let k = 0; k < size; k++) this.items[k] = items[packed[k]! % MOST]!;
  }

  #grow(): void {
    const [items, ranks] = [this.items, this.#ranks];
    this.items = new Int32Array(2 * items.length);
    this.#ranks = new Int32Array(2 * items.length);
    this.items.set(items);
    this.#ranks.set(ranks);
  }
}

/** No list is longer: there are at most 2^21 people. */
const MOST = 2 ** 21;
