import type { ChoiceColumn, SetColumn } from "../scoring/columns.ts";

/** Bits of mentors by place: bit `place & 31` of word `place >> 5`. */
export type Bits = Int32Array;

export const wordsFor = (mentors: number): number => Math.max(1, (mentors + 31) >> 5);

/** For each element the places of the mentors who have it, and, where they are many, the same as bits. */
export type MentorSets = {
  readonly elements: number;
  /** The mentors with element `e` are `places[ptr[e] .. ptr[e + 1])`, rising. */
  readonly ptr: Int32Array;
  readonly places: Int32Array;
  readonly bits: readonly (Bits | null)[];
};

export function indexSets(column: SetColumn, mentorAt: Int32Array): MentorSets {
  const elements = 32 * column.width;
  const own = new Int32Array(elements);
  const ptr = new Int32Array(elements + 1);
  for (const mentor of mentorAt) {
    const count = elementsOf(column, mentor, own);
    for (let k = 0; k < count; k++) ptr[own[k]! + 1]! += 1;
  }
  for (let e = 0; e < elements; e++) ptr[e + 1]! += ptr[e]!;
  const next = ptr.slice();
  const places = new Int32Array(ptr[elements]!);
  mentorAt.forEach((mentor, place) => {
    const count = elementsOf(column, mentor, own);
    for (let k = 0; k < count; k++) places[next[own[k]!]!++] = place;
  });
  const words = wordsFor(mentorAt.length);
  const bits = Array.from({ length: elements }, (_, e) =>
    ptr[e + 1]! - ptr[e]! > words ? bitsOf(places.subarray(ptr[e], ptr[e + 1]), words) : null,
  );
  return { elements, ptr, places, bits };
}

/** Writes the elements of a person into `into`, rising. @returns how many */
export function elementsOf({ words, width }: SetColumn, person: number, into: Int32Array): number {
  let count = 0;
  for (let k = 0; k < width; k++) {
    for (let word = words[person * width + k]!; word !== 0; word &= word - 1) into[count++] = 32 * k + 31 - Math.clz32(word & -word);
  }
  return count;
}

export function bitsOf(places: Iterable<number>, words: number): Bits {
  const bits = new Int32Array(words);
  for (const place of places) bits[place >> 5]! |= 1 << (place & 31);
  return bits;
}

/** Everyone. */
export function allBits(mentors: number): Bits {
  const bits = new Int32Array(wordsFor(mentors)).fill(-1);
  if (mentors === 0) bits[0] = 0;
  else if (mentors % 32 !== 0) bits[bits.length - 1] = (1 << (mentors % 32)) - 1;
  return bits;
}

/** The places of the mentors with each code, rising. */
export function indexCodes({ codes }: ChoiceColumn, mentorAt: Int32Array): ReadonlyMap<number, readonly number[]> {
  const placesOf = new Map<number, number[]>();
  mentorAt.forEach((mentor, place) => {
    const places = placesOf.get(codes[mentor]!);
    if (places) places.push(place);
    else placesOf.set(codes[mentor]!, [place]);
  });
  return placesOf;
}
