import { expect, test } from "vitest";
import { readCsv } from "../files/read-csv.ts";
import { suggestRules } from "./suggest-rules.ts";

/** Columns as lists of cells, first the name. */
function sheet(file: string, ...columns: readonly (readonly string[])[]) {
  const rows = columns[0]!.map((_, row) => columns.map((column) => `"${column[row]}"`).join(";"));
  return readCsv(`${rows.join("\n")}\n`, file);
}
const suggested = (mentees: readonly (readonly string[])[], mentors: readonly (readonly string[])[]) =>
  JSON.parse(suggestRules({ mentees: sheet("mentees.csv", ...mentees), mentors: sheet("mentors.csv", ...mentors) }));

const six = (name: string, ...cells: readonly string[]) => [name, ...Array.from({ length: 6 }, (_, k) => cells[k % cells.length]!)];
const ids = (name: string, letter: string) => [name, ...Array.from({ length: 6 }, (_, k) => `${letter}${k}`)];

test("columns of one name are compared by what their cells look like", () => {
  const both = [
    six("Free", "Mon 9-12", "Tue 10-11"),
    six("Languages", "en, fr", "en"),
    six("Skills", "law; maths", "maths"),
    six("Years", "1", "2,5", "3"),
    six("Floor", "1", "2"),
    six("Team", "red", "blue"),
    six("City", "Bern", "Basel"),
    six("Agreed", "yes", "no"),
    ids("About", "words that nobody else says "),
  ];
  expect(
    suggested(
      [ids("Id", "p"), ...both],
      [ids("Id", "m"), six("Max mentees", "2"), ...both.map(([name, ...cells]) => [name!.toUpperCase(), ...cells])],
    ),
  ).toEqual({
    mentees: { id: "Id", name: [] },
    mentors: { id: "Id", name: [], places: "Max mentees" },
    columns: {
      Free: { kind: "hours", mentees: "Free", mentors: "FREE" },
      Languages: { kind: "set", separator: ",", mentees: "Languages", mentors: "LANGUAGES" },
      Skills: { kind: "set", separator: ";", mentees: "Skills", mentors: "SKILLS" },
      Years: { kind: "scale", mentees: "Years", mentors: "YEARS" },
      Floor: { kind: "choice", mentees: "Floor", mentors: "FLOOR" },
      Team: { kind: "choice", mentees: "Team", mentors: "TEAM" },
      City: { kind: "choice", mentees: "City", mentors: "CITY" },
    },
    must: [
      { kind: "at-least-shared", column: "Free", atLeast: 1, missing: "allow" },
      { kind: "share-any", column: "Languages", missing: "allow" },
      { kind: "different", column: "Team", missing: "allow" },
    ],
    should: [
      { kind: "shared-count", column: "Free", enough: 4, weight: 40 },
      { kind: "overlap", column: "Languages", weight: 60 },
      { kind: "overlap", column: "Skills", weight: 60 },
      { kind: "closeness", column: "Years", weight: 20 },
      { kind: "same", column: "Floor", weight: 30 },
      { kind: "same", column: "City", weight: 30 },
    ],
    locked: [],
    forbidden: [],
    objective: "most-good",
    seed: "first round",
  });
});

test("people are told apart by an id, else by an address, else by whatever is different for each; names are their names", () => {
  const name = ids("First name", "n");
  const of = (...columns: string[][]) => suggested(columns, [ids("Key", "m"), six("Surname", "a"), six("NAME", "b"), ids("Email", "e")]);
  expect(of(name, ids("E-Mail", "e"), ids("Person number", "i")).mentees).toEqual({ id: "Person number", name: ["First name"] });
  expect(of(name, ids("E-Mail", "e")).mentees).toEqual({ id: "E-Mail", name: ["First name"] });
  expect(of(name, six("Name of pet", "a")).mentees).toEqual({ id: "First name", name: [] });
  expect(of(six("Name", "a")).mentees).toEqual({ id: "WRITE HERE the column in which everyone has another value", name: ["Name"] });
  expect(of(name).mentors).toEqual({ id: "Key", name: ["Surname", "NAME"], places: 1 });
});
