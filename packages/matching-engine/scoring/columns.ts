/**
 * Answers of people as columns, one entry per person, in the order in which the people are numbered.
 * - `set`: several choices, as bits: person `p` has element `k` when bit `k % 32` of `words[p * width + (k >> 5)]` is set.
 *   The empty set is a missing answer.
 * - `choice`: one choice, as a code from 0; -1 is a missing answer.
 * - `scale`: a number or a rank on an ordered scale; NaN is a missing answer.
 * - `flag`: yes (1) or no (0), never missing; used for wishes.
 */
export type Column = SetColumn | ChoiceColumn | ScaleColumn | FlagColumn;

export type SetColumn = { readonly kind: "set"; readonly words: Uint32Array; readonly width: number };
export type ChoiceColumn = { readonly kind: "choice"; readonly codes: Int32Array };
export type ScaleColumn = { readonly kind: "scale"; readonly values: Float64Array };
export type FlagColumn = { readonly kind: "flag"; readonly flags: Uint8Array };

export type People = { readonly count: number; readonly columns: Readonly<Record<string, Column>> };

/** Packs each person's elements (numbers from 0 to `size - 1`) into a set column. */
export function setColumn(size: number, people: readonly Iterable<number>[]): SetColumn {
  const width = Math.max(1, Math.ceil(size / 32));
  const words = new Uint32Array(people.length * width);
  people.forEach((elements, person) => {
    for (const element of elements) {
      if (!Number.isInteger(element) || element < 0 || element >= size) {
        throw new RangeError(`Person ${person} has the element ${element}: elements are whole numbers from 0 to ${size - 1}.`);
      }
      words[person * width + (element >> 5)]! |= 1 << (element & 31);
    }
  });
  return { kind: "set", words, width };
}

/** One choice each, as a code from 0; null for a missing answer. */
export function choiceColumn(codes: readonly (number | null)[]): ChoiceColumn {
  return { kind: "choice", codes: Int32Array.from(codes, (code) => code ?? -1) };
}

/** One number each; null for a missing answer. */
export function scaleColumn(values: readonly (number | null)[]): ScaleColumn {
  return { kind: "scale", values: Float64Array.from(values, (value) => value ?? Number.NaN) };
}

export function flagColumn(flags: readonly boolean[]): FlagColumn {
  return { kind: "flag", flags: Uint8Array.from(flags, Number) };
}
