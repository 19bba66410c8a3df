import type { Column, MatchObjective, MustRule, People, Scoring, ShouldRule } from "../../matching-engine/index.ts";
import { Failure } from "../failure.ts";
import type { Sheet } from "../files/read-csv.ts";
import { type Answers, readAnswers } from "../people/answers.ts";
import { type PeopleList, readPeople, readPlaces, type Role } from "../people/people.ts";
import type { Must, Rules, Should } from "../rules/rules.ts";

/** Two spreadsheets and their rules, as the engine takes them, and what is needed to turn its numbers back into words. */
export type Project = {
  readonly rules: Rules;
  readonly mentees: PeopleList;
  readonly mentors: PeopleList;
  readonly places: Int32Array;
  readonly answers: ReadonlyMap<string, Answers>;
  readonly scoring: Scoring;
  readonly locks: readonly { readonly mentee: number; readonly mentor: number }[];
};

/** @throws {Failure} where the rules do not fit the spreadsheets, or a cell cannot be read */
export function readProject(rules: Rules, sheets: Record<Role, Sheet>): Project {
  const mentees = readPeople(sheets.mentees, rules.mentees, "mentees");
  const mentors = readPeople(sheets.mentors, rules.mentors, "mentors");
  const answers = new Map([...rules.columns].map(([name, plan]) => [name, readAnswers(name, plan, { mentees, mentors })]));
  const numbered = (field: "locked" | "forbidden") =>
    rules[field].map(([mentee, mentor]) => ({
      mentee: personOf(mentees, mentee, field),
      mentor: personOf(mentors, mentor, field),
    }));
  const must = rules.must.map(mustRule);
  const never = [...numbered("forbidden"), ...themselves(mentees, mentors)];
  if (never.length > 0) must.push({ kind: "not-these", pairs: never });
  return {
    rules,
    mentees,
    mentors,
    places: readPlaces(mentors, rules.mentors.places),
    answers,
    scoring: {
      mentees: peopleOf("mentees", mentees.ids.length, answers),
      mentors: peopleOf("mentors", mentors.ids.length, answers),
      must,
      should: rules.should.map((rule) => shouldRule(rule, answers)),
    },
    locks: numbered("locked"),
  };
}

function personOf({ indexOf, sheet }: PeopleList, id: string, field: string): number {
  const person = indexOf.get(id);
  if (person === undefined)
    throw new Failure("badInput", `"${field}" in the rules names "${id}", who is not in ${sheet.file}. Take the pair out, or mend the id.`);
  return person;
}

/** Whoever is in both lists is never her own mentor. */
function themselves(mentees: PeopleList, mentors: PeopleList): { mentee: number; mentor: number }[] {
  return mentees.ids.flatMap((id, mentee) => {
    const mentor = mentors.indexOf.get(id);
    return mentor === undefined ? [] : [{ mentee, mentor }];
  });
}

function peopleOf(role: Role, count: number, answers: ReadonlyMap<string, Answers>): People {
  const columns: Record<string, Column> = {};
  for (const [name, of] of answers) if (of[role]) columns[name] = of[role];
  return { count, columns };
}

function mustRule(rule: Must): MustRule {
  const { column, ...rest } = rule;
  return { ...rest, mentee: column, mentor: column };
}

function shouldRule(rule: Should, answers: ReadonlyMap<string, Answers>): ShouldRule {
  const { column, ...rest } = rule;
  const compared = { mentee: column, mentor: column };
  if (rest.kind === "closeness") return { ...rest, ...compared, range: rest.range ?? answers.get(column)!.span };
  return { ...rest, ...compared };
}

const MOST_GROUPS = 1_000;

/** The objective of the rules, as the engine takes it. */
export function objectiveOf({ rules, answers }: Project): MatchObjective {
  const { objective } = rules;
  if (objective.kind !== "fair") return objective;
  if (objective.rule === "floor") return { kind: "fair", rule: "floor", floor: { least: Math.round(100 * objective.strength) } };
  const groups = answers.get(objective.column)!.mentees;
  const groupOf = groups?.kind === "choice" ? [...groups.codes] : [];
  if (groupOf.some((group) => group >= MOST_GROUPS)) {
    throw new Failure(
      "badInput",
      `"${objective.column}" has more than ${MOST_GROUPS} different answers. Choose a column with fewer groups to be fair to.`,
    );
  }
  return objective.rule === "coverage"
    ? { kind: "fair", rule: "coverage", groupOf }
    : { kind: "fair", rule: "parity", groupOf, points: objective.points };
}
