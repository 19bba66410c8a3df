import type { Sheet } from "../files/read-csv.ts";
import { hoursOfWeek } from "../people/hours-of-week.ts";
import { fold, splitCell } from "../people/answers.ts";
import type { Role } from "../people/people.ts";

/**
 * A first rules file from two spreadsheets, to be read and changed: columns of the same name on both sides are compared by what
 * their cells look like. It guesses, and knows nothing about the program.
 */
export function suggestRules(sheets: Record<Role, Sheet>): string {
  const columns: Record<string, unknown> = {};
  const must: unknown[] = [];
  const should: unknown[] = [];
  const sides = { mentees: sideOf(sheets.mentees), mentors: sideOf(sheets.mentors) };
  const identity = new Set([sides.mentees, sides.mentors].flatMap(({ id, name }) => [id, ...name]).map(fold));
  for (const header of sheets.mentees.header) {
    const other = sheets.mentors.header.find((one) => fold(one) === fold(header));
    if (header === "" || other === undefined || identity.has(fold(header))) continue;
    const cells = [...cellsOf(sheets.mentees, header), ...cellsOf(sheets.mentors, other)].filter((cell) => cell !== "");
    const guess = guessColumn(cells);
    if (!guess) continue;
    columns[header] = { ...guess, ...(other === header ? { header } : { mentees: header, mentors: other }) };
    if (guess.kind === "hours") {
      must.push({ kind: "at-least-shared", column: header, atLeast: 1, missing: "allow" });
      should.push({ kind: "shared-count", column: header, enough: 4, weight: 40 });
    } else if (guess.kind === "set") {
      if (/language/i.test(header)) must.push({ kind: "share-any", column: header, missing: "allow" });
      should.push({ kind: "overlap", column: header, weight: 60 });
    } else if (guess.kind === "scale") should.push({ kind: "closeness", column: header, weight: 20 });
    else if (/organi[sz]ation|department|employer|company|team/i.test(header))
      must.push({ kind: "different", column: header, missing: "allow" });
    else should.push({ kind: "same", column: header, weight: 30 });
  }
  const places = sheets.mentors.header.find((header) => /capacity|places|how many|max.*mentees/i.test(header));
  const rules = {
    mentees: sides.mentees,
    mentors: { ...sides.mentors, places: places ?? 1 },
    columns,
    must,
    should,
    locked: [],
    forbidden: [],
    objective: "most-good",
    seed: "first round",
  };
  return `${JSON.stringify(rules, undefined, 2)}\n`;
}

function sideOf(sheet: Sheet): { id: string; name: string[] } {
  const isUnique = (header: string) => {
    const cells = cellsOf(sheet, header);
    return cells.every((cell) => cell !== "") && new Set(cells).size === cells.length;
  };
  const unique = sheet.header.filter((header) => header !== "" && isUnique(header));
  const id = unique.find((header) => /\bid\b|number|key/i.test(header)) ?? unique.find((header) => /e-?mail/i.test(header)) ?? unique[0];
  const name = sheet.header.filter((header) => header !== id && /^((first|last|given|family|full|sur)[ _-]?)?name$/i.test(header));
  return { id: id ?? "WRITE HERE the column in which everyone has another value", name };
}

function cellsOf({ header, rows }: Sheet, name: string): string[] {
  const at = header.indexOf(name);
  return rows.map(({ cells }) => cells[at] ?? "");
}

type Guess = { readonly kind: "hours" | "set" | "scale" | "choice"; readonly separator?: string };

/** What the cells of a column look like; nothing where each says something else, as in a biography. */
function guessColumn(cells: readonly string[]): Guess | null {
  const few = (words: readonly string[]) => new Set(words.map(fold)).size <= Math.max(2, Math.min(300, words.length / 3));
  // Who says yes to both has not said that they fit.
  if (cells.length < 2 || cells.every((cell) => /^(yes|no|true|false)$/i.test(cell))) return null;
  if (cells.every((cell) => (hoursOfWeek(cell)?.length ?? 0) > 0)) return { kind: "hours" };
  if (cells.every((cell) => /^-?\d+([.,]\d+)?$/.test(cell))) return new Set(cells).size > 2 ? { kind: "scale" } : { kind: "choice" };
  for (const separator of [";", "|", ",", "/"]) {
    const parts = cells.map((cell) => splitCell(cell, separator));
    const several = parts.filter(({ length }) => length > 1).length;
    if (several >= cells.length / 10 && few(parts.flat()) && parts.flat().every((word) => word.length <= 60))
      return { kind: "set", separator };
  }
  const shortened = cells.filter((cell) => cell.length <= 60);
  return shortened.length === cells.length && few(cells) && new Set(cells.map(fold)).size > 1 ? { kind: "choice" } : null;
}
