import { z } from "zod";
import type { Context } from "../../platform/context.ts";
import { Conflict, Invalid, type Sentence } from "../../platform/errors.ts";
import { formWords } from "../../platform/form.messages.ts";
import { newId } from "../../platform/identifiers.ts";
import { listQuestions } from "../programs/list-questions.ts";
import { hasOptions, type Question } from "../programs/question.ts";
import { longestOption, mostOptions, mostQuestions } from "../programs/question-shape.ts";
import { checkRows } from "./check-rows.job.ts";
import { type Import, type ImportPlace, lockImport, updateImport } from "./find-import.ts";
import { importWords } from "./imports.messages.ts";
import { columnOf, type ColumnTarget, joinOptions, type Mapping, newKinds, rememberedTarget, repeated } from "./mapping.ts";

/** One select for each column, and the words of the questions that are born from them: as many fields as the file has columns. */
export const MappingShape = z.record(z.string(), z.array(z.string()));

export const targetField = (column: number): string => `target-${column}`;
export const labelField = (column: number): string => `label-${column}`;
export const optionsField = (column: number): string => `options-${column}`;

const longestLabel = 300;

/** Keeps what the columns are taken for, and begins the dry run. */
export async function saveMapping(ctx: Context, place: ImportPlace, sent: z.output<typeof MappingShape>): Promise<void> {
  const one = await lockImport(ctx, place);
  if (one.state !== "mapping") throw new Conflict((language) => importWords(language).movedOn);
  const questions = await listQuestions(ctx, place.organizationId, place.programId);
  const mapping = readMapping(one, questions, sent);
  await updateImport(ctx, place)
    .set({
      state: "checking",
      mapping: JSON.stringify(mapping),
      overwrites: sent["overwrites"] !== undefined,
      cancel_asked: false,
      done_rows: 0,
      problem: null,
    })
    .execute();
  await ctx.app.jobs.enqueue(ctx, checkRows, place);
}

const firstOf = (sent: z.output<typeof MappingShape>, name: string): string => (sent[name]?.[0] ?? "").normalize("NFC").trim();

function readMapping(
  one: Pick<Import, "columns" | "mapping">,
  questions: readonly Question[],
  sent: z.output<typeof MappingShape>,
): Mapping {
  const errors: Record<string, Sentence> = {};
  const columns = (one.columns?.columns ?? []).map((column, index): ColumnTarget => {
    const code = firstOf(sent, targetField(index));
    const kind = newKinds.find((known) => code === `new:${known}`);
    const options = [
      ...new Set(
        firstOf(sent, optionsField(index))
          .split("\n")
          .map((option) => option.replaceAll(/\s+/g, " ").trim())
          .filter((option) => option !== ""),
      ),
    ];
    if (options.length > mostOptions) errors[optionsField(index)] = (language) => importWords(language).tooManyOptions(mostOptions);
    if (options.some((option) => option.length > longestOption))
      errors[optionsField(index)] = (language) => importWords(language).optionTooLong(longestOption);
    if (!kind) {
      const target = rememberedTarget(code, questions);
      if (!target) errors[targetField(index)] = (language) => formWords(language).choose;
      return target?.to === "question" ? withAllOptions(target, options, questions) : (target ?? { to: "nothing" });
    }
    const label = firstOf(sent, labelField(index)) || column.header;
    if (label.length > longestLabel) errors[labelField(index)] = (language) => formWords(language).tooLong(longestLabel);
    if (hasOptions(kind) && options.length === 0) errors[optionsField(index)] ??= (language) => importWords(language).noOptions;
    const before = one.mapping.columns?.[index];
    const id = before?.to === "new-question" ? before.question.id : newId();
    return { to: "new-question", question: { id, kind, label, options: hasOptions(kind) ? options : [] } };
  });
  for (const column of repeated(columns)) errors[targetField(column)] = (language) => importWords(language).takenTwice;
  if (columnOf({ columns }, "email") < 0) errors[""] = (language) => importWords(language).noEmail;
  if (columns.filter(({ to }) => to === "new-question").length + questions.length > mostQuestions)
    errors[""] = (language) => importWords(language).tooManyQuestions(mostQuestions);
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
  return { columns };
}

/** The options are kept with the mapping: whatever happens to the question until the import, its cells fit. */
function withAllOptions(target: ColumnTarget, options: readonly string[], questions: readonly Question[]): ColumnTarget {
  if (target.to !== "question") return target;
  const question = questions.find(({ id }) => id === target.questionId);
  return question && hasOptions(question.kind) ? { ...target, options: joinOptions(question.options, options) } : target;
}
