import { Failure } from "../failure.ts";
import { Field } from "./field.ts";
import { columnKinds, type ColumnPlan, type Must, type Objective, type Rules, type Should, type Side } from "./rules.ts";

/** @throws {Failure} that names the line or the field and says what to write there */
export function readRules(text: string, file: string): Rules {
  const all = new Field(parse(text, file), file).fields(
    "mentees",
    "mentors",
    "columns",
    "must",
    "should",
    "locked",
    "forbidden",
    "objective",
    "seed",
    "candidates",
    "preferences",
  );
  const columns = new Map(all.columns.entries().map(([name, field]) => [name, readColumn(field)]));
  const mentors = all.mentors.fields("id", "name", "places");
  return {
    mentees: readSide(all.mentees.fields("id", "name")),
    mentors: {
      ...readSide(mentors),
      places: typeof mentors.places.value === "string" ? mentors.places.text() : mentors.places.number({ least: 0, whole: true }, 1),
    },
    columns,
    must: all.must.list().map((field) => readMust(field, columns)),
    should: all.should.list().map((field) => readShould(field, columns)),
    locked: all.locked.list().map(readPair),
    forbidden: all.forbidden.list().map(readPair),
    objective: readObjective(all.objective, columns),
    seed: typeof all.seed.value === "number" ? String(all.seed.value) : all.seed.text("understory"),
    candidates: readCandidates(all.candidates),
    preferences: readPreferences(all.preferences),
  };
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const { message } = error as SyntaxError;
    const at = /position (\d+)/.exec(message)?.[1];
    const before = at === undefined ? undefined : text.slice(0, Number(at)).split("\n");
    const where = before ? `, line ${before.length}, column ${before.at(-1)!.length + 1}` : "";
    throw new Failure("badInput", `${file}${where}: this is no JSON (${message}). Often a comma or a quote is missing or too many.`);
  }
}

function readSide({ id, name }: Record<"id" | "name", Field>): Side {
  return { id: id.text(), name: typeof name.value === "string" ? [name.text()] : name.texts() };
}

function readColumn(field: Field): ColumnPlan {
  const { kind, header, mentees, mentors, separator, steps, yes, empty } = field.fields(
    "kind",
    "header",
    "mentees",
    "mentors",
    "separator",
    "steps",
    "yes",
    "empty",
  );
  const read = kind.oneOf(columnKinds);
  const both = header.isThere ? header.text() : undefined;
  const named = (side: Field) => (side.isThere ? side.text() : both);
  if (!both && !mentees.isThere && !mentors.isThere)
    header.refuse('Write the name of the column, or one for each side as "mentees" and "mentors".');
  if (steps.isThere && read !== "scale") steps.refuse('Only a column of the kind "scale" has steps.');
  return {
    kind: read,
    mentees: named(mentees),
    mentors: named(mentors),
    separator: separator.text(";"),
    steps: steps.isThere ? steps.texts() : undefined,
    yes: yes.isThere ? yes.texts() : ["yes", "y", "true", "1", "x"],
    empty: empty.texts(),
  };
}

type Columns = ReadonlyMap<string, ColumnPlan>;

const kindsFor = {
  "share-any": ["set", "hours"],
  "at-least-shared": ["set", "hours"],
  same: ["choice"],
  different: ["choice"],
  "rank-at-least": ["scale"],
  overlap: ["set", "hours"],
  closeness: ["scale"],
  "shared-count": ["set", "hours"],
} as const;

function readMust(field: Field, columns: Columns): Must {
  const of = field.fields("kind", "column", "missing", "atLeast", "above");
  const kind = of.kind.oneOf(["share-any", "at-least-shared", "same", "different", "rank-at-least"]);
  const base = { column: columnFor(of.column, kind, columns), missing: of.missing.oneOf(["allow", "refuse"], "allow") };
  if (kind === "at-least-shared") return { ...base, kind, atLeast: of.atLeast.number({ least: 0, whole: true }) };
  if (kind === "rank-at-least") return { ...base, kind, above: of.above.number({ least: -Infinity }) };
  return { ...base, kind };
}

