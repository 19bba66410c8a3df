/**
 * Lists of weighted pairs, one list for each person on one side, each entry with the person on the other side.
 *
 * Speed hangs on how much memory a list takes. Where weight and person fit into 32 bits together, an entry is one number
 * (`weight << shift | person`); otherwise two, the weight and the person. Both are read in the same way:
 *
 *     for (let k = stride * ptr[i]; k < stride * ptr[i + 1]; k += stride) {
 *       const weight = data[k] >>> shift;
 *       const person = data[k + stride - 1] & mask;
 *     }
 */
export class PairLists {
  readonly ptr: Int32Array;
  readonly data: Int32Array;
  readonly #unsigned: Uint32Array;
  readonly stride: 1 | 2;
  readonly shift: number;
  readonly mask: number;

  /** @param ptr where each list begins, in entries; may be filled in afterwards */
  constructor(ptr: Int32Array, entries: number, personCount: number, maxWeight: number) {
    const bits = 32 - Math.clz32(Math.max(1, personCount - 1));
    const isNarrow = maxWeight < 2 ** (32 - bits);
    this.ptr = ptr;
    this.stride = isNarrow ? 1 : 2;
    this.shift = isNarrow ? bits : 0;
    this.mask = isNarrow ? 2 ** bits - 1 : -1;
    this.data = new Int32Array(this.stride * entries);
    this.#unsigned = new Uint32Array(this.data.buffer);
  }

  set(entry: number, weight: number, person: number): void {
    if (this.stride === 1) this.data[entry] = (weight << this.shift) | person;
    else {
      this.data[2 * entry] = weight;
      this.data[2 * entry + 1] = person;
    }
  }

  /** Sorts the entries `from .. to` by falling weight, then by falling number. Lists mostly come sorted but for ties, or are short. */
  sort(from: number, to: number): void {
    // Stryker disable next-line all: speed (both ways sort the same)
    const isShort = to - from <= SHORT;
    if (this.stride === 1 && isShort) this.#insertNarrow(from, to);
    else if (this.stride === 1) {
      const list = this.#unsigned.subarray(from, to);
      list.sort();
      list.reverse();
    } else if (isShort) this.#insertWide(from, to);
    else this.#sortAsNumbers(from, to);
  }

  #insertNarrow(from: number, to: number): void {
    const { data } = this;
    for (let e = from + 1; e < to; e++) {
      const entry = data[e]!;
      let at = e;
      for (; at > from && data[at - 1]! >>> 0 < entry >>> 0; at--) data[at] = data[at - 1]!;
      data[at] = entry;
    }
  }

  #insertWide(from: number, to: number): void {
    const { data } = this;
    for (let k = 2 * from + 2; k < 2 * to; k += 2) {
      const weight = data[k]!;
      const person = data[k + 1]!;
      let at = k;
      for (; at > 2 * from; at -= 2) {
        const other = data[at - 2]!;
        if (other > weight || (other === weight && data[at - 1]! > person)) break;
        data[at] = other;
        data[at + 1] = data[at - 1]!;
      }
      data[at] = weight;
      data[at + 1] = person;
    }
  }

  /** Typed arrays sort numbers fastest. Weight and person together stay below 2^51, which a double holds exactly. */
  #sortAsNumbers(from: number, to: number): void {
    const { data } = this;
    const both = new Float64Array(to - from);
    for (let e = from; e < to; e++) both[e - from] = data[2 * e]! * PEOPLE + data[2 * e + 1]!;
    both.sort();
    for (let e = from; e < to; e++) {
      const entry = both[to - 1 - e]!;
      this.set(e, Math.floor(entry / PEOPLE), entry % PEOPLE);
    }
  }
}

/** Up to here moving entries one by one is fastest. */
const SHORT = 64;
/** A market has no more people on one side. */
const PEOPLE = 2 ** 21;
