import { guessColumns, type CellKind, type ColumnTarget as Guessable } from "../../platform/spreadsheets/index.ts";
import { hasOptions, type Question, type QuestionKind } from "../programs/question.ts";
import { mostOptions } from "../programs/question-shape.ts";
import type { Column } from "./columns.ts";
import type { Role } from "./import.ts";
import { type ColumnTarget, joinOptions, type Mapping, rememberedTarget, repeated } from "./mapping.ts";
import { suggestQuestion } from "./suggest-question.ts";
import { fieldOf, fieldTargets, isFieldTarget } from "./targets.ts";

export const cellKinds: Readonly<Record<QuestionKind, CellKind>> = {
  choice: "choice",
  choices: "choices",
  scale: "scale",
  number: "number",
  text: "long-text",
  skills: "list",
  languages: "languages",
  availability: "availability",
};

const fieldGuessables = (role: Role): Guessable[] =>
  fieldTargets(role).map((target) => {
    const { kind, known, synonyms } = fieldOf(target);
    return { id: target, label: target.replaceAll("-", " "), kind, ...(known && { field: known }), ...(synonyms && { synonyms }) };
  });

const questionGuessables = (questions: readonly Question[]): Guessable[] =>
  questions.map(({ id, label, kind, options }) => ({
    id: `question:${id}`,
    label,
    kind: cellKinds[kind],
    ...(hasOptions(kind) && { options }),
  }));

/** The question with the options that the column has and it lacks. */
function withOptions(target: ColumnTarget, column: Column, questions: readonly Question[]): ColumnTarget {
  if (target.to !== "question") return target;
  const question = questions.find(({ id }) => id === target.questionId);
  if (!question || !hasOptions(question.kind)) return target;
  const found = (question.kind === "choices" ? (column.items ?? column.distinct) : column.distinct) ?? [];
  const known = new Set(question.options.map((option) => option.toLowerCase()));
  const lacking = found.filter((value) => !known.has(value.toLowerCase()));
  if (lacking.length === 0 || lacking.length + question.options.length > mostOptions) return target;
  return { ...target, options: joinOptions(question.options, lacking) };
}

export interface GuessFrom {
  readonly role: Role;
  readonly columns: readonly Column[];
  readonly sampleRows: readonly (readonly string[])[];
  readonly questions: readonly Question[];
  /** Header → what it was taken for the last time. */
  readonly memory: ReadonlyMap<string, string>;
}

/** What each column most likely is: what it was the last time, a field or question it resembles, or a question of its own. */
export function guessMapping({ role, columns, sampleRows, questions, memory }: GuessFrom): Mapping {
  const remembered = columns.map(({ header }) => rememberedTarget(memory.get(memoryKey(header)) ?? "", questions));
  for (const column of repeated(remembered.map((target) => target ?? { to: "nothing" }))) remembered[column] = undefined;
  const taken = new Set(
    remembered.flatMap((target) =>
      target?.to === "field" ? [target.field] : target?.to === "question" ? [`question:${target.questionId}`] : [],
    ),
  );
  const open = columns.flatMap((_, column) => (remembered[column] ? [] : [column]));
  const targets = [...fieldGuessables(role), ...questionGuessables(questions)].filter(({ id }) => !taken.has(id as never));
  const guesses = guessColumns(
    open.map((column) => columns[column]!.header),
    sampleRows.map((cells) => open.map((column) => cells[column] ?? "")),
    targets,
  );
  const guessed = new Map(guesses.map((guess) => [open[guess.column]!, guess.targetId]));
  return {
    columns: columns.map((column, index) => {
      const known = remembered[index];
      if (known) return withOptions(known, column, questions);
      const code = guessed.get(index);
      // Who says that she is both has not asked for a second place: it stays a remark until the coordinator makes it one.
      if (code === undefined || code === "both-roles") return suggestQuestion(column);
      if (isFieldTarget(code)) return { to: "field", field: code };
      return withOptions({ to: "question", questionId: code.slice("question:".length) }, column, questions);
    }),
  };
}

/** Headers are the same whatever their case and spaces. */
export const memoryKey = (header: string): string => header.toLowerCase().replaceAll(/\s+/g, " ").trim().slice(0, 300);
