import { expect, test } from "vitest";
import type { Question } from "../programs/question.ts";
import { ColumnLook } from "./columns.ts";
import { guessMapping } from "./guess-mapping.ts";
import { joinOptions, targetCode } from "./mapping.ts";
import { suggestKind } from "./suggest-question.ts";

const columnOf = (header: string, cells: readonly string[]) => {
  const look = new ColumnLook(header, cells.slice(0, 200));
  for (const cell of cells) look.add(cell);
  return look.result;
};
const repeated = (values: readonly string[], times: number): string[] =>
  Array.from({ length: times }, (_, at) => values[at % values.length]!);
const kindOf = (cells: readonly string[]) => suggestKind(columnOf("a column", cells))?.kind;

test("what a column holds says which question it makes", () => {
  expect(kindOf(repeated(["yes", "no"], 40))).toBe("choice");
  expect(kindOf(repeated(["Policy", "Security", "Human resources"], 40))).toBe("choice");
  expect(kindOf(repeated(["Gay, Deaf", "Deaf", "Gay", "Carer, Deaf, Gay", ""], 60))).toBe("choices");
  expect(kindOf(repeated(["1", "2", "3", "4", "5"], 40))).toBe("scale");
  expect(kindOf(Array.from({ length: 40 }, (_, at) => String(at * 37)))).toBe("number");
  expect(kindOf(Array.from({ length: 90 }, (_, at) => `I am number ${at}, and I would like to learn.`))).toBe("text");
  expect(kindOf(Array.from({ length: 90 }, (_, at) => `cc${at}`))).toBeUndefined();
  expect(kindOf(["", "", ""])).toBeUndefined();
});

test("a long file costs no more memory than a short one: many values are no options", () => {
  const column = columnOf(
    "id",
    Array.from({ length: 5000 }, (_, at) => `value ${at}`),
  );
  expect(column).toMatchObject({ filled: 5000, distinct: null });
  expect(column.samples).toHaveLength(3);
});

const grade: Question = {
  id: "00000000-0000-7000-8000-000000000001",
  kind: "scale",
  label: "Grade",
  help: "",
  askedOf: "mentors",
  options: ["EO", "HEO"],
  minimum: null,
  maximum: null,
  isRequired: false,
  shownTo: "coordinators",
};

test("memory goes before resemblance, fields and questions before a new one, and nothing is taken twice", () => {
  const rows = Array.from({ length: 20 }, (_, at) => [
    `p${at}@example.org`,
    `Person ${at}`,
    at % 2 ? "AA" : "HEO",
    at % 2 ? "yes" : "no",
    "red",
  ]);
  const headers = ["Contact", "Who", "grade", "both mentor and mentee", "team"];
  const guess = (memory: readonly [string, string][]) =>
    guessMapping({
      role: "mentee",
      columns: headers.map((header, at) =>
        columnOf(
          header,
          rows.map((row) => row[at]!),
        ),
      ),
      sampleRows: rows,
      questions: [grade],
      memory: new Map(memory),
    }).columns!;
  const first = guess([["who", "full-name"]]);
  expect(first.map(targetCode)).toEqual(["email", "full-name", `question:${grade.id}`, "new:choice", "new:choice"]);
  // What the question lacks is offered to it; who is both stays a remark.
  expect(first[2]).toMatchObject({ options: ["EO", "HEO", "AA"] });
  const remembered = guess([
    ["who", "full-name"],
    ["contact", "full-name"],
    ["team", "question:00000000-0000-7000-8000-00000000dead"],
    ["both mentor and mentee", "both-roles"],
  ]);
  expect(remembered.map(targetCode)).toEqual([
    "full-name",
    expect.not.stringMatching("full-name"),
    `question:${grade.id}`,
    "both-roles",
    "new:choice",
  ]);
});

test("options keep their wished order where all of them are named, and none that exists is lost", () => {
  expect(joinOptions(["a", "b"], ["b", "c", "a"])).toEqual(["b", "c", "a"]);
  expect(joinOptions(["a", "b"], ["c", "a"])).toEqual(["a", "b", "c"]);
  expect(joinOptions([], ["x"])).toEqual(["x"]);
});
