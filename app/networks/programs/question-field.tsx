import { languageName } from "../../people/profiles/code-names.ts";
import { AvailabilityGrid } from "../../ui/availability-grid.tsx";
import { CheckboxGroup, RadioGroup, Select } from "../../ui/choices.tsx";
import { type FieldProps, NumberField, TextArea, TextField } from "../../ui/field.tsx";
import { useReader } from "../../ui/reader.ts";
import { answerWords } from "./answer.messages.ts";
import { answerField, type AnswerValue, longestText, type Question } from "./question.ts";

interface QuestionFieldProps {
  question: Question;
  /** What is answered now. */
  value?: AnswerValue | null | undefined;
  /** Of the field, where it is not `answerField(question.id)`. */
  name?: string;
}

/** More options than so many are found sooner in a list that opens. */
const mostAtOnce = 8;

const words = (value: AnswerValue | null | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);
const single = (value: AnswerValue | null | undefined): string | undefined => (typeof value === "string" ? value : undefined);

/** The question as its participant answers it: the right control for its kind. What it sends, `parseAnswer` reads. */
export function QuestionField({ question, value, name = answerField(question.id) }: QuestionFieldProps) {
  const { language } = useReader();
  const said = answerWords(language);
  // What it is for, how to write it, and who will read it.
  const hint = (how?: string) => (
    <>
      {question.help !== "" && (
        <>
          <bdi>{question.help}</bdi>{" "}
        </>
      )}
      {how} {said.seenBy[question.shownTo]}
    </>
  );
  const field: FieldProps = { name, label: <bdi>{question.label}</bdi>, hint: hint(), required: question.isRequired };
  const options = question.options.map((option) => ({ value: option, label: option }));
  // A radio button cannot be taken back: who need not answer can say so.
  const isolated = options.map(({ value: option }) => ({ value: option, label: <bdi>{option}</bdi> }));
  const radios = question.isRequired ? isolated : [...isolated, { value: "", label: said.noAnswer }];

  if (question.kind === "choice" || question.kind === "scale") {
    if (options.length > mostAtOnce) return <Select {...field} options={options} value={single(value)} emptyLabel={said.chooseOne} />;
    return <RadioGroup {...field} options={radios} value={single(value) ?? ""} inline={question.kind === "scale"} />;
  }
  if (question.kind === "choices") return <CheckboxGroup {...field} options={isolated} values={words(value)} />;
  if (question.kind === "number")
    return <NumberField {...field} {...limits(question)} value={typeof value === "number" ? value : undefined} />;
  if (question.kind === "text") return <TextArea {...field} value={single(value)} rows={4} maxlength={longestText} />;
  if (question.kind === "skills") return <TextArea {...field} hint={hint(said.wordsHint)} value={words(value).join("\n")} rows={4} />;
  if (question.kind === "languages") {
    const named = words(value).map((code) => languageName(language, code));
    return <TextField {...field} hint={hint(said.languagesHint)} value={named.join(", ")} size="long" />;
  }
  return <AvailabilityGrid {...field} hours={Array.isArray(value) ? (value as readonly number[]) : []} />;
}

const limits = ({ minimum, maximum }: Question) => ({
  step: "any" as const,
  ...(minimum !== null && { min: minimum }),
  ...(maximum !== null && { max: maximum }),
});
