import type { Canonical } from "../market/canonical.ts";
import { PairLists } from "../market/pair-lists.ts";

/** The candidates seen from the mentors. Most questions are about few mentors, so a list is sorted only when it is read often. */
export class Columns {
  /** The mentees who have each mentor as a candidate. */
  readonly lists: PairLists;
  readonly #asked: Uint8Array;

  constructor({ menteeCount, mentorCount, rows, degree, maxWeight }: Canonical) {
    const { ptr, data, stride, shift, mask } = rows;
    const begin = new Int32Array(mentorCount + 1);
    for (let j = 0; j < mentorCount; j++) begin[j + 1] = begin[j]! + degree[j]!;
    const lists = new PairLists(begin, begin[mentorCount]!, menteeCount, maxWeight);
    const next = begin.slice();
    for (let i = 0; i < menteeCount; i++) {
      for (let k = stride * ptr[i]!, end = stride * ptr[i + 1]!; k < end; k += stride) {
        lists.set(next[data[k + stride - 1]! & mask]!++, data[k]! >>> shift, i);
      }
    }
    this.lists = lists;
    this.#asked = new Uint8Array(mentorCount);
  }

  /** Whether the list of a mentor is sorted by falling weight. It will be once this was asked often: to sort it costs several readings. */
  isSorted(mentor: number): boolean {
    // Stryker disable next-line BooleanLiteral,ConditionalExpression: speed (a list that is not said to be sorted is read to its end)
    if (this.#asked[mentor] === ASKED_OFTEN) return true;
    this.#asked[mentor]! += 1;
    if (this.#asked[mentor]! < ASKED_OFTEN) return false;
    this.lists.sort(this.lists.ptr[mentor]!, this.lists.ptr[mentor + 1]!);
    return true;
  }
}

const ASKED_OFTEN = 8;
