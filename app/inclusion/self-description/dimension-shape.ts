import { z } from "zod";
import { Invalid, type Sentence } from "../../platform/errors.ts";
import { optionalText, text, wholeNumber } from "../../platform/form-fields.ts";
import { fewestOptions, leastSmallestGroup, longestOption, mostOptions, mostSmallestGroup, twiceAmong } from "./dimension.ts";
import { dimensionWords } from "./dimension.messages.ts";

/** One option on each line; empty lines do not count. */
const optionLines = () =>
  optionalText((longestOption + 1) * 2 * mostOptions).transform((lines) =>
    lines
      .split("\n")
      .map((line) => line.trim().replaceAll(/\s+/g, " "))
      .filter((line) => line !== ""),
  );

export const dimensionShape = z.object({
  label: text(120),
  reason: text(1000),
  options: optionLines(),
  wishWeight: wholeNumber(0, 100),
});
export type DimensionWish = z.output<typeof dimensionShape>;

export const smallestGroupShape = z.object({ smallestGroup: wholeNumber(leastSmallestGroup, mostSmallestGroup) });

/** @throws {Invalid} where the options are none that can be chosen among */
export function checkOptions(options: readonly string[]): void {
  const refuse = (sentence: Sentence): never => {
    throw new Invalid({ options: sentence });
  };
  if (options.length < fewestOptions) refuse((language) => dimensionWords(language).twoOptions);
  if (options.length > mostOptions) refuse((language) => dimensionWords(language).tooManyOptions(mostOptions));
  if (options.some((option) => option.length > longestOption)) refuse((language) => dimensionWords(language).optionTooLong(longestOption));
  const twice = twiceAmong(options);
  if (twice !== undefined) refuse((language) => dimensionWords(language).optionTwice(twice));
}
