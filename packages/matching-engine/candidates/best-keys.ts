/** For each of several lists the `size` largest keys that it was offered, as heaps with the least on top. */
export class BestKeys {
  readonly size: number;
  readonly #keys: Float64Array;
  readonly #counts: Int32Array;

  constructor(lists: number, size: number) {
    this.size = size;
    this.#keys = new Float64Array(lists * size);
    this.#counts = new Int32Array(lists);
  }

  /** What a key must exceed to be kept; -1 as long as there is room. */
  least(list: number): number {
    if (this.size === 0) return Infinity;
    return this.#counts[list]! < this.size ? -1 : this.#keys[list * this.size]!;
  }

  offer(list: number, key: number): void {
    if (key <= this.least(list)) return;
    const keys = this.#keys;
    const top = list * this.size;
    const count = this.#counts[list]!;
    if (count < this.size) {
      this.#counts[list] = count + 1;
      let at = count;
      for (let above = (at - 1) >> 1; at > 0 && keys[top + above]! > key; above = (at - 1) >> 1) {
        keys[top + at] = keys[top + above]!;
        at = above;
      }
      keys[top + at] = key;
      return;
    }
    let at = 0;
    for (let below = 1; below < count; below = 2 * at + 1) {
      if (below + 1 < count && keys[top + below + 1]! < keys[top + below]!) below++;
      if (keys[top + below]! >= key) break;
      keys[top + at] = keys[top + below]!;
      at = below;
    }
    keys[top + at] = key;
  }

  /** The keys of a list, the largest first. */
  sorted(list: number): Float64Array {
    const top = list * this.size;
    return this.#keys
      .subarray(top, top + this.#counts[list]!)
      .toSorted()
      .toReversed();
  }

  /** The keys of all lists one after the other, each with the largest first. */
  packed(): { keys: Float64Array; ptr: Int32Array } {
    const ptr = new Int32Array(this.#counts.length + 1);
    this.#counts.forEach((count, list) => (ptr[list + 1] = ptr[list]! + count));
    const keys = new Float64Array(ptr.at(-1)!);
    for (const list of this.#counts.keys()) keys.set(this.sorted(list), ptr[list]);
    return { keys, ptr };
  }

  clear(list: number): void {
    this.#counts[list] = 0;
  }
}
