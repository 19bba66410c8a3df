/** What each column of a file is taken for. Pure. */
import type { AskedOf, Question, QuestionKind } from "../programs/question.ts";
import { type FieldTarget, isFieldTarget } from "./targets.ts";

/** Kinds of question that can be born from a column. */
export const newKinds = ["choice", "choices", "scale", "number", "text"] as const;
export type NewKind = (typeof newKinds)[number];

/** A question that does not exist yet: the import makes it. */
export interface NewQuestion {
  readonly id: string;
  readonly kind: NewKind;
  readonly label: string;
  /** Of a scale from low to high. */
  readonly options: readonly string[];
}

export type ColumnTarget =
  | { readonly to: "nothing" }
  | { readonly to: "field"; readonly field: FieldTarget }
  /** `options`: those that the question shall have; more than it has now, or in another order. */
  | { readonly to: "question"; readonly questionId: string; readonly options?: readonly string[] }
  | { readonly to: "new-question"; readonly question: NewQuestion };

/** Column by column, in the order of the file. */
export interface Mapping {
  readonly columns?: readonly ColumnTarget[];
}

/** A question that an import made (null) or changed, as it was. */
export interface QuestionBefore {
  readonly id: string;
  readonly before: { readonly askedOf: AskedOf; readonly options: readonly string[] } | null;
}

/** A target as a form sends it and the memory keeps it. */
export function targetCode(target: ColumnTarget): string {
  if (target.to === "field") return target.field;
  if (target.to === "question") return `question:${target.questionId}`;
  return target.to === "new-question" ? `new:${target.question.kind}` : "nothing";
}

/** What the program asks once the import has made or changed its questions: the mapping decides which cells fit. */
export function questionAfter(
  target: ColumnTarget,
  questions: readonly Question[],
): { id: string; kind: QuestionKind; options: readonly string[]; minimum: number | null; maximum: number | null } | undefined {
  if (target.to === "new-question") return { ...target.question, minimum: null, maximum: null };
  if (target.to !== "question") return undefined;
  const question = questions.find(({ id }) => id === target.questionId);
  return question && { ...question, options: target.options ?? question.options };
}

/** Options as the question shall have them: in the wished order where the wish names all that there are, else the new ones at the end. */
export function joinOptions(now: readonly string[], wished: readonly string[]): readonly string[] {
  if (now.every((option) => wished.includes(option))) return wished;
  return [...now, ...wished.filter((option) => !now.includes(option))];
}

/** The column whose cells say who a person is, if there is one. */
export const columnOf = (mapping: Mapping, field: FieldTarget): number =>
  (mapping.columns ?? []).findIndex((target) => target.to === "field" && target.field === field);

/** Columns that want the same place as an earlier one. */
export function repeated(columns: readonly ColumnTarget[]): number[] {
  const codes = columns.map((target) => (target.to === "field" || target.to === "question" ? targetCode(target) : undefined));
  return codes.flatMap((code, column) => (code !== undefined && codes.indexOf(code) < column ? [column] : []));
}

/** Reads back what `targetCode` wrote, for fields and questions that still exist. */
export function rememberedTarget(code: string, questions: readonly Question[]): ColumnTarget | undefined {
  if (code === "nothing") return { to: "nothing" };
  if (isFieldTarget(code)) return { to: "field", field: code };
  const questionId = code.startsWith("question:") ? code.slice("question:".length) : undefined;
  return questions.some(({ id }) => id === questionId) ? { to: "question", questionId: questionId! } : undefined;
}
