/**
 * Draws an order of people from a seed. Each person's place depends on the seed and her key alone, so the order does not change
 * when the caller lists the same people differently. Without keys, her number is her key.
 * @returns the people, first drawn first
 */
export function lotteryOrder(
  count: number,
  keys: readonly string[] | null,
  seed: string | number,
  side: "mentees" | "mentors",
): Int32Array {
  const start = hash(`${typeof seed} ${seed} ${side}`, 0x9e3779b9);
  const high = new Uint32Array(count);
  const low = new Uint32Array(count);
  for (let person = 0; person < count; person++) {
    const key = keys ? keys[person]! : String(person);
    high[person] = hash(key, start);
    low[person] = hash(key, high[person]! ^ 0x5bd1e995);
  }
  const order = Int32Array.from({ length: count }, (_, person) => person);
  return order.toSorted((a, b) => high[a]! - high[b]! || low[a]! - low[b]! || (keys && keys[a]! < keys[b]! ? -1 : 1));
}

/** FNV-1a over the UTF-16 units, with the finalizer of MurmurHash3 so that every bit of the key reaches every bit of the draw. */
function hash(text: string, start: number): number {
  let h = start | 0;
  for (let k = 0; k < text.length; k++) h = Math.imul(h ^ text.charCodeAt(k), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
