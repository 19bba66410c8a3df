import { fold, plainLetters } from "./fold.ts";
import { refused, taken, type Parsed } from "./parsed.ts";

export type DateOrder = "day-first" | "month-first" | "unknown";

const NUMERIC = /^(\d{1,2})([/.\-\s])(\d{1,2})\2(\d{4}|\d{2})(?:[ t,].*)?$/;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[ t].*)?$/;
/** Two digits of a year: up to 49 of this century, of the last one from 50 on. */
const fullYear = (digits: string): number => (digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 50 ? 2000 : 1900));

/** Names of months in English, Spanish and both Arabic traditions. */
let monthNames: Map<string, number> | undefined;
function monthOf(word: string): number | undefined {
  if (!monthNames) {
    monthNames = new Map([
      ["sept", 9],
      ["set", 9],
    ]);
    for (const locale of ["en", "es", "ar-EG", "ar-LB", "ar-MA"]) {
      for (const style of ["long", "short"] as const) {
        const format = new Intl.DateTimeFormat(locale, { month: style, timeZone: "UTC" });
        for (let month = 1; month <= 12; month += 1) monthNames.set(fold(format.format(Date.UTC(2024, month - 1, 15))), month);
      }
    }
  }
  return monthNames.get(word);
}

const iso = (year: number, month: number, day: number): string | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
};

const dated = (text: string, date: string | undefined): Parsed<string> =>
  date === undefined ? refused({ reason: "date-impossible", text }) : taken(date);

/** Whether a column writes the day or the month first, from the dates that can be read in one way only. */
export function guessDateOrder(column: readonly string[]): DateOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of column) {
    const match = NUMERIC.exec(plainLetters(cell).trim());
    if (!match) continue;
    const [first, second] = [Number(match[1]), Number(match[3])];
    // Points between the numbers are written by people who put the day first.
    if ((first > 12 && second <= 12) || (match[2] === "." && second <= 12)) dayFirst += 1;
    else if (second > 12 && first <= 12) monthFirst += 1;
  }
  if (dayFirst > 0 && monthFirst > 0) return "unknown";
  return dayFirst > 0 ? "day-first" : monthFirst > 0 ? "month-first" : "unknown";
}

function parseNumeric(text: string, match: RegExpExecArray, order: DateOrder): Parsed<string> {
  const [first, second, year] = [Number(match[1]), Number(match[3]), fullYear(match[4] ?? "")];
  const dayFirst = iso(year, second, first);
  const monthFirst = iso(year, first, second);
  if (dayFirst && monthFirst && dayFirst !== monthFirst) {
    if (order === "unknown") return refused({ reason: "date-ambiguous", text, readings: [dayFirst, monthFirst] });
    return taken(order === "day-first" ? dayFirst : monthFirst);
  }
  return dated(text, dayFirst ?? monthFirst);
}

/** «3 March 2024», «Mar 3, 2024», «3 de marzo de 2024», «٣ مارس ٢٠٢٤». */
function parseWords(text: string): Parsed<string> {
  const numbers: string[] = [];
  const words: string[] = [];
  for (const token of fold(text).split(" ")) {
    const number = /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(token)?.[1];
    if (number !== undefined) numbers.push(number);
    else words.push(token);
  }
  // A month may have two words («كانون الثاني»), a weekday may stand before it.
  const candidates = words.flatMap((word, index) => [words.slice(index, index + 2).join(" "), word]);
  const month = candidates.map(monthOf).find((found) => found !== undefined);
  const year = numbers.find((number) => number.length === 4) ?? numbers[1];
  const day = numbers.find((number) => number !== year || numbers.indexOf(number) !== numbers.lastIndexOf(number));
  if (month === undefined || year === undefined || day === undefined || numbers.length !== 2)
    return refused({ reason: "not-a-date", text });
  return dated(text, iso(fullYear(year), month, Number(day)));
}

/** An ISO date, yyyy-mm-dd; `order` decides what 3/4/2024 means (see guessDateOrder). */
export function parseDate(cell: string, order: DateOrder): Parsed<string> {
  const text = plainLetters(cell).trim();
  if (text === "" || /^[-–—]$/.test(text)) return taken<string>(null);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return dated(cell, iso(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])));
  const numeric = NUMERIC.exec(text);
  return numeric ? parseNumeric(cell, numeric, order) : parseWords(cell);
}
