import { choiceColumn, type Column, flagColumn, scaleColumn, setColumn } from "../../matching-engine/index.ts";
import { Failure } from "../failure.ts";
import type { ColumnPlan } from "../rules/rules.ts";
import { hoursOfWeek, WEEK } from "./hours-of-week.ts";
import { columnAt, type PeopleList, type Role } from "./people.ts";

/** One kind of answer on both sides, as the engine compares it, and the words that its numbers stand for. */
export type Answers = {
  readonly plan: ColumnPlan;
  readonly mentees: Column | null;
  readonly mentors: Column | null;
  /** Elements of a set, options of a choice, or steps of a scale. */
  readonly words: readonly string[];
  /** From the least to the greatest answer of a scale; at least 1. */
  readonly span: number;
};

type Cell = { readonly text: string; readonly line: number };

/** @throws {Failure} for a header that is not there, or a cell that cannot be read */
export function readAnswers(name: string, plan: ColumnPlan, sides: Record<Role, PeopleList>): Answers {
  const words = new WordList(plan.steps ?? []);
  const cellsOf = (role: Role): Cell[] | null => {
    const header = plan[role];
    if (header === undefined) return null;
    const { sheet } = sides[role];
    const at = columnAt(sheet, header, `columns.${name}.${role}`);
    const empty = new Set(plan.empty.map(fold));
    return sheet.rows.map(({ line, cells }) => {
      const text = cells[at] ?? "";
      return { line, text: empty.has(fold(text)) ? "" : text };
    });
  };
  const [mentees, mentors] = [cellsOf("mentees"), cellsOf("mentors")];
  const refuse = (role: Role, { line, text }: Cell, what: string): never => {
    throw new Failure("badInput", `${sides[role].sheet.file}, line ${line}, "${plan[role]}": "${text}" ${what}`);
  };
  const read = (role: Role, cells: Cell[] | null): (() => Column) | null => {
    if (!cells) return null;
    switch (plan.kind) {
      case "set": {
        const sets = cells.map(({ text }) => splitCell(text, plan.separator).map((word) => words.numberOf(word)));
        // Packed only when the words of both sides are known.
        return () => setColumn(Math.max(1, words.list.length), sets);
      }
      case "hours": {
        const sets = cells.map(
          (cell) => hoursOfWeek(cell.text) ?? refuse(role, cell, "is no list of hours. Write it like this: Mon 9-12; Tue-Thu 18-20."),
        );
        return () => setColumn(WEEK, sets);
      }
      case "choice": {
        const codes = cells.map(({ text }) => (text === "" ? null : words.numberOf(text)));
        return () => choiceColumn(codes);
      }
      case "scale": {
        const values = cells.map((cell) => {
          if (cell.text === "") return null;
          if (!plan.steps)
            return (
              numberIn(cell.text) ?? refuse(role, cell, 'is no number. Mend the cell, or list the "steps" of this scale in the rules.')
            );
          const step = words.find(cell.text);
          return (
            step ??
            refuse(
              role,
              cell,
              `is none of the steps ${plan.steps.join(", ")}. Mend the cell, or add the step to the rules ("columns", "${name}").`,
            )
          );
        });
        return () => scaleColumn(values);
      }
      case "yes-no": {
        const yes = new Set(plan.yes.map(fold));
        return () => flagColumn(cells.map(({ text }) => yes.has(fold(text))));
      }
    }
  };
  const [packMentees, packMentors] = [read("mentees", mentees), read("mentors", mentors)];
  const [menteeColumn, mentorColumn] = [packMentees?.() ?? null, packMentors?.() ?? null];
  return { plan, mentees: menteeColumn, mentors: mentorColumn, words: words.list, span: spanOf(plan, menteeColumn, mentorColumn) };
}

/** The parts of a cell that holds several. */
export function splitCell(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

export function fold(word: string): string {
  return word.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}

function numberIn(text: string): number | null {
  const number = Number(/^-?\d+,\d+$/.test(text) ? text.replace(",", ".") : text);
  return Number.isFinite(number) ? number : null;
}

function spanOf(plan: ColumnPlan, ...columns: readonly (Column | null)[]): number {
  if (plan.steps) return Math.max(1, plan.steps.length - 1);
  let [least, greatest] = [Infinity, -Infinity];
  for (const column of columns) {
    if (column?.kind !== "scale") continue;
    for (const value of column.values) {
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
  }
  return greatest > least ? greatest - least : 1;
}

/** Words numbered in the order in which they first come, whatever their case. */
class WordList {
  readonly list: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(words: readonly string[]) {
    for (const word of words) this.numberOf(word);
  }

  find(word: string): number | undefined {
    return this.#numbers.get(fold(word));
  }

  numberOf(word: string): number {
    const known = this.find(word);
    if (known !== undefined) return known;
    this.#numbers.set(fold(word), this.list.length);
    return this.list.push(word) - 1;
  }
}
