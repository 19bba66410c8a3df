import { z } from "zod";
import { Invalid, type Sentence } from "../../platform/errors.ts";
import { checkbox, choice, optionalText, says, text } from "../../platform/form-fields.ts";
import { europeanDigits } from "../../platform/spreadsheets/values/fold.ts";
import { answerWords } from "./answer.messages.ts";
import { askedOfWhom, audiences, hasOptions, type Question, questionKinds } from "./question.ts";
import { questionWords } from "./questions.messages.ts";

export const mostQuestions = 60;
export const mostOptions = 100;
export const longestOption = 200;

const optionalNumber = () =>
  z.preprocess(
    (value) =>
      europeanDigits(String(Array.isArray(value) ? (value[0] ?? "") : (value ?? "")))
        .trim()
        .replace(",", "."),
    z
      .string()
      .refine(
        (value) => value === "" || /^-?\d{1,9}(\.\d{1,6})?$/.test(value),
        says((language) => answerWords(language).number(null, null)),
      )
      .transform((value) => (value === "" ? null : Number(value))),
  );

/** One option on each line; empty lines do not count. */
const optionLines = () =>
  optionalText((longestOption + 1) * mostOptions).transform((lines) =>
    lines
      .split("\n")
      .map((line) => line.trim().replaceAll(/\s+/g, " "))
      .filter((line) => line !== ""),
  );

export const questionShape = z.object({
  kind: choice(questionKinds),
  label: text(300),
  help: optionalText(1000),
  askedOf: choice(askedOfWhom),
  options: optionLines(),
  minimum: optionalNumber(),
  maximum: optionalNumber(),
  isRequired: checkbox(),
  shownTo: choice(audiences),
  next: z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.literal("another").optional()),
});

/** With what is to happen to answers that no longer fit: see question-edit.ts. */
export const questionEditShape = questionShape.extend({ dropAnswers: checkbox() }).loose();

export type QuestionWish = Omit<Question, "id">;

/** What of a question belongs to its kind, or Invalid where it is not one that can be asked. */
export function checkedQuestion(wish: QuestionWish): QuestionWish {
  const problems: Record<string, Sentence> = {};
  const { kind, options, minimum, maximum } = wish;
  if (hasOptions(kind)) {
    const twice = options.find((option, index) => options.findIndex((other) => other.toLowerCase() === option.toLowerCase()) < index);
    if (options.length < 2) problems["options"] = (language) => questionWords(language).twoOptions;
    else if (options.length > mostOptions) problems["options"] = (language) => questionWords(language).tooManyOptions(mostOptions);
    else if (options.some((option) => option.length > longestOption))
      problems["options"] = (language) => questionWords(language).optionTooLong(longestOption);
    else if (twice !== undefined) problems["options"] = (language) => questionWords(language).optionTwice(twice);
  }
  if (kind === "number" && minimum !== null && maximum !== null && maximum < minimum)
    problems["maximum"] = (language) => questionWords(language).maximumBelowMinimum;
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  return {
    kind,
    label: wish.label,
    help: wish.help,
    askedOf: wish.askedOf,
    options: hasOptions(kind) ? options : [],
    minimum: kind === "number" ? minimum : null,
    maximum: kind === "number" ? maximum : null,
    isRequired: wish.isRequired,
    shownTo: wish.shownTo,
  };
}

/** The question as the table has it. */
export const columnsOf = (question: QuestionWish) => ({
  kind: question.kind,
  label: question.label,
  help: question.help,
  asked_of: question.askedOf,
  options: [...question.options],
  minimum: question.minimum,
  maximum: question.maximum,
  is_required: question.isRequired,
  shown_to: question.shownTo,
});
