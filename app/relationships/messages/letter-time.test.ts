import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import "../../../testing/drawn-cases.ts";
import { defaultLetterSetting, isQuiet, letterDueAt, type LetterSetting, lettersWishes } from "./letter-time.ts";

const due = (setting: Partial<LetterSetting>, zone: string, since: string) =>
  letterDueAt({ ...defaultLetterSetting, ...setting }, zone, new Date(since))?.toISOString();

test("soon is ten minutes later, and what comes in the quiet hours waits for the morning", () => {
  expect(due({}, "Europe/Berlin", "2027-01-12T12:00:00Z")).toBe("2027-01-12T12:10:00.000Z");
  // 20:55 in Berlin: the ten minutes end in the quiet hours.
  expect(due({}, "Europe/Berlin", "2027-01-12T19:55:00Z")).toBe("2027-01-13T07:00:00.000Z");
  expect(due({}, "Europe/Berlin", "2027-01-13T02:00:00Z")).toBe("2027-01-13T07:00:00.000Z");
  expect(due({}, "Asia/Kathmandu", "2027-01-12T20:00:00Z")).toBe("2027-01-13T02:15:00.000Z");
  expect(due({ quietFrom: 5, quietUntil: 5 }, "Europe/Berlin", "2027-01-13T02:00:00Z")).toBe("2027-01-13T02:10:00.000Z");
  expect(due({ letters: "never" }, "Europe/Berlin", "2027-01-12T12:00:00Z")).toBeUndefined();
});

test("the clock decides on both days on which it is changed", () => {
  // Forward, in the night to the 28th of March 2027: eight o'clock is an hour earlier by the sun.
  expect(due({}, "Europe/Berlin", "2027-03-27T21:00:00Z")).toBe("2027-03-28T06:00:00.000Z");
  expect(due({}, "Europe/Berlin", "2027-03-28T00:59:00Z")).toBe("2027-03-28T06:00:00.000Z");
  // Backward, on the 31st of October 2027.
  expect(due({}, "Europe/Berlin", "2027-10-30T21:00:00Z")).toBe("2027-10-31T07:00:00.000Z");
  // Where quiet hours end in the hour that is skipped, the letter comes right after it; in the hour that comes twice, at the first.
  expect(due({ quietUntil: 2 }, "Europe/Berlin", "2027-03-27T21:00:00Z")).toBe("2027-03-28T01:00:00.000Z");
  expect(due({ quietUntil: 2 }, "Europe/Berlin", "2027-10-30T21:00:00Z")).toBe("2027-10-31T00:00:00.000Z");
  expect(due({ letters: "daily", dailyHour: 9 }, "America/New_York", "2027-03-13T15:00:00Z")).toBe("2027-03-14T13:00:00.000Z");
  expect(due({ letters: "daily", dailyHour: 9 }, "America/New_York", "2027-11-06T14:00:00Z")).toBe("2027-11-07T14:00:00.000Z");
});

test("the day's letter comes at its hour, or when the quiet hours are over", () => {
  expect(due({ letters: "daily", dailyHour: 18 }, "Europe/Berlin", "2027-01-12T12:00:00Z")).toBe("2027-01-12T17:00:00.000Z");
  expect(due({ letters: "daily", dailyHour: 18 }, "Europe/Berlin", "2027-01-12T17:00:00Z")).toBe("2027-01-13T17:00:00.000Z");
  expect(due({ letters: "daily", dailyHour: 23 }, "Europe/Berlin", "2027-01-12T12:00:00Z")).toBe("2027-01-13T07:00:00.000Z");
});

test("no letter is early, none comes in the quiet hours of her clock, and none later than a day and the quiet hours", () => {
  const hour = fc.integer({ min: 0, max: 23 });
  const zones = fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kolkata", "UTC");
  fc.assert(
    fc.property(
      fc.record({ letters: fc.constantFrom(...lettersWishes), dailyHour: hour, quietFrom: hour, quietUntil: hour }),
      zones,
      fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) }),
      (setting, zone, since) => {
        const at = letterDueAt(setting, zone, new Date(since));
        fc.pre(at !== undefined);
        expect(at.getTime()).toBeGreaterThan(since);
        expect(at.getTime() - since).toBeLessThanOrEqual(51 * 3_600_000);
        const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
        // On the days of change, quiet hours begin and end with an hour that is skipped or comes twice: those stand above.
        fc.pre(local.hoursInDay === 24);
        expect(isQuiet(local.hour, setting.quietFrom, setting.quietUntil)).toBe(false);
      },
    ),
  );
});
