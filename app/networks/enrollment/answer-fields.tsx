import type { AnswerValue, Question } from "../programs/question.ts";
import { QuestionField } from "../programs/question-field.tsx";
import { asked } from "./write-answers.ts";

interface AnswerFieldsProps {
  questions: readonly Question[];
  /** Question → what is answered now. */
  answers: ReadonlyMap<string, unknown>;
}

/** The questions of a form, each with a note that it was asked: what `writeAnswers` reads. */
export function AnswerFields({ questions, answers }: AnswerFieldsProps) {
  return questions.map((question) => (
    <div key={question.id}>
      <input type="hidden" name={asked(question.id)} value="yes" />
      <QuestionField question={question} value={answers.get(question.id) as AnswerValue | undefined} />
    </div>
  ));
}
