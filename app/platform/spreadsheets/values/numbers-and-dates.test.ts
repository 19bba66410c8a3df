import fc from "fast-check";
import { expect, test } from "vitest";
import { guessDateOrder, parseDate } from "./date.ts";
import { guessDecimalMark, parseCapacity, parseNumber, type DecimalMark } from "./number.ts";
import type { Parsed } from "./parsed.ts";
import { parseYesNo } from "./yes-no.ts";

const said = <T>(parsed: Parsed<T>) => (parsed.ok ? parsed.value : parsed.problem.reason);

test.each([
  ["1.234,5", 1234.5],
  ["1,234.5", 1234.5],
  ["1 234,5", 1234.5],
  ["1'234.5", 1234.5],
  ["1.234.567", 1234567],
  ["1,5", 1.5],
  ["0.125", 0.125],
  ["3 hours", 3],
  ["3h", 3],
  ["about 3 hours a week", 3],
  ["up to 3", 3],
  ["€ 1.000,50", 1000.5],
  ["12.5 %", 12.5],
  ["-5", -5],
  ["−5", -5],
  ["(5)", -5],
  ["٣", 3],
  ["١٬٢٣٤٫٥", 1234.5],
  ["two", 2],
  ["cinco", 5],
  ["ثلاثة", 3],
  ["", null],
  ["–", null],
  ["2-3", "number-range"],
  ["2 to 3 hours", "number-range"],
  ["5+", "number-range"],
  ["more than 5", "number-range"],
  ["<5", "number-range"],
  ["several", "not-a-number"],
  ["v2", "not-a-number"],
  ["1.2.3", "not-a-number"],
])("the number in %j is %j", (cell, expected) => {
  expect(said(parseNumber(cell))).toBe(expected);
});

test("how a column writes decimals is told by the cells that leave no choice", () => {
  expect(guessDecimalMark(["1.234", "2.500", "12,5"])).toBe(",");
  expect(guessDecimalMark(["1,234", "2,500", "12.5"])).toBe(".");
  expect(guessDecimalMark(["1.234.567", "8"])).toBe(",");
  expect(guessDecimalMark(["1.234", "3"])).toBe(".");
  expect(said(parseNumber("1.234", { decimalMark: "," }))).toBe(1234);
  expect(said(parseNumber("1,234", { decimalMark: "," }))).toBe(1.234);
});

test("any number written in German, English, Spanish or Egyptian Arabic is read back, given its decimal mark", () => {
  const locales = fc.constantFrom<[string, DecimalMark][]>(
    ["en-US", "."],
    ["de-DE", ","],
    ["es-MX", "."],
    ["fr-FR", ","],
    ["ar-EG", "."],
    ["en-IN", "."],
  );
  fc.assert(
    fc.property(
      fc.integer({ min: -9_999_999, max: 9_999_999 }),
      fc.integer({ min: 0, max: 2 }),
      locales,
      (integer, places, [locale, decimalMark]) => {
        fc.pre(locale !== "en-IN" || Math.abs(integer) < 100_000);
        const number = integer / 10 ** places;
        const cell = new Intl.NumberFormat(locale, { minimumFractionDigits: places }).format(number);
        expect(said(parseNumber(cell, { decimalMark }))).toBe(number === 0 ? 0 : number);
      },
    ),
  );
});

test("limits of a number are told", () => {
  expect(["0", "50", "2 people"].map((cell) => said(parseCapacity(cell)))).toEqual([0, 50, 2]);
  expect(["51", "-1", "1.5"].map((cell) => said(parseCapacity(cell)))).toEqual([
    "number-too-large",
    "number-too-small",
    "number-not-whole",
  ]);
});

test.each([
  ["2024-03-04", "2024-03-04"],
  ["2024/3/4", "2024-03-04"],
  ["2024-03-04T10:00", "2024-03-04"],
  ["13/4/2024", "2024-04-13"],
  ["4/13/24", "2024-04-13"],
  ["31.12.1999", "1999-12-31"],
  ["5/5/2024", "2024-05-05"],
  ["1/1/2024 10:30", "2024-01-01"],
  ["3 March 2024", "2024-03-03"],
  ["Monday, 3rd June 2024", "2024-06-03"],
  ["Mar 3, 2024", "2024-03-03"],
  ["3-mar-24", "2024-03-03"],
  ["3 de marzo de 2024", "2024-03-03"],
  ["15 sept. 2024", "2024-09-15"],
  ["٣ مارس ٢٠٢٤", "2024-03-03"],
  ["12 كانون الثاني 2024", "2024-01-12"],
  ["٢٩/٢/٢٠٢٤", "2024-02-29"],
  ["", null],
  ["3/4/2024", "date-ambiguous"],
  ["29/2/2023", "date-impossible"],
  ["13/13/2024", "date-impossible"],
  ["31 April 2024", "date-impossible"],
  ["2024", "not-a-date"],
  ["soon", "not-a-date"],
  ["March 2024", "not-a-date"],
])("the date in %j is %j", (cell, expected) => {
  expect(said(parseDate(cell, "unknown"))).toBe(expected);
});

test("what comes first, day or month, is told by the column", () => {
  expect(guessDateOrder(["3/4/2024", "25/12/2024"])).toBe("day-first");
  expect(guessDateOrder(["3/4/2024", "12/25/2024"])).toBe("month-first");
  expect(guessDateOrder(["3.4.2024"])).toBe("day-first");
  expect(guessDateOrder(["3/4/2024", "5/6/2024"])).toBe("unknown");
  expect(guessDateOrder(["25/12/2024", "12/25/2024"])).toBe("unknown");
  expect(said(parseDate("3/4/2024", "day-first"))).toBe("2024-04-03");
  expect(said(parseDate("3/4/2024", "month-first"))).toBe("2024-03-04");
});

test("any day is read back from any way to write it", () => {
  const day = fc.date({ min: new Date("1950-01-01"), max: new Date("2049-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(
      day,
      fc.constantFrom("en-GB", "en-US", "es-ES", "es-MX", "ar-EG", "ar-LB"),
      fc.constantFrom("short", "medium", "long"),
      (date, locale, dateStyle) => {
        const cell = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: "UTC" }).format(date);
        expect(said(parseDate(cell, locale === "en-US" ? "month-first" : "day-first"))).toBe(date.toISOString().slice(0, 10));
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ["yes Y true 1 x ✓ ☑ sí SI verdadero نعم أجل", true],
  ["no N false 0 ✗ ☐ falso لا كلا", false],
])("%s", (cells, expected) => {
  for (const cell of cells.split(" ")) expect([cell, said(parseYesNo(cell))]).toEqual([cell, expected]);
});

test("an empty answer is none, and perhaps is neither", () => {
  expect(["", " - ", "N/A"].map((cell) => said(parseYesNo(cell)))).toEqual([null, null, null]);
  expect(said(parseYesNo("perhaps"))).toBe("not-yes-or-no");
});
