import { expect, test } from "vitest";
import { readRules } from "./read-rules.ts";

const good = {
  mentees: { id: "id", name: "name" },
  mentors: { id: "key", name: ["first", "last"], places: "places" },
  columns: {
    skills: { kind: "set", mentees: "wants", mentors: "gives" },
    grade: { kind: "scale", header: "grade", steps: ["low", "high"] },
    team: { kind: "choice", header: "team" },
    wish: { kind: "yes-no", mentees: "wish" },
  },
  must: [{ kind: "different", column: "team" }],
  should: [{ kind: "overlap", column: "skills", weight: 50, byWish: "wish" }],
  objective: { kind: "fair", column: "team" },
};

test("what is left out has its usual meaning", () => {
  const rules = readRules(JSON.stringify(good), "r.json");
  expect(rules.mentees).toEqual({ id: "id", name: ["name"] });
  expect(rules.mentors).toEqual({ id: "key", name: ["first", "last"], places: "places" });
  expect(rules.must).toEqual([{ kind: "different", column: "team", missing: "allow" }]);
  expect(rules.columns.get("skills")).toMatchObject({ mentees: "wants", mentors: "gives", separator: ";" });
  expect(rules).toMatchObject({ seed: "understory", objective: { kind: "fair", rule: "coverage", column: "team" }, locked: [] });
  expect(rules.candidates).toBeUndefined();
  const { objective, mentors } = readRules(JSON.stringify({ ...good, objective: undefined, mentors: { id: "key" }, seed: 7 }), "r.json");
  expect([objective, mentors.places]).toEqual([{ kind: "most-good" }, 1]);
});

test.each<[string, object]>([
  ["r.json: mentees.id is missing. Write a text in quotes", { mentees: {} }],
  [
    'columns.x.kind is "list". Write one of: "set", "choice", "scale", "hours", "yes-no".',
    { columns: { x: { kind: "list", header: "x" } } },
  ],
  ["columns.x.header is missing. Write the name of the column, or one for each side", { columns: { x: { kind: "set" } } }],
  ['Only a column of the kind "scale" has steps', { columns: { x: { kind: "set", header: "x", steps: ["a"] } } }],
  ['must[0].column is "teem". "columns" has no such name. Write one of: "team".', { must: [{ kind: "same", column: "teem" }] }],
  [
    'must[0].column is "team". That column is a choice, and "share-any" compares set or hours',
    { must: [{ kind: "share-any", column: "team" }] },
  ],
  ['must[0].missing is "perhaps". Write one of: "allow", "refuse".', { must: [{ kind: "same", column: "team", missing: "perhaps" }] }],
  ["must[0].atLeast is 1.5. Write a whole number from 0 up.", { must: [{ kind: "at-least-shared", column: "skills", atLeast: 1.5 }] }],
  ["must[0].above is missing. Write a number.", { must: [{ kind: "rank-at-least", column: "grade" }] }],
  ["should[0].weight is 101. Write a number from 0 to 100.", { should: [{ kind: "same", column: "team", weight: 101 }] }],
  ['should[0].byWish is "team". Write the name of one', { should: [{ kind: "same", column: "team", weight: 1, byWish: "team" }] }],
  [
    "That column names only one side",
    { columns: { one: { kind: "choice", mentees: "a" } }, must: [{ kind: "same", column: "one" }], should: [], objective: "most-good" },
  ],
  ["mustt is [].", { mustt: [] }],
  ['locked[0] is ["a"]. Write two ids', { locked: [["a"]] }],
  ['objective is "best". Write one of: "most-good", "most-people".', { objective: "best" }],
  ["objective.choices is missing", { objective: { kind: "top-choices" } }],
  ['objective.column is "skills". Write the name', { objective: { kind: "fair", column: "skills" } }],
  ["candidates.perMentee is 0. Write a whole number from 1 up.", { candidates: { perMentee: 0 } }],
])("the field is named: %s", (sentence, changed) => {
  expect(() => readRules(JSON.stringify({ ...good, ...changed }), "r.json")).toThrow(sentence);
});

test("where the file is no JSON, the line is named", () => {
  expect(() => readRules('{\n  "mentees": { "id": "a" }\n  "mentors": {}\n}', "r.json")).toThrow(
    "r.json, line 3, column 3: this is no JSON",
  );
});
