import { expect, test } from "vitest";
import { formatDay, formatDeadline, formatList, formatRelative, formatTime, weekdayNames } from "./formats.ts";

const now = new Date("2027-02-03T09:30:00Z");

test("a moment is told in the reader's own time zone", () => {
  const at = new Date("2027-02-04T23:30:00Z");
  expect(formatTime({ language: "en", timeZone: "Africa/Lagos", now }, at, "moment")).toBe("Fri, Feb 5, 12:30 AM");
  expect(formatTime({ language: "es", timeZone: "America/Bogota", now }, at, "moment")).toBe("jue, 4 feb, 18:30");
});

test("a deadline at midnight is the end of the last day that counts; any other is told as it is", () => {
  const berlin = { language: "en", timeZone: "Europe/Berlin", now } as const;
  const midnight = new Date("2027-11-28T23:00:00Z");
  expect(formatDeadline(berlin, midnight)).toBe("the end of Sun, Nov 28");
  expect(formatDeadline({ ...berlin, language: "es" }, midnight)).toBe("final del dom, 28 nov");
  expect(formatDeadline({ ...berlin, language: "ar" }, midnight)).toMatch(/^نهاية الأحد، /u);
  // The same moment is none elsewhere.
  expect(formatDeadline({ ...berlin, timeZone: "America/Bogota" }, midnight)).toBe("Sun, Nov 28, 6:00 PM");
  expect(formatDeadline(berlin, new Date("2027-11-28T22:00:00Z"))).toBe("Sun, Nov 28, 11:00 PM");
  // As a day: the last one on which one can still answer.
  expect(formatDeadline(berlin, midnight, "day")).toBe("Sun, Nov 28");
  expect(formatDeadline(berlin, new Date("2027-11-28T23:01:00Z"), "day")).toBe("Mon, Nov 29");
  // Clocks that go forward at midnight begin the day at one.
  expect(formatDeadline({ ...berlin, timeZone: "Africa/Cairo" }, new Date("2027-04-29T22:00:00Z"))).toBe("the end of Thu, Apr 29");
  // The year is that of the day that is named.
  expect(formatDeadline(berlin, new Date("2027-12-31T23:00:00Z"))).toBe("the end of Fri, Dec 31");
});

test("another year is named, this one is not", () => {
  const reader = { language: "en", timeZone: "UTC", now } as const;
  expect(formatTime(reader, new Date("2026-12-24T12:00:00Z"), "day")).toBe("Thu, Dec 24, 2026");
  expect(formatTime(reader, new Date("2027-12-24T12:00:00Z"), "day")).toBe("Fri, Dec 24");
});

test("a calendar day is the same day everywhere", () => {
  expect(formatDay("en", "2027-02-01")).toBe("Monday, February 1, 2027");
});

test("how long until, or since", () => {
  const reader = { language: "en", timeZone: "UTC", now } as const;
  expect(formatRelative(reader, new Date("2027-02-06T09:30:00Z"))).toBe("in 3 days");
  expect(formatRelative(reader, new Date("2027-02-02T08:30:00Z"))).toBe("yesterday");
  expect(formatRelative(reader, new Date("2027-02-03T09:29:50Z"))).toBe("now");
  expect(formatRelative({ ...reader, language: "ar" }, new Date("2027-02-05T09:30:00Z"))).toBe("بعد الغد");
});

test("yesterday is a day of the calendar, in the reader's time zone", () => {
  const twentyFiveHoursBefore = new Date("2027-02-02T08:30:00Z");
  const justAfterMidnight = { language: "en", timeZone: "Pacific/Pago_Pago", now: new Date("2027-02-03T11:30:00Z") } as const;
  expect(formatRelative(justAfterMidnight, new Date("2027-02-02T10:30:00Z"))).toBe("2 days ago");
  expect(formatRelative({ ...justAfterMidnight, timeZone: "UTC", now }, twentyFiveHoursBefore)).toBe("yesterday");
});

test("a list ends as sentences do", () => {
  expect(formatList("es", ["español", "inglés"])).toBe("español e inglés");
});

test("the week begins with Monday where days are counted", () => {
  expect(weekdayNames("en", "long")[0]).toBe("Monday");
  expect(weekdayNames("en", "long")[6]).toBe("Sunday");
});
