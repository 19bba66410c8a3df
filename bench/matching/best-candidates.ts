/** The candidate rows of an instance: at most `most` for each mentee, best first, then by number. */
export type Rows = { readonly ptr: Int32Array; readonly col: Int32Array; readonly weight: Int32Array };

/** Collects the best `most` of the candidates offered to one mentee after the other, in a heap whose top is the least of them. */
export class BestCandidates {
  readonly #most: number;
  readonly #base: number;
  /** Weight and mentor in one number, so that heavier is larger, and the lower number of two equally heavy ones too. */
  readonly #heap: Float64Array;
  readonly #counts: Int32Array;
  readonly #col: Int32Array;
  readonly #weight: Int32Array;
  #size = 0;
  /** Weights below this need not be offered. */
  least = 0;

  constructor(mentees: number, mentors: number, most: number) {
    this.#most = most;
    this.#base = mentors;
    this.#heap = new Float64Array(most);
    this.#counts = new Int32Array(mentees);
    this.#col = new Int32Array(mentees * most);
    this.#weight = new Int32Array(mentees * most);
  }

  offer(mentor: number, weight: number): void {
    const packed = weight * this.#base + (this.#base - 1 - mentor);
    const heap = this.#heap;
    if (this.#size < this.#most) {
      let at = this.#size++;
      while (at > 0) {
        const above = (at - 1) >> 1;
        if (heap[above]! <= packed) break;
        heap[at] = heap[above]!;
        at = above;
      }
      heap[at] = packed;
    } else {
      if (packed <= heap[0]!) return;
      let at = 0;
      for (;;) {
        let below = 2 * at + 1;
        if (below >= this.#most) break;
        if (below + 1 < this.#most && heap[below + 1]! < heap[below]!) below++;
        if (heap[below]! >= packed) break;
        heap[at] = heap[below]!;
        at = below;
      }
      heap[at] = packed;
    }
    if (this.#size === this.#most) this.least = Math.floor(heap[0]! / this.#base);
  }

  /** Writes down what was offered since the last call as the row of `mentee`. */
  keepFor(mentee: number): void {
    const row = this.#heap.subarray(0, this.#size).toSorted();
    const from = mentee * this.#most;
    for (let k = 0; k < this.#size; k++) {
      const packed = row[this.#size - 1 - k]!;
      const weight = Math.floor(packed / this.#base);
      this.#weight[from + k] = weight;
      this.#col[from + k] = this.#base - 1 - (packed - weight * this.#base);
    }
    this.#counts[mentee] = this.#size;
    this.#size = 0;
    this.least = 0;
  }

  /** All rows, closed up. */
  rows(): Rows {
    const ptr = new Int32Array(this.#counts.length + 1);
    this.#counts.forEach((count, mentee) => {
      const from = mentee * this.#most;
      const to = ptr[mentee]!;
      this.#col.copyWithin(to, from, from + count);
      this.#weight.copyWithin(to, from, from + count);
      ptr[mentee + 1] = to + count;
    });
    const pairs = ptr.at(-1)!;
    return { ptr, col: this.#col.subarray(0, pairs), weight: this.#weight.subarray(0, pairs) };
  }
}
