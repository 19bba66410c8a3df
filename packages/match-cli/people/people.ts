import { Failure } from "../failure.ts";
import type { Sheet } from "../files/read-csv.ts";
import type { Rules, Side } from "../rules/rules.ts";

export type Role = "mentees" | "mentors";

/** The people of one spreadsheet, in its order. */
export type PeopleList = {
  readonly sheet: Sheet;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
};

/** @throws {Failure} for a header that is not there, or people without an id or with the same one */
export function readPeople(sheet: Sheet, side: Side, role: Role): PeopleList {
  const idAt = columnAt(sheet, side.id, `${role}.id`);
  const nameAt = side.name.map((header) => columnAt(sheet, header, `${role}.name`));
  const indexOf = new Map<string, number>();
  const ids = sheet.rows.map(({ line, cells }, person) => {
    const id = cells[idAt] ?? "";
    if (id === "")
      throw new Failure("badInput", `${sheet.file}, line ${line}: nothing in "${side.id}". Give everyone an id, or take the line out.`);
    const other = indexOf.get(id);
    if (other !== undefined) {
      const lines = `lines ${sheet.rows[other]!.line} and ${line}`;
      throw new Failure(
        "badInput",
        `${sheet.file}, ${lines}: both have "${id}" in "${side.id}". Take one of the lines out, or choose another column as id.`,
      );
    }
    indexOf.set(id, person);
    return id;
  });
  const names = sheet.rows.map(({ cells }) =>
    nameAt
      .map((at) => cells[at] ?? "")
      .filter((part) => part !== "")
      .join(" "),
  );
  return { sheet, ids, names, indexOf };
}

/** Where a column stands. @param field the field of the rules file that names it */
export function columnAt({ file, header }: Sheet, name: string, field: string): number {
  const at = header.indexOf(name);
  if (at >= 0) return at;
  const alike = header.findIndex((other) => other.toLowerCase() === name.toLowerCase());
  if (alike >= 0) return alike;
  const there = header.filter((other) => other !== "").map((other) => `"${other}"`);
  throw new Failure("badInput", `${file} has no column "${name}" (${field} in the rules). It has: ${there.join(", ")}.`);
}

/** The places of each mentor; an empty cell is one place. */
export function readPlaces({ sheet }: PeopleList, places: Rules["mentors"]["places"]): Int32Array {
  if (typeof places === "number") return new Int32Array(sheet.rows.length).fill(places);
  const at = columnAt(sheet, places, "mentors.places");
  return Int32Array.from(sheet.rows, ({ line, cells }) => {
    const cell = cells[at] ?? "";
    if (cell === "") return 1;
    if (/^\d{1,6}$/.test(cell)) return Number(cell);
    throw new Failure(
      "badInput",
      `${sheet.file}, line ${line}, "${sheet.header[at]}": "${cell}" is no number of places. Write a whole number from 0 up.`,
    );
  });
}

/** How somebody is called on the screen. */
export function called({ ids, names }: PeopleList, person: number): string {
  return names[person] ? `${names[person]} (${ids[person]})` : ids[person]!;
}
