import { expect, test } from "vitest";
import { askingMoment, isFitDue, levelOf, nextPulseOn, pulseLines } from "./pulse.ts";

const setting = { pulseFirstDays: 30, pulseEveryDays: 60 };

test("the first pulse is asked after thirty days, each further one sixty days after the last; a leap day is a day", () => {
  expect(nextPulseOn({ begunOn: "2028-01-31", lastAskedOn: null }, setting)).toBe("2028-03-01");
  expect(nextPulseOn({ begunOn: "2027-01-31", lastAskedOn: null }, setting)).toBe("2027-03-02");
  expect(nextPulseOn({ begunOn: "2027-01-01", lastAskedOn: "2027-03-10" }, setting)).toBe("2027-05-09");
});

test("letters that ask leave from nine o'clock on", () => {
  expect(askingMoment(new Date("2027-03-10T08:59:00Z")).toISOString().slice(0, 10)).toBe("2027-03-09");
  expect(askingMoment(new Date("2027-03-10T09:00:00Z")).toISOString().slice(0, 10)).toBe("2027-03-10");
});

test("whether it fits is asked once they have met, and once more of who was undecided", () => {
  const first = { number: 1, fit: "unsure" as const, answeredOn: "2027-03-01" };
  expect(isFitDue([], false, "2027-03-01")).toBe(false);
  expect(isFitDue([], true, "2027-03-01")).toBe(true);
  expect(isFitDue([{ number: 1, fit: null, answeredOn: null }], true, "2028-03-01")).toBe(false);
  expect(isFitDue([{ ...first, fit: "yes" }], true, "2028-03-01")).toBe(false);
  expect(isFitDue([first], true, "2027-03-28")).toBe(false);
  expect(isFitDue([first], true, "2027-03-29")).toBe(true);
  expect(isFitDue([first, { number: 2, fit: "unsure", answeredOn: "2027-04-01" }], true, "2028-03-29")).toBe(false);
});

test("a level is the mean of what was answered, and of nothing nothing", () => {
  expect(levelOf({ heard: 5, onTrack: 2 })).toBe(3.5);
  expect(levelOf({})).toBeUndefined();
});

test("each side has a line; in a group the mentees' is their mean; they are apart where both have answered", () => {
  const askedAt = new Date("2027-03-01T09:00:00Z");
  const lines = pulseLines([
    { role: "mentor", number: 1, askedAt, level: 5 },
    { role: "mentee", number: 1, askedAt, level: 2 },
    { role: "mentee", number: 1, askedAt, level: 3 },
    { role: "mentor", number: 2, askedAt, level: 4 },
    { role: "mentee", number: 2, askedAt, level: null },
  ]);
  expect(lines).toEqual([
    { number: 1, askedAt, mentor: 5, mentee: 2.5, distance: 2.5 },
    { number: 2, askedAt, mentor: 4, mentee: undefined, distance: undefined },
  ]);
});
