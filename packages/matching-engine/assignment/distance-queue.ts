/** Nodes 0 .. size - 1 in order of their distance: a binary heap that knows where each node is, so that a distance can fall. */
export class DistanceQueue {
  /** The least distance found so far, `Infinity` for nodes that were not reached. */
  readonly distance: Float64Array;
  readonly #heap: Int32Array;
  /** Place in the heap; -1 not reached, -2 settled. */
  readonly #place: Int32Array;
  readonly #touched: Int32Array;
  #length = 0;
  #touchedCount = 0;

  constructor(size: number) {
    this.distance = new Float64Array(size).fill(Infinity);
    this.#heap = new Int32Array(size);
    this.#place = new Int32Array(size).fill(-1);
    this.#touched = new Int32Array(size);
  }

  /** Forgets everything, in time proportional to what was reached. */
  clear(): void {
    for (let k = 0; k < this.#touchedCount; k++) {
      const node = this.#touched[k]!;
      this.distance[node] = Infinity;
      this.#place[node] = -1;
    }
    this.#length = 0;
    this.#touchedCount = 0;
  }

  /** The least distance in the queue, `Infinity` when it is empty. */
  nearest(): number {
    return this.#length > 0 ? this.distance[this.#heap[0]!]! : Infinity;
  }

  /** Notes a way of this length to the node. True if it is shorter than all before. */
  reach(node: number, distance: number): boolean {
    if (distance >= this.distance[node]!) return false;
    this.distance[node] = distance;
    let place = this.#place[node]!;
    if (place === -1) {
      this.#touched[this.#touchedCount++] = node;
      place = this.#length++;
    }
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = this.#heap[above]!;
      if (this.distance[other]! <= distance) break;
      this.#heap[place] = other;
      this.#place[other] = place;
      place = above;
    }
    this.#heap[place] = node;
    this.#place[node] = place;
    return true;
  }

  /** Takes the nearest node out; its distance is final. */
  settle(): number {
    const heap = this.#heap;
    const nearest = heap[0]!;
    this.#place[nearest] = -2;
    const last = heap[--this.#length]!;
    if (this.#length === 0) return nearest;
    const distance = this.distance[last]!;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= this.#length) break;
      if (below + 1 < this.#length && this.distance[heap[below + 1]!]! < this.distance[heap[below]!]!) below++;
      const other = heap[below]!;
      if (this.distance[other]! >= distance) break;
      heap[place] = other;
      this.#place[other] = place;
      place = below;
    }
    heap[place] = last;
    this.#place[last] = place;
    return nearest;
  }
}
