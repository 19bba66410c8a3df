import { expect, test } from "vitest";
import { hoursInWords, hoursOfWeek } from "./hours-of-week.ts";

test.each<[string, number[] | null]>([
  ["Mon 9-12", [9, 10, 11]],
  ["monday 9:00 - 11:00; Sun 22-24", [9, 10, 166, 167]],
  ["Tue-Wed 18-19", [42, 66]],
  ["Sun-Mon 8-9", [8, 152]],
  ["Fri 11pm-1am", [119, 120]],
  ["Sun 23-1", [0, 167]],
  ["Mon 9:30-11:30", [10]],
  ["mon. 12am–1am, mon 12pm to 1pm", [0, 12]],
  ["", []],
  ["Mon", null],
  ["M 9-12", null],
  ["Mon 9-9", null],
  ["Mon 9-25", null],
  ["Mon 24:30-3", null],
  ["Mon 13pm-2pm", null],
  ["now and then", null],
])("%j", (text, hours) => {
  expect(hoursOfWeek(text)).toEqual(hours);
});

test("hours are said as they are written, day by day", () => {
  expect(hoursInWords([9, 10, 11, 14, 23, 24, 167])).toBe("Mon 9-12, Mon 14-15, Mon 23-24, Tue 0-1, Sun 23-24");
  expect(hoursOfWeek(hoursInWords([9, 10, 11, 14, 23, 24, 167]))).toEqual([9, 10, 11, 14, 23, 24, 167]);
});
