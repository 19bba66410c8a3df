import { expect, test } from "vitest";
import { readHours, readList, readSkills } from "./card.ts";

test("hours of the week are read as one says them", () => {
  expect(readHours("Mon Wed 18-20, Sun 23-24")).toEqual([18, 19, 48 + 18, 48 + 19, 167]);
  expect(readHours("Sat-Mon 9-10")).toEqual([9, 5 * 24 + 9, 6 * 24 + 9]);
  expect(readHours("Tue 9-11, Tue 10-12")).toEqual([33, 34, 35]);
  expect(readHours()).toEqual([]);
  for (const wrong of ["18-20", "Mon", "Mon 20-18", "Mon 18-25", "Mond 18-20"])
    expect(() => readHours(wrong), wrong).toThrow(/names no hours/);
});

test("skills have a level, or none", () => {
  expect(readSkills("grant writing 4, saying no")).toEqual([
    { skill: "grant writing", level: 4 },
    { skill: "saying no", level: null },
  ]);
  expect(readList("المشي، الطبخ، فيروز")).toEqual(["المشي", "الطبخ", "فيروز"]);
});
