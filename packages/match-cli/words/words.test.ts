/** What the numbers of the engine are called, to the letter. */
import { expect, test } from "vitest";
import { type Facts } from "../../matching-engine/index.ts";
import { readProject, type Project } from "../matching/project.ts";
import { readCsv } from "../files/read-csv.ts";
import { readRules } from "../rules/read-rules.ts";
import { factsInWords, strength } from "./pair-reasons.ts";
import { mustInWords } from "./rule-words.ts";
import { price } from "./unmatched-reasons.ts";

const rules = {
  mentees: { id: "Id" },
  mentors: { id: "Id" },
  columns: {
    skills: { kind: "set", header: "Skills", separator: "," },
    free: { kind: "hours", header: "Free" },
    team: { kind: "choice", header: "Team" },
    grade: { kind: "scale", header: "Grade", steps: ["low", "middle", "high"] },
    age: { kind: "scale", header: "Age" },
  },
  must: [
    { kind: "share-any", column: "skills" },
    { kind: "at-least-shared", column: "free", atLeast: 2, missing: "refuse" },
    { kind: "same", column: "team" },
    { kind: "different", column: "team", missing: "refuse" },
    { kind: "rank-at-least", column: "grade", above: 0 },
    { kind: "rank-at-least", column: "age", above: -3, missing: "refuse" },
  ],
};
const sheet = (file: string) =>
  readCsv("Id;Skills;Free;Team;Grade;Age\na;law, maths;Mon 9-12;Red;low;20\nb;maths;Mon 9-10;Blue;high;30\n", file);
const project: Project = readProject(readRules(JSON.stringify(rules), "rules.json"), {
  mentees: sheet("mentees.csv"),
  mentors: sheet("mentors.csv"),
});

test("what a must rule asks for", () => {
  expect([0, 1, 2, 3, 4, 5, 6].map((rule) => mustInWords(project, rule))).toEqual([
    'something in common in "skills"',
    '2 or more in common in "free", and an answer',
    'the same "team"',
    'another "team", and an answer',
    'a mentor 0 or more above in "grade"',
    'a mentor no more than 3 below in "age", and an answer',
    "being kept apart (forbidden, or the same person)",
  ]);
});

test.each<[string, Facts, string]>([
  ["skills", { kind: "missing", mentee: true, mentor: true }, "skills: no answer of both"],
  ["skills", { kind: "missing", mentee: true, mentor: false }, "skills: no answer of the mentee"],
  ["skills", { kind: "missing", mentee: false, mentor: true }, "skills: no answer of the mentor"],
  ["skills", { kind: "elements", shared: [], wanted: 2 }, "skills: nothing in common"],
  ["skills", { kind: "elements", shared: [0, 1], wanted: 3 }, "skills: law, maths (2 of 3)"],
  ["free", { kind: "elements", shared: [9, 10], wanted: 3 }, "free: Mon 9-11"],
  ["team", { kind: "codes", mentee: 0, mentor: 0 }, "team: both Red"],
  ["team", { kind: "codes", mentee: 0, mentor: 1 }, "team: Red and Blue"],
  ["grade", { kind: "values", mentee: 1, mentor: 1 }, "grade: both middle"],
  ["grade", { kind: "values", mentee: 0, mentor: 2 }, "grade: low and high"],
  ["age", { kind: "values", mentee: 20, mentor: 30 }, "age: 20 and 30"],
  ["age", { kind: "listed", listed: true }, "these two are kept apart"],
  ["age", { kind: "listed", listed: false }, ""],
])("what two people have answered: %s %j", (column, facts, words) => {
  expect(factsInWords(project, column, facts)).toBe(words);
});

test("what a place would cost, and whom", () => {
  expect(
    [
      [0, 0],
      [150, 1],
      [-2_500, 2],
      [100, -1],
    ].map(([cost, fewerPeople]) => price({ cost: cost!, fewerPeople: fewerPeople! })),
  ).toEqual([
    " (at no loss in total)",
    " (at a loss of 1.5 in total, and 1 fewer would be matched)",
    " (with 25 more in total, and 2 fewer would be matched)",
    " (at a loss of 1 in total, and 1 more would be matched)",
  ]);
  expect([0, 10_000, 6_000, 3_333, 50, 5].map(strength)).toEqual(["0", "100", "60", "33.33", "0.5", "0.05"]);
});
