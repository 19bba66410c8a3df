import fc from "fast-check";
import { expect, test } from "vitest";
import { minutesAhead, partsOfHour, stretchOfDay, utcParts } from "./week-hours.ts";

const winter = new Date("2027-01-15T12:00:00Z");
const summer = new Date("2027-07-15T12:00:00Z");

test("the same hour on two clocks is the same hour", () => {
  // Monday 18:00 in Madrid and 17:00 in London.
  expect(utcParts([18], minutesAhead("Europe/Madrid", winter)!, 1)).toEqual(utcParts([17], minutesAhead("Europe/London", winter)!, 1));
});

test("summer time counts at the moment asked about", () => {
  expect(minutesAhead("Europe/Madrid", winter)).toBe(60);
  expect(minutesAhead("Europe/Madrid", summer)).toBe(120);
  // In the week between the two changes, New York is an hour closer to Madrid than usual.
  const between = new Date("2027-03-20T12:00:00Z");
  expect(minutesAhead("Europe/Madrid", between)! - minutesAhead("America/New_York", between)!).toBe(300);
  expect(minutesAhead("Europe/Madrid", winter)! - minutesAhead("America/New_York", winter)!).toBe(360);
});

test("a zone half an hour off cuts the week into half hours, and no hour in common is lost or made up", () => {
  const delhi = minutesAhead("Asia/Kolkata", winter)!;
  const kathmandu = minutesAhead("Asia/Kathmandu", winter)!;
  expect([delhi, kathmandu]).toEqual([330, 345]);
  expect(partsOfHour([0, 60])).toBe(1);
  expect(partsOfHour([0, delhi])).toBe(2);
  expect(partsOfHour([delhi, kathmandu])).toBe(4);
  // 18:00-19:00 in Delhi is 12:30-13:30 UTC.
  const there = new Set(utcParts([18], delhi, 2));
  expect(utcParts([12, 13], 0, 2).filter((part) => there.has(part))).toHaveLength(2);
  expect(utcParts([13], 0, 2).filter((part) => there.has(part))).toHaveLength(1);
});

test("the week is a ring: Sunday night here is Monday morning there", () => {
  expect(utcParts([167], -60, 1)).toEqual([0]);
  expect(utcParts([0], 60, 1)).toEqual([167]);
});

test("an unknown zone is no zone", () => expect(minutesAhead("Middle/Earth", winter)).toBeUndefined());

test("stretches of two days overlap by the nearness of two clocks, the short way round", () => {
  const quarters = fc.integer({ min: -48, max: 56 }).map((quarter) => quarter * 15);
  fc.assert(
    fc.property(quarters, quarters, fc.integer({ min: 1, max: 12 }), (a, b, hours) => {
      const difference = Math.abs(a - b) / 60;
      const apart = Math.min(difference % 24, 24 - (difference % 24));
      const other = new Set(stretchOfDay(b, hours));
      const shared = stretchOfDay(a, hours).filter((quarter) => other.has(quarter)).length / 4;
      expect(shared).toBeCloseTo(Math.max(0, hours - apart));
    }),
  );
});
