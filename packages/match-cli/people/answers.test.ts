import { expect, test } from "vitest";
import { Failure } from "../failure.ts";
import { readCsv } from "../files/read-csv.ts";
import type { ColumnPlan } from "../rules/rules.ts";
import { fold, readAnswers, splitCell } from "./answers.ts";
import { readPeople } from "./people.ts";

const plan = (kind: ColumnPlan["kind"], more: Partial<ColumnPlan> = {}): ColumnPlan => ({
  kind,
  mentees: "Answer",
  mentors: "Answer",
  separator: ",",
  steps: undefined,
  yes: ["yes", "x"],
  empty: ["n/a", "-"],
  ...more,
});
const list = (role: "mentees" | "mentors", cells: readonly string[]) => {
  const rows = cells.map((cell, k) => `${k};"${cell}"`);
  return readPeople(readCsv(["Id;Answer", ...rows, ""].join("\n"), `${role}.csv`), { id: "Id", name: [] }, role);
};
const read = (how: ColumnPlan, mentees: readonly string[], mentors: readonly string[] = ["-"]) =>
  readAnswers("answer", how, { mentees: list("mentees", mentees), mentors: list("mentors", mentors) });

test("words are numbered as they first come, whatever their case and spaces, and as they were first written", () => {
  const { mentees, mentors, words } = read(plan("set"), ["Law, maths", "N/A", "LAW"], ["art,  Maths ,", "law"]);
  expect(words).toEqual(["Law", "maths", "art"]);
  expect(mentees).toEqual({ kind: "set", width: 1, words: Uint32Array.of(0b011, 0, 0b001) });
  expect(mentors).toEqual({ kind: "set", width: 1, words: Uint32Array.of(0b110, 0b001) });
  const choice = read(plan("choice"), ["Red", "n/a", "blue"], ["BLUE", " - "]);
  expect([choice.mentees, choice.mentors, choice.words]).toEqual([
    { kind: "choice", codes: Int32Array.of(0, -1, 1) },
    { kind: "choice", codes: Int32Array.of(1, -1) },
    ["Red", "blue"],
  ]);
  expect(fold("  Ünter\t  WEGS ")).toBe("ünter wegs");
  expect(splitCell(" a ; ;b;", ";")).toEqual(["a", "b"]);
});

test("a scale has steps, or numbers with a point or a comma, and a span of at least 1", () => {
  const steps = read(plan("scale", { steps: ["low", "middle", "high"] }), ["LOW", "-"], ["high"]);
  expect([steps.mentees, steps.mentors, steps.words, steps.span]).toEqual([
    { kind: "scale", values: Float64Array.of(0, Number.NaN) },
    { kind: "scale", values: Float64Array.of(2) },
    ["low", "middle", "high"],
    2,
  ]);
  expect(read(plan("scale", { steps: ["one"] }), ["one"]).span).toBe(1);
  const numbers = read(plan("scale"), ["1,5", "-", "-3"], ["4.5"]);
  expect([numbers.mentees, numbers.mentors, numbers.span]).toEqual([
    { kind: "scale", values: Float64Array.of(1.5, Number.NaN, -3) },
    { kind: "scale", values: Float64Array.of(4.5) },
    7.5,
  ]);
  expect(read(plan("scale"), ["7"], ["7"]).span).toBe(1);
  expect(read(plan("scale"), ["-"]).span).toBe(1);
});

test("yes is what the rules say, and a side that is not named has no answers", () => {
  const flags = read(plan("yes-no", { mentors: undefined }), ["Yes", "no", "X", ""]);
  expect([flags.mentees, flags.mentors]).toEqual([{ kind: "flag", flags: Uint8Array.of(1, 0, 1, 0) }, null]);
  expect(read(plan("hours"), ["Mon 0-1", ""]).mentees).toMatchObject({ kind: "set", width: 6, words: { 0: 1, 6: 0 } });
});

test.each<[ColumnPlan, string, string]>([
  [plan("hours"), "often", 'mentees.csv, line 3, "Answer": "often" is no list of hours. Write it like this: Mon 9-12; Tue-Thu 18-20.'],
  [
    plan("scale"),
    "1,5,2",
    'mentees.csv, line 3, "Answer": "1,5,2" is no number. Mend the cell, or list the "steps" of this scale in the rules.',
  ],
  [
    plan("scale", { steps: ["a", "b"] }),
    "c",
    'mentees.csv, line 3, "Answer": "c" is none of the steps a, b. Mend the cell, or add the step to the rules ("columns", "answer").',
  ],
])("a cell that cannot be read is named: %j %s", (how, cell, message) => {
  expect(() => read(how, ["-", cell])).toThrow(new Failure("badInput", message));
});

test("a column that is not there is named, with the field and with those that are", () => {
  expect(() => read(plan("choice", { mentors: "Anser" }), ["a"])).toThrow(
    'mentors.csv has no column "Anser" (columns.answer.mentors in the rules). It has: "Id", "Answer".',
  );
  expect(read(plan("choice", { mentors: "ANSWER" }), ["a"], ["a"]).mentors).toEqual({ kind: "choice", codes: Int32Array.of(0) });
});
