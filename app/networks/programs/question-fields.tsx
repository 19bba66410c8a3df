import type { ComponentChildren } from "preact";
import { Checkbox, RadioGroup, Select } from "../../ui/choices.tsx";
import { NumberField, TextArea, TextField } from "../../ui/field.tsx";
import { useReader } from "../../ui/reader.ts";
import { askedOfWhom, audiences, hasOptions } from "./question.ts";
import { kindsLike } from "./question-edit.ts";
import type { QuestionWish } from "./question-shape.ts";
import { questionWords } from "./questions.messages.ts";

interface QuestionFieldsProps {
  question: QuestionWish;
  /** Stands after the options: what becomes of answers that no longer fit. */
  afterOptions?: ComponentChildren;
  /** Stands after who is asked. */
  afterAskedOf?: ComponentChildren;
}

/** Everything that makes a question of this kind; the kind itself was chosen before. */
export function QuestionFields({ question, afterOptions, afterAskedOf }: QuestionFieldsProps) {
  const words = questionWords(useReader());
  const { kind } = question;
  const kinds = kindsLike(kind);
  return (
    <>
      {kinds.length > 1 ? (
        <Select name="kind" label={words.kind} options={kinds.map((one) => ({ value: one, label: words.kinds[one] }))} value={kind} />
      ) : (
        <input type="hidden" name="kind" value={kind} />
      )}
      <TextField name="label" label={words.label} hint={words.labelHint} value={question.label} required maxlength={300} size="long" />
      <TextField name="help" label={words.help} hint={words.helpHint} value={question.help} maxlength={1000} size="long" />
      {hasOptions(kind) && (
        <TextArea
          name="options"
          label={words.options}
          hint={kind === "scale" ? words.stepsHint : words.optionsHint}
          value={question.options.join("\n")}
          rows={Math.min(16, Math.max(5, question.options.length + 1))}
          required
        />
      )}
      {afterOptions}
      {kind === "number" && (
        <>
          <NumberField name="minimum" label={words.minimum} hint={words.limitHint} value={question.minimum ?? undefined} step="any" />
          <NumberField name="maximum" label={words.maximum} hint={words.limitHint} value={question.maximum ?? undefined} step="any" />
        </>
      )}
      <RadioGroup
        name="askedOf"
        label={words.whoAnswers}
        options={askedOfWhom.map((one) => ({ value: one, label: words.askedOfOptions[one] }))}
        value={question.askedOf}
        inline
      />
      {afterAskedOf}
      <Checkbox name="isRequired" label={words.isRequired} hint={words.isRequiredHint} checked={question.isRequired} />
      <RadioGroup
        name="shownTo"
        label={words.shownTo}
        hint={words.shownToHint}
        options={audiences.map((one) => ({ value: one, label: words.shownToOptions[one] }))}
        value={question.shownTo}
      />
    </>
  );
}
