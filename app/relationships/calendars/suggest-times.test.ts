import fc from "fast-check";
import { expect, test } from "vitest";
import { localAt } from "../sessions/series.ts";
import { overlaps, spanOf } from "../sessions/session.ts";
import { type Availability, suggestTimes } from "./suggest-times.ts";

const monday = new Date("2027-03-22T00:00:00Z");
const wanted = { minutes: 60, count: 3, from: monday, days: 21 };
const week = (...hours: [day: number, ...hours: number[]][]): number[] =>
  hours.flatMap(([day, ...all]) => all.map((hour) => day * 24 + hour));
const person = (its: Partial<Availability>): Availability => ({ hours: [], timeZone: "Europe/Berlin", busy: [], ...its });
const texts = (people: Availability[], taken: { startsAt: Date; endsAt: Date }[] = [], more = {}): string[] =>
  suggestTimes(people, taken, { ...wanted, ...more }).map((at) => at.toISOString().slice(0, 16));

test("times that suit both, each on another day, over the change of clocks", () => {
  const both = [person({ hours: week([1, 18, 19], [6, 10]) }), person({ hours: week([1, 19, 20], [6, 9, 10]) })];
  expect(texts(both)).toEqual(["2027-03-23T18:00", "2027-03-28T08:00", "2027-03-30T17:00"]);
});

test("in two zones only the hours that are both's", () => {
  const berlin = person({ hours: week([1, 15, 16, 17, 18]) });
  const newYork = person({ timeZone: "America/New_York", hours: week([1, 12, 13, 14]) });
  // Until the clocks of Europe change the difference is five hours.
  expect(texts([berlin, newYork])).toEqual(["2027-03-23T16:00", "2027-03-30T16:00", "2027-04-06T16:00"]);
});

test("half hours of other clocks fit, too", () => {
  const kolkata = person({ timeZone: "Asia/Kolkata", hours: week([2, 18, 19]) });
  const berlin = person({ hours: week([2, 13, 14, 15]) });
  expect(texts([kolkata, berlin]).slice(0, 1)).toEqual(["2027-03-24T12:30"]);
});

test("what is busy or taken is left out, and who has said nothing is asked in working hours", () => {
  const busy = [{ startsAt: new Date("2027-03-23T17:00:00Z"), endsAt: new Date("2027-03-23T19:00:00Z") }];
  const one = person({ hours: week([1, 18, 19]), busy });
  expect(texts([one, person({ hours: week([1, 18, 19]) })])[0]).toBe("2027-03-30T16:00");
  const taken = [{ startsAt: new Date("2027-03-30T16:00:00Z"), endsAt: new Date("2027-03-30T17:00:00Z") }];
  expect(texts([one, one], taken)[0]).toBe("2027-03-30T17:00");
  expect(texts([person({}), person({})])[0]).toBe("2027-03-22T08:00");
});

test("where there is no time in common there is none", () => {
  expect(texts([person({ hours: week([1, 18]) }), person({ hours: week([2, 18]) })])).toEqual([]);
  expect(texts([person({ hours: week([1, 18]) })], [], { minutes: 61 })).toEqual([]);
  expect(texts([])).toEqual([]);
});

test("whatever is suggested suits everybody, overlaps nothing, and comes on days of its own", () => {
  const hours = fc.uniqueArray(fc.integer({ min: 0, max: 167 }), { minLength: 1, maxLength: 80 });
  const span = fc
    .tuple(fc.integer({ min: 0, max: 21 * 24 * 4 }), fc.integer({ min: 1, max: 40 }))
    .map(([at, quarters]) => spanOf(new Date(monday.getTime() + at * 900_000), quarters * 15));
  const people = fc.array(
    fc.record({
      hours,
      timeZone: fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Sydney"),
      busy: fc.array(span, { maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(people, fc.array(span, { maxLength: 5 }), fc.integer({ min: 1, max: 9 }), (all, taken, quarters) => {
      const minutes = quarters * 15;
      const found = suggestTimes(all, taken, { ...wanted, minutes });
      const days = found.map((at) => localAt(at, all[0]!.timeZone).day);
      expect(new Set(days).size).toBe(days.length);
      for (const at of found) {
        const one = spanOf(at, minutes);
        expect(taken.some((other) => overlaps(one, other))).toBe(false);
        for (const each of all) {
          expect(each.busy.some((other) => overlaps(one, other))).toBe(false);
          const last = new Date(one.endsAt.getTime() - 1);
          for (const moment of [one.startsAt, last]) {
            const local = localAt(moment, each.timeZone);
            const weekday = (new Date(`${local.day}T00:00:00Z`).getUTCDay() + 6) % 7;
            expect(each.hours).toContain(weekday * 24 + Number(local.time.slice(0, 2)));
          }
        }
      }
    }),
    { numRuns: 150 },
  );
});
