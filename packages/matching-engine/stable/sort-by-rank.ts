/**
 * Sorts the first `size` things by rank, and those of equal rank by draw; `ranks` and `items` are both put in order.
 * @param ranks whole numbers from 0 below 2^31
 * @param drawOf asked for things of equal rank only; whole numbers from 0 below 2^21, different for any two of them
 */
export function sortByRank(ranks: Int32Array, items: Int32Array, size: number, drawOf: (item: number) => number): void {
  // Stryker disable all: speed (each of the three sorts everything that it does not refuse; it is the fastest one for its lists)
  if (size > 40) sortMany(ranks, items, size, drawOf);
  else if (!placeDistinct(ranks, items, size)) sortFew(ranks, items, size, drawOf);
  // Stryker restore all
}

/** Puts things of different small ranks where they belong, as most lists are: first, second, third. Else it does nothing and says false. */
function placeDistinct(ranks: Int32Array, items: Int32Array, size: number): boolean {
  let most = 0;
  for (let k = 0; k < size; k++) {
    const rank = ranks[k]!;
    if (rank >= placed.length || placed[rank]! !== 0) {
      for (let before = 0; before < k; before++) placed[ranks[before]!] = 0;
      return false;
    }
    placed[rank] = items[k]! + 1;
    if (rank > most) most = rank;
  }
  for (let rank = 0, k = 0; rank <= most; rank++) {
    const item = placed[rank]!;
    if (item === 0) continue;
    placed[rank] = 0;
    ranks[k] = rank;
    items[k++] = item - 1;
  }
  return true;
}

/** For each rank one more than the item that has it; all 0 between two lists. */
const placed = new Int32Array(64);

function sortFew(ranks: Int32Array, items: Int32Array, size: number, drawOf: (item: number) => number): void {
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
function sortMany(ranks: Int32Array, items: Int32Array, size: number, drawOf: (item: number) => number): void {
  const packed = new Float64Array(size);
  for (let k = 0; k < size; k++) packed[k] = ranks[k]! * MOST + k;
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
    ranks.fill(rank, from, to);
    from = to;
  }
  const before = items.slice(0, size);
  for (let k = 0; k < size; k++) items[k] = before[packed[k]! % MOST]!;
}

/** No list is longer: there are at most 2^21 people. */
const MOST = 2 ** 21;