function readShould(field: Field, columns: Columns): Should {
  const of = field.fields("kind", "column", "weight", "byWish", "range", "enough");
  const kind = of.kind.oneOf(["overlap", "same", "closeness", "shared-count"]);
  const base = {
    column: columnFor(of.column, kind, columns),
    weight: of.weight.number({ least: 0, most: 100 }),
    byWish: of.byWish.isThere ? of.byWish.text() : undefined,
  };
  const wish = base.byWish === undefined ? undefined : columns.get(base.byWish);
  if (base.byWish !== undefined && (wish?.kind !== "yes-no" || wish.mentees === undefined)) {
    of.byWish.refuse('Write the name of one of the "columns" of the kind "yes-no" that the mentees have.');
  }
  if (kind === "closeness") return { ...base, kind, range: of.range.isThere ? of.range.number({ least: Number.MIN_VALUE }) : undefined };
  if (kind === "shared-count") return { ...base, kind, enough: of.enough.number({ least: 1, whole: true }) };
  return { ...base, kind };
}

function columnFor(field: Field, rule: keyof typeof kindsFor, columns: Columns): string {
  const name = field.text();
  const plan = columns.get(name);
  const kinds: readonly string[] = kindsFor[rule];
  const fitting = [...columns].flatMap(([other, { kind }]) => (kinds.includes(kind) ? [`"${other}"`] : []));
  const choose =
    fitting.length > 0 ? `Write one of: ${fitting.join(", ")}.` : `Add a column of the kind ${kinds.join(" or ")} to "columns".`;
  if (!plan) return field.refuse(`"columns" has no such name. ${choose}`);
  if (!kinds.includes(plan.kind))
    return field.refuse(`That column is a ${plan.kind}, and "${rule}" compares ${kinds.join(" or ")}. ${choose}`);
  if (plan.mentees === undefined || plan.mentors === undefined) return field.refuse("That column names only one side. Give it both.");
  return name;
}

function readPair(field: Field): readonly [string, string] {
  const ids = field.texts();
  if (ids.length !== 2) return field.refuse('Write two ids: ["the mentee\'s", "the mentor\'s"].');
  return [ids[0]!, ids[1]!];
}

function readObjective(field: Field, columns: Columns): Objective {
  if (!field.isThere || typeof field.value === "string") return { kind: field.oneOf(["most-good", "most-people"], "most-good") };
  const of = field.fields("kind", "proposing", "ties", "rule", "column", "points", "strength", "choices");
  const kind = of.kind.oneOf(["most-good", "most-people", "stable", "fair", "top-choices"]);
  switch (kind) {
    case "stable":
      return {
        kind,
        proposing: of.proposing.oneOf(["mentees", "mentors"], "mentees"),
        ties: of.ties.oneOf(["lottery", "largest"], "lottery"),
      };
    case "fair": {
      const rule = of.rule.oneOf(["coverage", "parity", "floor"], "coverage");
      if (rule === "floor") return { kind, rule, strength: of.strength.number({ least: 0, most: 100 }) };
      const column = of.column.text();
      const plan = columns.get(column);
      if (plan?.kind !== "choice" || plan.mentees === undefined) {
        of.column.refuse('Write the name of one of the "columns" of the kind "choice" that says of the mentees in which group they are.');
      }
      return rule === "coverage" ? { kind, rule, column } : { kind, rule, column, points: of.points.number({ least: 0, most: 100 }, 5) };
    }
    case "top-choices":
      return { kind, choices: of.choices.number({ least: 1, whole: true }) };
    default:
      return { kind };
  }
}

function readCandidates(field: Field): Rules["candidates"] {
  if (!field.isThere) return undefined;
  if (field.value === "all") return "all";
  const { perMentee, perMentor } = field.fields("perMentee", "perMentor");
  return { perMentee: perMentee.number({ least: 1, whole: true }), perMentor: perMentor.number({ least: 0, whole: true }, 10) };
}

function readPreferences(field: Field): Rules["preferences"] {
  if (!field.isThere) return undefined;
  const { mentees, mentors, separator, unranked } = field.fields("mentees", "mentors", "separator", "unranked");
  const side = (named: Field) => (named.isThere ? named.text() : undefined);
  return {
    mentees: side(mentees),
    mentors: side(mentors),
    separator: separator.text(";"),
    unranked: unranked.oneOf(["last", "never"], "last"),
  };
}
