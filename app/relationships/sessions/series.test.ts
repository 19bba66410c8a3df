import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { localAt, momentAt, occurrences, repeatKinds, type Series } from "./series.ts";

const series = (its: Partial<Series>): Series => ({
  repeats: "weekly",
  startsOn: "2027-03-18",
  localTime: "18:00",
  timeZone: "Europe/Berlin",
  untilOn: null,
  ...its,
});
const days = (its: Partial<Series>, until: string, after: string | null = null): string[] =>
  occurrences(series(its), after, until).map(({ occursOn }) => occursOn);
const utc = (its: Partial<Series>, until: string): string[] =>
  occurrences(series(its), null, until).map(({ startsAt }) => startsAt.toISOString().slice(0, 16));

test("a weekly session stays at six in the evening when clocks change, in both directions and on both halves of the earth", () => {
  expect(utc({}, "2027-04-01")).toEqual(["2027-03-18T17:00", "2027-03-25T17:00", "2027-04-01T16:00"]);
  expect(utc({ startsOn: "2027-10-28" }, "2027-11-04")).toEqual(["2027-10-28T16:00", "2027-11-04T17:00"]);
  expect(utc({ timeZone: "America/New_York", startsOn: "2027-03-11" }, "2027-03-18")).toEqual(["2027-03-11T23:00", "2027-03-18T22:00"]);
  expect(utc({ timeZone: "Australia/Sydney", startsOn: "2027-03-31" }, "2027-04-07")).toEqual(["2027-03-31T07:00", "2027-04-07T08:00"]);
  expect(utc({ timeZone: "Asia/Kolkata" }, "2027-04-01")).toEqual(["2027-03-18T12:30", "2027-03-25T12:30", "2027-04-01T12:30"]);
});

test("where clocks jump over the time it is as much later, and where they show it twice the first counts", () => {
  expect(momentAt("2027-03-28", "02:30", "Europe/Berlin").toISOString()).toBe("2027-03-28T01:30:00.000Z");
  expect(momentAt("2027-10-31", "02:30", "Europe/Berlin").toISOString()).toBe("2027-10-31T00:30:00.000Z");
});

test("monthly on the 31st is on the last day of shorter months, the leap day too", () => {
  expect(days({ repeats: "monthly-day", startsOn: "2028-01-31" }, "2028-05-31")).toEqual([
    "2028-01-31",
    "2028-02-29",
    "2028-03-31",
    "2028-04-30",
    "2028-05-31",
  ]);
  expect(days({ repeats: "monthly-day", startsOn: "2028-02-29" }, "2029-03-31").slice(-2)).toEqual(["2029-02-28", "2029-03-29"]);
});

test("monthly on the third Thursday stays on it, and the fifth is the last", () => {
  expect(days({ repeats: "monthly-weekday" }, "2027-06-30")).toEqual(["2027-03-18", "2027-04-15", "2027-05-20", "2027-06-17"]);
  expect(days({ repeats: "monthly-weekday", startsOn: "2027-04-29" }, "2027-07-31")).toEqual([
    "2027-04-29",
    "2027-05-27",
    "2027-06-24",
    "2027-07-29",
  ]);
});

test("it ends with its last day, and goes on after the one that was made last", () => {
  expect(days({ untilOn: "2027-03-31" }, "2027-12-31")).toEqual(["2027-03-18", "2027-03-25"]);
  expect(days({ repeats: "fortnightly" }, "2027-04-20", "2027-03-18")).toEqual(["2027-04-01", "2027-04-15"]);
});

test("whatever repeats keeps its time of day on its own clock, in any zone and year", () => {
  const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca", "Pacific/Apia", "UTC"];
  fc.assert(
    fc.property(
      fc.constantFrom(...repeatKinds),
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 0, max: 23 }),
      (repeats, timeZone, offset, hour) => {
        const startsOn = Temporal.PlainDate.from("2026-01-01").add({ days: offset }).toString();
        const localTime = `${String(hour).padStart(2, "0")}:30`;
        const until = Temporal.PlainDate.from(startsOn).add({ months: 14 }).toString();
        const all = occurrences({ repeats, startsOn, localTime, timeZone, untilOn: null }, null, until);
        for (const { occursOn, startsAt } of all) {
          const local = localAt(startsAt, timeZone);
          // Only in an hour that does not exist there is it later.
          const exists = Temporal.PlainDateTime.from(`${occursOn}T${localTime}`)
            .toZonedDateTime(timeZone)
            .toPlainTime()
            .toString()
            .startsWith(localTime);
          if (exists) expect(local).toEqual({ day: occursOn, time: localTime });
        }
        expect(all[0]?.occursOn).toBe(startsOn);
        expect(new Set(all.map(({ occursOn }) => occursOn)).size).toBe(all.length);
        expect(all.length).toBeGreaterThanOrEqual(14);
      },
    ),
    { numRuns: 200 },
  );
});
