/**
 * Sorts the first `size` things by rank, and those of equal rank by draw; `ranks` and `items` are both put in order.
 * @param ranks whole numbers from 0 below 2^31
 * @param drawOf asked for things of equal rank only; whole numbers from 0 below 2^21, different for any two of them
 */
export function sortByRank(ranks: Int32Array, items: Int32Array, size: number, drawOf: (item: number) => number): void {
  // Stryker disable next-line all: speed (either sorts everything; a short list is sorted faster by insertion)
  if (size > 40) sortMany(ranks, items, size, drawOf);
  else sortFew(ranks, items, size, drawOf);
}

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
