import { expect, test } from "vitest";
import { dueReminder, overlaps, type Reminded, settledOutcome, spanOf, type Told } from "./session.ts";

const at = (text: string): Date => new Date(`2027-02-${text}:00Z`);
const session = (its: Partial<Reminded> = {}): Reminded => ({
  ...spanOf(at("10T18:00"), 60),
  state: "agreed",
  agreedAt: at("01T12:00"),
  remindedDayAt: null,
  remindedHourAt: null,
  ...its,
});

test("two sessions that touch do not overlap", () => {
  expect(overlaps(spanOf(at("10T18:00"), 60), spanOf(at("10T19:00"), 60))).toBe(false);
  expect(overlaps(spanOf(at("10T18:00"), 61), spanOf(at("10T19:00"), 60))).toBe(true);
});

test("a reminder goes a day before and an hour before, and none for what is over", () => {
  expect(dueReminder(session(), at("09T17:59"))).toBeUndefined();
  expect(dueReminder(session(), at("09T18:00"))).toBe("day");
  expect(dueReminder(session({ remindedDayAt: at("09T18:00") }), at("10T16:59"))).toBeUndefined();
  expect(dueReminder(session({ remindedDayAt: at("09T18:00") }), at("10T17:00"))).toBe("hour");
  expect(dueReminder(session(), at("10T18:00"))).toBeUndefined();
  expect(dueReminder(session({ state: "cancelled" }), at("10T17:30"))).toBeUndefined();
});

test("after a sleep of two days only the nearer reminder goes", () => {
  expect(dueReminder(session(), at("10T17:30"))).toBe("hour");
  expect(dueReminder(session(), at("12T17:30"))).toBeUndefined();
});

test("what was agreed on a moment ago needs no reminder of a time that both know", () => {
  expect(dueReminder(session({ agreedAt: at("10T10:00") }), at("10T10:05"))).toBeUndefined();
  expect(dueReminder(session({ agreedAt: at("10T10:00") }), at("10T17:05"))).toBe("hour");
  expect(dueReminder(session({ agreedAt: at("10T17:30") }), at("10T17:35"))).toBeUndefined();
});

const told = (...said: [Told["role"], Told["outcome"]][]): Told[] => said.map(([role, outcome]) => ({ role, outcome }));

test("both sides saying the same settles it at once; one alone, or two that differ, wait", () => {
  expect(settledOutcome(told(["mentor", "held"], ["mentee", "held"]), 2, false)).toBe("held");
  expect(settledOutcome(told(["mentor", "held"]), 2, false)).toBeUndefined();
  expect(settledOutcome(told(["mentor", "held"], ["mentee", "missed"]), 2, false)).toBeUndefined();
  expect(settledOutcome(told(["mentor", "missed"]), 2, true)).toBe("missed");
  expect(settledOutcome(told(["mentor", "missed"], ["mentee", "held"]), 2, true)).toBe("held");
  expect(settledOutcome([], 2, true)).toBeUndefined();
});

test("in a group its mentor and one mentee are enough, as long as nobody says otherwise", () => {
  expect(settledOutcome(told(["mentor", "held"], ["mentee", "held"]), 6, false)).toBe("held");
  expect(settledOutcome(told(["mentee", "held"], ["mentee", "held"]), 6, false)).toBeUndefined();
  expect(settledOutcome(told(["mentor", "held"], ["mentee", "held"], ["mentee", "missed"]), 6, false)).toBeUndefined();
  expect(settledOutcome(told(["mentor", "missed"], ["mentee", "held"], ["mentee", "missed"]), 6, true)).toBe("missed");
});
