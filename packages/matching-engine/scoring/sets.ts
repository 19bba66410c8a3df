import type { SetColumn } from "./columns.ts";

/** How many bits of a 32-bit word are set, by adding neighbors in parallel. */
function bitCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Whether person `i` of `a` and person `j` of `b` have an element in common. */
export function sharesAny(a: SetColumn, i: number, b: SetColumn, j: number): boolean {
  const width = Math.min(a.width, b.width);
  for (let k = 0, p = i * a.width, q = j * b.width; k < width; k++) if ((a.words[p + k]! & b.words[q + k]!) !== 0) return true;
  return false;
}

export function sharedCount(a: SetColumn, i: number, b: SetColumn, j: number): number {
  const width = Math.min(a.width, b.width);
  let count = 0;
  for (let k = 0, p = i * a.width, q = j * b.width; k < width; k++) count += bitCount(a.words[p + k]! & b.words[q + k]!);
  return count;
}

/** Sum of the weights of the common elements; an element without a weight counts 1. */
export function sharedWeight(a: SetColumn, i: number, b: SetColumn, j: number, weights: readonly number[]): number {
  const width = Math.min(a.width, b.width);
  let sum = 0;
  for (let k = 0; k < width; k++) {
    for (let word = a.words[i * a.width + k]! & b.words[j * b.width + k]!; word !== 0; word &= word - 1) {
      sum += weights[32 * k + 31 - Math.clz32(word & -word)] ?? 1;
    }
  }
  return sum;
}

/** The common elements in rising order. */
export function sharedElements(a: SetColumn, i: number, b: SetColumn, j: number): number[] {
  const width = Math.min(a.width, b.width);
  const elements: number[] = [];
  for (let k = 0; k < width; k++) {
    for (let word = a.words[i * a.width + k]! & b.words[j * b.width + k]!; word !== 0; word &= word - 1) {
      elements.push(32 * k + 31 - Math.clz32(word & -word));
    }
  }
  return elements;
}
