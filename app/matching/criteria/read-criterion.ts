/** From the form of a criterion to its settings: only what its rule looks at, checked against the program's questions. */
import { z } from "zod";
import { Invalid, type Sentence } from "../../platform/errors.ts";
import { formWords } from "../../platform/form.messages.ts";
import { optionalText } from "../../platform/form-fields.ts";
import { type AnswerSource, type AskedQuestion, holdsLanguages, sourcesOf } from "./answer-source.ts";
import { criteriaWords } from "./criteria.messages.ts";
import { type CriterionSettings, type RuleName, type RuleStrength, rules } from "./criterion.ts";
import { fold } from "./matching-person.ts";

const typed = optionalText(2000);
export const criterionShape = z.object({
  mentee: typed,
  mentor: typed,
  hours: typed,
  above: typed,
  apart: typed,
  weight: typed,
  missing: typed,
  wish: typed,
  yes: typed,
});
export type TypedCriterion = z.output<typeof criterionShape>;

/** The number that each rule asks for, and between what. */
export function numberOf(
  rule: RuleName,
): { field: "hours" | "above" | "apart"; minimum: number; maximum: number; usual: number } | undefined {
  if (rule === "hours") return { field: "hours", minimum: 1, maximum: 100, usual: 2 };
  if (rule === "above") return { field: "above", minimum: -20, maximum: 20, usual: 1 };
  if (rule === "near") return { field: "apart", minimum: 1, maximum: 1_000_000, usual: 2 };
  if (rule === "time-zone") return { field: "apart", minimum: 1, maximum: 12, usual: 6 };
  return undefined;
}

export function readCriterion(
  strength: RuleStrength,
  rule: RuleName,
  sent: TypedCriterion,
  questions: readonly AskedQuestion[],
): { settings: CriterionSettings; weight: number } {
  const kind = rules[rule].compares;
  const mentee = sent.mentee as AnswerSource;
  // Where both are asked the same, one choice is enough.
  const mentor = (sent.mentor || sent.mentee) as AnswerSource;
  const problems: Record<string, Sentence> = {};
  if (!sourcesOf(kind, "mentee", questions).includes(mentee)) problems["mentee"] = (language) => formWords(language).choose;
  else if (
    !sourcesOf(kind, "mentor", questions).includes(mentor) ||
    holdsLanguages(mentee, questions) !== holdsLanguages(mentor, questions)
  ) {
    problems["mentor"] = (language) => criteriaWords(language).notComparable;
  }
  const whole = (field: "hours" | "above" | "apart" | "weight", minimum: number, maximum: number): number => {
    const value = Number(sent[field]);
    if (/^-?\d{1,7}$/u.test(sent[field]) && value >= minimum && value <= maximum) return value;
    problems[field] = (language) => formWords(language).wholeNumber(minimum, maximum);
    return minimum;
  };
  const asked = numberOf(rule);
  const number = asked && { [asked.field]: whole(asked.field, asked.minimum, asked.maximum) };
  const weight = strength === "should" ? whole("weight", 0, 100) : 50;
  const wish = strength === "should" && sent.wish ? readWish(sent, questions, problems) : undefined;
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  return {
    settings: {
      mentee,
      mentor,
      ...number,
      ...(strength === "must" && { missing: sent.missing === "refuse" ? ("refuse" as const) : ("allow" as const) }),
      ...(wish && { wish }),
    },
    weight,
  };
}

/** Questions in which a mentee can say that she wants something: a choice, or several. */
export const wishQuestions = (questions: readonly AskedQuestion[]): AskedQuestion[] =>
  questions.filter(({ kind, askedOf }) => (kind === "choice" || kind === "choices") && askedOf !== "mentors");

function readWish(
  sent: TypedCriterion,
  questions: readonly AskedQuestion[],
  problems: Record<string, Sentence>,
): CriterionSettings["wish"] {
  const question = wishQuestions(questions).find(({ id }) => id === sent.wish);
  if (!question) {
    problems["wish"] = (language) => formWords(language).choose;
    return undefined;
  }
  const lines = sent.yes
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length === 0) problems["yes"] = (language) => criteriaWords(language).wishNeedsYes;
  const options = new Map(question.options.map((option) => [fold(option), option]));
  const strange = lines.find((line) => !options.has(fold(line)));
  if (strange !== undefined) problems["yes"] = (language) => criteriaWords(language).wishNoSuchAnswer(strange);
  return { question: question.id, yes: [...new Set(lines.map((line) => options.get(fold(line)) ?? line))] };
}
