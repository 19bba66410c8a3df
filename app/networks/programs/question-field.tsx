import { AvailabilityGrid } from "../../ui/availability-grid.tsx";
import { CheckboxGroup, RadioGroup, Select } from "../../ui/choices.tsx";
import { type FieldProps, NumberField, TextArea, TextField } from "../../ui/field.tsx";
import { useReader } from "../../ui/reader.ts";
import { answerWords } from "./answer.messages.ts";
import { answerField, type AnswerValue, languageName, longestText, type Question } from "./question.ts";

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
  const help = question.help === "" ? undefined : question.help;
  const field: FieldProps = { name, label: question.label, hint: help, required: question.isRequired };
  const options = question.options.map((option) => ({ value: option, label: option }));
  // A radio button cannot be taken back: who need not answer can say so.
  const radios = question.isRequired ? options : [...options, { value: "", label: said.noAnswer }];
  const both = (hint: string): string => (help === undefined ? hint : `${help} ${hint}`);

  switch (question.kind) {
    case "choice":
      return options.length > mostAtOnce ? (
        <Select {...field} options={options} value={single(value)} emptyLabel={said.chooseOne} />
      ) : (
        <RadioGroup {...field} options={radios} value={single(value) ?? ""} />
      );
    case "scale":
      return options.length > mostAtOnce ? (
        <Select {...field} options={options} value={single(value)} emptyLabel={said.chooseOne} />
      ) : (
        <RadioGroup {...field} options={radios} value={single(value) ?? ""} inline />
      );
    case "choices":
      return <CheckboxGroup {...field} options={options} values={words(value)} />;
    case "number": {
      const { minimum, maximum } = question;
      return (
        <NumberField
          {...field}
          value={typeof value === "number" ? value : undefined}
          step="any"
          {...(minimum !== null && { min: minimum })}
          {...(maximum !== null && { max: maximum })}
        />
      );
    }
    case "text":
      return <TextArea {...field} value={single(value)} rows={4} maxlength={longestText} />;
    case "skills":
      return <TextArea {...field} hint={both(said.wordsHint)} value={words(value).join("\n")} rows={4} />;
    case "languages":
      return (
        <TextField
          {...field}
          hint={both(said.languagesHint)}
          value={words(value)
            .map((code) => languageName(language, code))
            .join(", ")}
          size="long"
        />
      );
    case "availability":
      return <AvailabilityGrid {...field} hours={Array.isArray(value) ? (value as readonly number[]) : []} />;
  }
}
