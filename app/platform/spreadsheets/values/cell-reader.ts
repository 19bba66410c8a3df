import { parseAvailability } from "./availability.ts";
import { parseChoice, parseChoices, parseScale, type Option } from "./choice.ts";
import { parseCountry } from "./country.ts";
import { guessDateOrder, parseDate } from "./date.ts";
import { parseEmail } from "./email.ts";
import { parseLanguages } from "./language.ts";
import { guessListSeparator, parseList } from "./list.ts";
import { guessDecimalMark, parseCapacity, parseNumber } from "./number.ts";
import type { Parsed } from "./parsed.ts";
import { parseText } from "./text.ts";
import { parseTimeZone } from "./time-zone.ts";
import { parseYesNo } from "./yes-no.ts";

/** What the cells of a column are meant to hold. */
export type CellKind =
  | "text"
  | "long-text"
  | "email"
  | "given-name"
  | "family-name"
  | "full-name"
  | "yes-no"
  | "number"
  | "date"
  | "choice"
  | "choices"
  | "scale"
  | "list"
  | "languages"
  | "country"
  | "time-zone"
  | "capacity"
  | "availability";

export type CellValue = string | number | boolean | readonly string[] | readonly number[];

export interface CellTarget {
  readonly kind: CellKind;
  /** Of a choice, choices or scale. */
  readonly options?: readonly Option[];
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  /** Characters of a text. */
  readonly maxLength?: number;
}

type Read = (cell: string) => Parsed<CellValue>;

const readText =
  (target: CellTarget): Read =>
  (cell) =>
    parseText(cell, target);
const labelsOf = (target: CellTarget): string[] => (target.options ?? []).map(({ label }) => label);

const READERS: Readonly<Record<CellKind, (target: CellTarget, columnSample: readonly string[]) => Read>> = {
  text: readText,
  "long-text": (target) => (cell) => parseText(cell, { ...target, multiline: true }),
  "given-name": readText,
  "family-name": readText,
  "full-name": readText,
  email: () => parseEmail,
  "yes-no": () => parseYesNo,
  number(target, columnSample) {
    const numbers = { ...target, decimalMark: guessDecimalMark(columnSample) };
    return (cell) => parseNumber(cell, numbers);
  },
  date(_, columnSample) {
    const order = guessDateOrder(columnSample);
    return (cell) => parseDate(cell, order);
  },
  choice:
    ({ options = [] }) =>
    (cell) =>
      parseChoice(cell, options),
  choices(target, columnSample) {
    const separator = guessListSeparator(columnSample, labelsOf(target));
    return (cell) => parseChoices(cell, target.options ?? [], separator);
  },
  scale:
    ({ options = [] }) =>
    (cell) =>
      parseScale(cell, options),
  list(_, columnSample) {
    const separator = guessListSeparator(columnSample);
    return (cell) => parseList(cell, separator);
  },
  languages: () => parseLanguages,
  country: () => parseCountry,
  "time-zone": () => parseTimeZone,
  capacity: () => parseCapacity,
  availability: () => parseAvailability,
};

/** The reader for one column: decides once, from a sample of it, what a single cell leaves open. */
export function cellReader(target: CellTarget, columnSample: readonly string[]): Read {
  return READERS[target.kind](target, columnSample);
}
