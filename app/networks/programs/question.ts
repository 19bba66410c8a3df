/** What a program asks of its people: kinds of questions, what may be answered, and how an answer reads. Pure. */
import { languageName } from "../../people/profiles/code-names.ts";
import { formWords } from "../../platform/form.messages.ts";
import type { Sentence } from "../../platform/errors.ts";
import type { Language } from "../../platform/i18n.ts";
import { europeanDigits } from "../../platform/spreadsheets/values/fold.ts";
import { parseLanguages } from "../../platform/spreadsheets/values/language.ts";
import { formatList, formatNumber } from "../../ui/formats.ts";
import { formatHours } from "./hours.ts";
import { answerWords } from "./answer.messages.ts";

export const questionKinds = ["choice", "choices", "scale", "number", "text", "skills", "languages", "availability"] as const;
export type QuestionKind = (typeof questionKinds)[number];
export const askedOfWhom = ["both", "mentors", "mentees"] as const;
export type AskedOf = (typeof askedOfWhom)[number];
/** Who sees the answer, beside the person herself and the coordinators. */
export const audiences = ["coordinators", "matches", "program"] as const;
export type Audience = (typeof audiences)[number];

export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly help: string;
  readonly askedOf: AskedOf;
  /** Of choice and choices; the steps of a scale, from low to high. Empty for the other kinds. */
  readonly options: readonly string[];
  /** Of a number. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly isRequired: boolean;
  readonly shownTo: Audience;
}

/**
 * As it is kept: choice, scale and text a string; choices, skills (words) and languages (BCP 47 codes) a list of strings;
 * number a number; availability the hours of the week, 0 (Monday 0:00) to 167, in the person's own time zone.
 */
export type AnswerValue = string | number | readonly string[] | readonly number[];

/** What was typed, as a value (null: nothing), or why it cannot be taken. */
type ParsedAnswer = { readonly ok: true; readonly value: AnswerValue | null } | { readonly ok: false; readonly problem: Sentence };

export const longestText = 2000;
export const mostWords = 50;
export const longestWord = 100;

export const hasOptions = (kind: QuestionKind): boolean => kind === "choice" || kind === "choices" || kind === "scale";
export const isAskedOf = (question: Pick<Question, "askedOf">, role: "mentor" | "mentee"): boolean =>
  question.askedOf === "both" || question.askedOf === `${role}s`;

/** The name of the question's field in a form. */
export const answerField = (questionId: string): string => `answer-${questionId}`;

const taken = (value: AnswerValue | null): ParsedAnswer => ({ ok: true, value });
const refused = (problem: Sentence): ParsedAnswer => ({ ok: false, problem });

/**
 * The answer in what a form sent under `answerField(question.id)`. A required question refuses an empty answer; where a draft
 * may be kept, ask with `{ ...question, isRequired: false }`.
 */
export function parseAnswer(question: Question, sent: readonly string[]): ParsedAnswer {
  const values = sent.map((value) => value.replaceAll("\r\n", "\n").normalize("NFC").trim()).filter((value) => value !== "");
  if (values.some((value) => value.includes("\0"))) return refused((language) => formWords(language).unusable);
  const parsed = values.length === 0 ? taken(null) : parsers[question.kind](question, values as [string, ...string[]]);
  return parsed.ok && parsed.value === null && question.isRequired ? refused((language) => formWords(language).required) : parsed;
}

const isHourOfWeek = (hour: unknown): boolean => Number.isInteger(hour) && (hour as number) >= 0 && (hour as number) < 168;

const parseOne = (question: Question, [first]: Sent): ParsedAnswer =>
  question.options.includes(first) ? taken(first) : refused((language) => formWords(language).choose);

/** What was sent without empty values: at least one. */
type Sent = readonly [string, ...string[]];
const parsers: Readonly<Record<QuestionKind, (question: Question, values: Sent) => ParsedAnswer>> = {
  choice: parseOne,
  scale: parseOne,
  choices: ({ options }, values) =>
    values.every((value) => options.includes(value))
      ? taken(options.filter((option) => values.includes(option)))
      : refused((language) => formWords(language).choose),
  number: parseNumber,
  text: (_, [first]) => (first.length > longestText ? refused((language) => formWords(language).tooLong(longestText)) : taken(first)),
  skills: (_, values) => parseWords(values),
  languages(_, values) {
    const named = parseLanguages(values.join("\n"));
    if (named.ok) return taken(named.value);
    const unknown = named.problem.reason === "language-unknown" ? named.problem.items[0] : undefined;
    return refused((language) => answerWords(language).unknownLanguage(unknown?.text ?? values[0], unknown?.suggestion));
  },
  availability(_, values) {
    const hours = [...new Set(values.map(Number))].toSorted((a, b) => a - b);
    return hours.every(isHourOfWeek) ? taken(hours) : refused((language) => formWords(language).invalid);
  },
};

function parseNumber({ minimum, maximum }: Question, [typed]: Sent): ParsedAnswer {
  // A comma may stand for the decimal point; Arabic digits are digits.
  const text = europeanDigits(typed).replace(/^(-?\d+),(\d+)$/, "$1.$2");
  const value = Number(text);
  const isInRange = value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity);
  if (/^-?\d{1,12}(\.\d{1,6})?$/.test(text) && isInRange) return taken(value);
  return refused((language) => answerWords(language).number(minimum, maximum));
}

function parseWords(values: readonly string[]): ParsedAnswer {
  const words = values.flatMap((value) => value.split(/[\n,;،؛]/)).map((word) => word.trim().replaceAll(/\s+/g, " "));
  const distinct = [...new Map(words.filter((word) => word !== "").map((word) => [word.toLowerCase(), word])).values()];
  if (distinct.length > mostWords) return refused((language) => formWords(language).tooMany(mostWords));
  if (distinct.some((word) => word.length > longestWord)) return refused((language) => answerWords(language).wordTooLong(longestWord));
  return taken(distinct.length === 0 ? null : distinct);
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isList = (value: unknown): value is string[] => Array.isArray(value) && value.length > 0 && value.every(isText);
const isOption = ({ options }: Question, value: unknown): boolean => isText(value) && options.includes(value);
const checks: Readonly<Record<QuestionKind, (question: Question, value: unknown) => boolean>> = {
  choice: isOption,
  scale: isOption,
  choices: ({ options }, value) => isList(value) && value.every((option) => options.includes(option)),
  number: ({ minimum, maximum }, value) => typeof value === "number" && value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity),
  text: (_, value) => isText(value) && value.length <= longestText,
  skills: (_, value) => isList(value) && value.length <= mostWords && value.every((word) => word.length <= longestWord),
  languages: (_, value) => isList(value),
  availability: (_, value) => Array.isArray(value) && value.length > 0 && value.every(isHourOfWeek),
};

/** Whether a kept or imported value is an answer to this question, as the question is now. */
export function isAnswerTo(question: Question, value: unknown): value is AnswerValue {
  return checks[question.kind](question, value);
}

/** The answer in words; nothing for no answer. Hours are said as they are kept, in the time zone of who gave them. */
export function answerText(question: Pick<Question, "kind">, value: unknown, reader: Language | { readonly language: Language }): string {
  const language = typeof reader === "string" ? reader : reader.language;
  if (value === null || value === undefined) return "";
  if (question.kind === "availability") return Array.isArray(value) ? formatHours(language, value as number[]) : "";
  if (typeof value === "number") return formatNumber(language, value);
  if (!Array.isArray(value)) return typeof value === "string" ? value : "";
  return formatList(
    language,
    question.kind === "languages" ? value.map((code) => languageName(language, String(code))) : value.map(String),
  );
}
