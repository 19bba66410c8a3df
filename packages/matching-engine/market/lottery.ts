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
  const keyOf = (person: number): string => (keys ? keys[person]! : String(person));
  const draws = new Uint32Array(count);
  // The draw and the person in one number, because typed arrays sort numbers fastest.
  const drawn = new Float64Array(count);
  for (let person = 0; person < count; person++) {
    draws[person] = hash(keyOf(person), start);
    drawn[person] = draws[person]! * PEOPLE + person;
  }
  drawn.sort();
  const order = new Int32Array(count);
  for (let k = 0; k < count; k++) order[k] = drawn[k]! % PEOPLE;

  function isBefore(a: number, b: number): boolean {
    const [keyOfA, keyOfB] = [keyOf(a), keyOf(b)];
    const again = (draws[a]! ^ 0x5bd1e995) | 0;
    const difference = hash(keyOfA, again) - hash(keyOfB, again);
    if (difference !== 0) return difference < 0;
    return keys ? keyOfA < keyOfB : a < b;
  }
  // Equal draws are rare: a second one decides between them, and then the key itself.
  for (let k = 1; k < count; k++) {
    const person = order[k]!;
    let at = k;
    while (at > 0 && draws[order[at - 1]!] === draws[person] && isBefore(person, order[at - 1]!)) {
      order[at] = order[at - 1]!;
      at--;
    }
    order[at] = person;
  }
  return order;
}

/** More than there can be people: 2^32 draws times this is exact in 53 bits. */
const PEOPLE = 2 ** 21;

/** FNV-1a over the UTF-16 units, with the finalizer of MurmurHash3 so that every bit of the key reaches every bit of the draw. */
function hash(text: string, start: number): number {
  let h = start | 0;
  for (let k = 0; k < text.length; k++) h = Math.imul(h ^ text.charCodeAt(k), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
