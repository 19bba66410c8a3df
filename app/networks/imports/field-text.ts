/** A value of a person's field or answer, in words. */
import { type Language } from "../../platform/i18n.ts";
import { spreadsheetWords, tell } from "../../platform/spreadsheets/index.ts";
import { formatList, formatNumber } from "../../ui/formats.ts";
import { languageName } from "../../people/profiles/code-names.ts";
import { answerText, type Question } from "../programs/question.ts";
import { formatHours } from "../programs/hours.ts";
import type { OwnReason, RowReason } from "./import.ts";
import { importWords } from "./imports.messages.ts";
import { rowWords } from "./rows.messages.ts";
import { fields, type FieldTarget } from "./targets.ts";

const questionIdOf = (field: string): string | undefined => (field.startsWith("answer:") ? field.slice("answer:".length) : undefined);

/** The name of what changes: a field of the person, or a question. `field` as in `import_row.changes`. */
export function fieldName(language: Language, field: string, questions: readonly Pick<Question, "id" | "label">[]): string {
  const words = importWords(language);
  const questionId = questionIdOf(field);
  if (questionId !== undefined) return questions.find(({ id }) => id === questionId)?.label ?? "";
  if (field === "skills_gives" || field === "skills_hopes" || field === "both_roles") return words[field];
  const target = (Object.keys(fields) as FieldTarget[]).find((name) => fields[name].key === field);
  return target ? words.fields[target] : field;
}

const shortened = (text: string): string => (text.length > 160 ? `${text.slice(0, 160).toWellFormed()}…` : text);

export function fieldText(language: Language, field: string, value: unknown, questions: readonly Question[]): string {
  const questionId = questionIdOf(field);
  const question = questions.find(({ id }) => id === questionId);
  if (question) return shortened(answerText(question, value, language));
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "number") return formatNumber(language, value);
  if (field === "availability") return formatHours(language, value as number[]);
  if (field === "languages")
    return formatList(
      language,
      (value as string[]).map((code) => languageName(language, code)),
    );
  if (Array.isArray(value)) return shortened(formatList(language, value.map(String)));
  return typeof value === "string" ? shortened(value) : "";
}

/** Why a row or a cell is not taken, as a sentence. */
export function reasonText(language: Language, reason: RowReason): string {
  const own = rowWords(language);
  if (reason.reason in own) return tell(own as never, reason as OwnReason);
  const { row, value } = spreadsheetWords(language);
  return reason.reason in row ? tell(row, reason as never) : tell(value, reason as never);
}
