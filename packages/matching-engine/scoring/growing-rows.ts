import type { ScoredPairs } from "./score.ts";

/** Compressed rows whose number of pairs is not known beforehand, each no longer than `longest`. */
export class GrowingRows {
  readonly #ptr: Int32Array;
  #col: Int32Array;
  #weight: Int32Array;
  #row = 0;
  #count = 0;

  constructor(rows: number, longest: number) {
    this.#ptr = new Int32Array(rows + 1);
    // Stryker disable next-line ArithmeticOperator,MethodExpression: speed (how much room there is before it grows)
    const room = Math.min(rows * longest, Math.max(longest, 1 << 20));
    this.#col = new Int32Array(room);
    this.#weight = new Int32Array(room);
  }

  /** Adds the next row: the first `count` of each list. */
  add(columns: Int32Array, weights: Float64Array | Int32Array, count: number): void {
    // A row is no longer than what there is room for, so that twice as much is enough.
    // Stryker disable next-line EqualityOperator: speed (room for one more is made earlier)
    if (this.#count + count > this.#col.length) {
      this.#col = doubled(this.#col);
      this.#weight = doubled(this.#weight);
    }
    this.#col.set(columns.subarray(0, count), this.#count);
    this.#weight.set(weights.subarray(0, count), this.#count);
    this.#count += count;
    this.#ptr[++this.#row] = this.#count;
  }

  finish(): ScoredPairs {
    return { ptr: this.#ptr, col: this.#col.slice(0, this.#count), weight: this.#weight.slice(0, this.#count) };
  }
}

function doubled(array: Int32Array): Int32Array {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
