/** Cells as long as a spreadsheet may hold, made to be hard to read: they are read (or refused) as others are. */
import { expect, test } from "vitest";
import { spreadsheetLimits } from "../../app/platform/spreadsheets/limits.ts";
import { parseAvailability } from "../../app/platform/spreadsheets/values/availability.ts";
import { parseCountry } from "../../app/platform/spreadsheets/values/country.ts";
import { parseDate } from "../../app/platform/spreadsheets/values/date.ts";
import { parseEmail } from "../../app/platform/spreadsheets/values/email.ts";
import { parseNumber } from "../../app/platform/spreadsheets/values/number.ts";
import { parseTimeZone } from "../../app/platform/spreadsheets/values/time-zone.ts";

const pieces = [" ", "'", ".", ":", "-", "(", "a", "1", "a ", "a@", "+", "mon ", "9-", "monday 9-17, ", "(a)", "\u00A0"];
const readers: Readonly<Record<string, (cell: string) => unknown>> = {
  parseAvailability,
  parseCountry,
  parseDate: (cell) => parseDate(cell, "day-first"),
  parseEmail,
  parseNumber,
  parseTimeZone,
};

for (const [name, read] of Object.entries(readers)) {
  // Each of these takes milliseconds; where the work grew with the square of the length, it took minutes.
  test(`${name} of twenty thousand characters`, () => {
    for (const piece of pieces) {
      const cell = `x${piece.repeat(spreadsheetLimits.cellLength / piece.length)}`.slice(0, spreadsheetLimits.cellLength);
      expect(read(cell)).toHaveProperty("ok");
      expect(read(cell.slice(1))).toHaveProperty("ok");
    }
  });
}
