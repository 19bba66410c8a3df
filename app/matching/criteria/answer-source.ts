/**
 * Where a criterion finds what people said: a field of the profile, or a question of the program.
 * Rules know only the kind of what stands there, so that a criterion on any question needs no code.
 */
import type { Audience, Question } from "../../networks/programs/question.ts";

export const profileFields = ["languages", "hopes", "gives", "interests", "hours", "place", "country", "timeZone"] as const;
export type ProfileField = (typeof profileFields)[number];
export type AnswerSource = `profile.${ProfileField}` | `question.${string}`;

/**
 * What can be compared: several words; one choice; a rank or number; hours of the week; a place on the clock.
 * An answer may be looked at in more than one way: a step of a scale is also a choice.
 */
export type AnswerKind = "words" | "choice" | "scale" | "hours" | "zone";

export type Side = "mentee" | "mentor";
export type ShownTo = Audience;

/** A question, as far as criteria look at it. */
export type AskedQuestion = Pick<Question, "id" | "kind" | "label" | "askedOf" | "options" | "minimum" | "maximum" | "shownTo">;

const kindsOfField: Record<ProfileField, readonly AnswerKind[]> = {
  languages: ["words"],
  hopes: ["words"],
  gives: ["words"],
  interests: ["words"],
  hours: ["hours"],
  place: ["choice"],
  country: ["choice"],
  timeZone: ["zone"],
};

const kindsOfQuestion: Record<AskedQuestion["kind"], readonly AnswerKind[]> = {
  choice: ["choice", "words"],
  choices: ["words"],
  scale: ["scale", "choice"],
  number: ["scale"],
  text: ["choice"],
  skills: ["words"],
  languages: ["words"],
  availability: ["hours"],
};

export const profileSource = (field: ProfileField): AnswerSource => `profile.${field}`;
export const questionSource = (questionId: string): AnswerSource => `question.${questionId}`;

export const questionIdOf = (source: AnswerSource): string | undefined =>
  source.startsWith("question.") ? source.slice("question.".length) : undefined;
export const fieldOf = (source: AnswerSource): ProfileField | undefined =>
  source.startsWith("profile.") ? (source.slice("profile.".length) as ProfileField) : undefined;

export function questionOf(source: AnswerSource, questions: readonly AskedQuestion[]): AskedQuestion | undefined {
  const id = questionIdOf(source);
  return id === undefined ? undefined : questions.find((question) => question.id === id);
}

const isAskedOf = (question: AskedQuestion, side: Side): boolean => question.askedOf === "both" || question.askedOf === `${side}s`;

/** Everything of this kind that people on this side are asked. */
export function sourcesOf(kind: AnswerKind, side: Side, questions: readonly AskedQuestion[]): AnswerSource[] {
  return [
    ...profileFields.filter((field) => kindsOfField[field].includes(kind)).map(profileSource),
    ...questions
      .filter((question) => isAskedOf(question, side) && kindsOfQuestion[question.kind].includes(kind))
      .map(({ id }) => questionSource(id)),
  ];
}

/** Whether what stands there is a list of languages, which are written as codes and compared without their region. */
export const holdsLanguages = (source: AnswerSource, questions: readonly AskedQuestion[]): boolean =>
  source === "profile.languages" || questionOf(source, questions)?.kind === "languages";

/** The number of steps from the lowest to the highest answer: what "as far apart as can be" means. */
export function spanOf(source: AnswerSource, questions: readonly AskedQuestion[]): number {
  const question = questionOf(source, questions);
  if (!question) return 1;
  if (question.kind === "scale") return Math.max(1, question.options.length - 1);
  return Math.max(1, (question.maximum ?? 10) - (question.minimum ?? 0));
}
