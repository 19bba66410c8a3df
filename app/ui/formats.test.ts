import { expect, test } from "vitest";
import { formatDay, formatList, formatRelative, formatTime, weekdayNames } from "./formats.ts";

const now = new Date("2027-02-03T09:30:00Z");

test("a moment is told in the reader's own time zone", () => {
  const at = new Date("2027-02-04T23:30:00Z");
  expect(formatTime({ language: "en", timeZone: "Africa/Lagos", now }, at, "moment")).toBe("Fri, Feb 5, 12:30 AM");
  expect(formatTime({ language: "es", timeZone: "America/Bogota", now }, at, "moment")).toBe("jue, 4 feb, 18:30");
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
