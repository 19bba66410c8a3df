import type { Column, FlagColumn, People } from "./columns.ts";
import { type Scoring, ScoringError } from "./rules.ts";

/** Where a rule stands, for errors that name it. */
export type RulePlace = { readonly list: "must" | "should"; readonly index: number };
type ColumnOf<Kind extends Column["kind"]> = Extract<Column, { kind: Kind }>;

/** Flags are never missing, and no rule compares them. */
type Comparable = Exclude<Column, FlagColumn>;

/** The two columns that a rule compares, and who has no answer in them (1). */
export type BoundColumns<Compared extends Comparable = Comparable> = {
  readonly mentee: Compared;
  readonly mentor: Compared;
  readonly menteeMissing: Uint8Array;
  readonly mentorMissing: Uint8Array;
};

/** Finds the columns of a rule. @throws {ScoringError} where one does not exist, is of another kind, or has the wrong length */
export function bindColumns<Kind extends Comparable["kind"]>(
  scoring: Scoring,
  names: { readonly mentee: string; readonly mentor: string },
  kind: Kind,
  place: RulePlace,
): BoundColumns<ColumnOf<Kind>> {
  const mentee = findColumn(scoring.mentees, names.mentee, kind, "mentees", place);
  const mentor = findColumn(scoring.mentors, names.mentor, kind, "mentors", place);
  return {
    mentee,
    mentor,
    menteeMissing: missingIn(mentee, scoring.mentees.count),
    mentorMissing: missingIn(mentor, scoring.mentors.count),
  };
}

export function findColumn<Kind extends Column["kind"]>(
  people: People,
  name: string,
  kind: Kind,
  side: "mentees" | "mentors",
  place: RulePlace,
): ColumnOf<Kind> {
  const column = Object.hasOwn(people.columns, name) ? people.columns[name] : undefined;
  const where = `The ${place.list} rule ${place.index} uses the column "${name}" of the ${side}`;
  if (!column) throw new ScoringError(`${where}, which does not exist. Add the column or change the rule.`, place);
  if (column.kind !== kind) throw new ScoringError(`${where}, which is a ${column.kind}; this rule compares ${kind} columns.`, place);
  const length = lengthOf(column);
  if (length !== people.count) throw new ScoringError(`${where}, which has ${length} entries for ${people.count} people.`, place);
  return column as ColumnOf<Kind>;
}

function lengthOf(column: Column): number {
  if (column.kind === "set") return column.words.length / column.width;
  if (column.kind === "choice") return column.codes.length;
  return column.kind === "scale" ? column.values.length : column.flags.length;
}

function missingIn(column: Comparable, count: number): Uint8Array {
  const missing = new Uint8Array(count);
  if (column.kind === "set") {
    const { words, width } = column;
    missing.fill(1);
    for (let at = 0; at < words.length; at++) if (words[at] !== 0) missing[Math.floor(at / width)] = 0;
  } else if (column.kind === "choice") {
    for (let person = 0; person < count; person++) missing[person] = Number(column.codes[person]! < 0);
  } else {
    for (let person = 0; person < count; person++) missing[person] = Number(Number.isNaN(column.values[person]!));
  }
  return missing;
}
