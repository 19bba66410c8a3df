import { expect, test } from "vitest";
import { dayIn, dayNextYear, nameNextYear, stageOf } from "./program.ts";
import { strandedAnswers, vanishedOptions } from "./question-edit.ts";

test("a program goes from setting up over gathering and running to its end", () => {
  const program = { startsOn: "2027-02-01", endsOn: "2027-07-31", archivedAt: null };
  expect(stageOf(program, 0, "2027-01-10")).toBe("setting-up");
  expect(stageOf(program, 12, "2027-01-31")).toBe("gathering");
  expect(stageOf(program, 12, "2027-02-01")).toBe("running");
  expect(stageOf(program, 12, "2027-07-31")).toBe("running");
  expect(stageOf(program, 12, "2027-08-01")).toBe("ended");
  expect(stageOf({ ...program, startsOn: null, endsOn: null }, 12, "2027-08-01")).toBe("gathering");
  expect(stageOf({ ...program, archivedAt: new Date() }, 12, "2027-03-01")).toBe("archived");
});

test("a day begins when it begins in the organization's time zone", () => {
  const late = new Date("2027-01-31T23:30:00Z");
  expect(dayIn("UTC", late)).toBe("2027-01-31");
  expect(dayIn("Asia/Amman", late)).toBe("2027-02-01");
});

test("next year is one year on, in days and in names", () => {
  expect(dayNextYear("2027-02-01")).toBe("2028-02-01");
  expect(dayNextYear("2028-02-29")).toBe("2029-02-28");
  expect(nameNextYear("First Steps 2027", "2028-02-01")).toBe("First Steps 2028");
  expect(nameNextYear("Cohort 2027/28", "2028-02-01")).toBe("Cohort 2028/29");
  expect(nameNextYear("Cohort 2099–00", "2028-02-01")).toBe("Cohort 2100–01");
  expect(nameNextYear("Women in Law", "2028-02-01")).toBe("Women in Law 2028");
});

const use = {
  mentors: 3,
  mentees: 2,
  options: new Map([
    ["finance", 2],
    ["Law", 1],
  ]),
};

test("an option that people chose and that is gone has to be spoken of; a new word in its line is a guess", () => {
  expect(vanishedOptions(["finance", "Law", "Art"], ["Finance", "Law", "Art"], use)).toEqual([
    { option: "finance", answers: 2, field: "became-0", suggestion: "Finance" },
  ]);
  expect(vanishedOptions(["finance", "Law", "Art"], ["Law"], use)).toEqual([
    { option: "finance", answers: 2, field: "became-0", suggestion: undefined },
  ]);
  expect(vanishedOptions(["finance", "Law", "Art"], ["Law", "finance"], use)).toEqual([]);
});

test("answers of people who are no longer asked are counted", () => {
  expect([strandedAnswers("both", use), strandedAnswers("mentors", use), strandedAnswers("mentees", use)]).toEqual([0, 2, 3]);
});
