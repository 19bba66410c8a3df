/**
 * One question of a form: label, hint, the control, and its error beside it.
 *
 *     <TextField name="email" type="email" label="Your e-mail" hint="We send the link there." autocomplete="email" required />
 *     <TextArea name="story" label="Your story" rows={6} maxlength={2000} />
 *     <NumberField name="places" label="How many people at a time" min={0} max={10} value={2} />
 *     <DateField name="starts" label="First day" value="2027-02-01" />
 *     <FileField name="mentors" label="Your list of mentors" accept=".csv,.xlsx" />
 */
import type { ComponentChildren } from "preact";
import { useFormField } from "./form.tsx";
import { useReader } from "./reader.ts";
import { uiWords } from "./ui.messages.ts";

export interface FieldProps {
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren | undefined;
  /** Overrides what the form says about this field. */
  error?: string | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Overrides the id that is made of the form's id and the name. */
  id?: string | undefined;
  /** The label is there for screen readers only: where the place makes it plain, such as one search box. */
  labelHidden?: boolean | undefined;
}

/** What a control needs to belong to its label, hint and error. */
export interface ControlAttributes {
  id: string;
  name: string;
  required: boolean | undefined;
  disabled: boolean | undefined;
  "aria-describedby": string | undefined;
  "aria-invalid": "true" | undefined;
}

export interface Control {
  id: string;
  error: string | undefined;
  /** What stands in it: what was typed, if the form came back, else what was there before. */
  values: readonly string[];
  attributes: ControlAttributes;
}

/** Works out the ids that tie a control to its words, and what stands in it. */
export function useControl(question: FieldProps, before: string | readonly string[] | undefined): Control {
  const { name, hint, required, disabled } = question;
  const known = useFormField(name, typeof before === "string" ? [before] : before);
  const id = question.id ?? known.id;
  const error = question.error ?? known.error;
  const describedBy = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(" ");
  return {
    id,
    error,
    values: known.values,
    attributes: {
      id,
      name,
      required,
      disabled,
      "aria-describedby": describedBy || undefined,
      "aria-invalid": error === undefined ? undefined : "true",
    },
  };
}

/** The word "required", or nothing. */
export function RequiredMark({ required }: { required: boolean | undefined }) {
  const words = uiWords(useReader().language);
  return required ? <span class="required"> {words.required}</span> : null;
}

/** The hint under a label. */
export function Hint({ id, children }: { id: string; children: ComponentChildren | undefined }) {
  return children === undefined ? null : (
    <p class="hint" id={`${id}-hint`}>
      {children}
    </p>
  );
}

/** What is wrong, at the field, in words that say how to mend it. */
export function FieldError({ id, children }: { id: string; children: string | undefined }) {
  const words = uiWords(useReader().language);
  return children === undefined ? null : (
    <p class="field-error" id={`${id}-error`}>
      <span class="hidden">{words.errorLabel} </span>
      {children}
    </p>
  );
}

/** How long an answer is expected to be: the width of the field says so. */
export type FieldSize = "short" | "medium" | "long";

interface FieldFrameProps {
  question: FieldProps;
  control: Control;
  size?: FieldSize | undefined;
  children: ComponentChildren;
}

/** Label, hint, error, and any single control. */
export function Field({ question, control: { id, error }, size = "medium", children }: FieldFrameProps) {
  return (
    <div class={`field ${size}`}>
      <label for={id} class={question.labelHidden ? "hidden" : undefined}>
        {question.label}
        <RequiredMark required={question.required} />
      </label>
      <Hint id={id}>{question.hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      {children}
    </div>
  );
}

export interface TextFieldProps extends FieldProps {
  type?: "text" | "email" | "password" | "url" | "tel" | "search";
  value?: string | undefined;
  size?: FieldSize;
  /** What the browser may fill in: "email", "current-password", "given-name", "one-time-code", "off". */
  autocomplete?: string;
  inputmode?: "text" | "numeric" | "decimal" | "email" | "url" | "tel" | "search";
  maxlength?: number;
  spellcheck?: boolean;
  dir?: "ltr" | "rtl" | "auto";
  /** The id of a datalist with suggestions. */
  list?: string;
}

export function TextField({ type = "text", size, ...props }: TextFieldProps) {
  const control = useControl(props, props.value);
  const { autocomplete, inputmode, maxlength, spellcheck, list } = props;
  // Addresses and numbers are read left to right in every language.
  const dir = props.dir ?? (type === "email" || type === "url" || type === "tel" ? "ltr" : "auto");
  // A password is never sent back into the page.
  const value = type === "password" ? undefined : control.values[0];
  return (
    <Field question={props} control={control} size={size}>
      <input
        // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- Preact types each kind of input apart; tsc insists
        type={type as "text"}
        {...control.attributes}
        {...{ autocomplete, inputmode, maxlength, spellcheck, list, dir }}
        value={value}
      />
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  value?: string | undefined;
  rows?: number;
  maxlength?: number;
}

export function TextArea({ rows = 5, maxlength, ...props }: TextAreaProps) {
  const control = useControl(props, props.value);
  return (
    <Field question={props} control={control} size="long">
      <textarea {...control.attributes} rows={rows} maxlength={maxlength} dir="auto" value={control.values[0] ?? ""} />
    </Field>
  );
}

export interface NumberFieldProps extends FieldProps {
  value?: number | undefined;
  min?: number;
  max?: number;
  step?: number | "any";
  /** Stands after the number: "hours a month". */
  unit?: string;
}

export function NumberField({ min, max, step, unit, ...props }: NumberFieldProps) {
  const control = useControl(props, props.value?.toString());
  return (
    <Field question={props} control={control} size="short">
      <span class="with-unit">
        <input type="number" inputmode="numeric" {...control.attributes} {...{ min, max, step }} value={control.values[0]} />
        {unit !== undefined && <span>{unit}</span>}
      </span>
    </Field>
  );
}

export interface DateFieldProps extends FieldProps {
  type?: "date" | "time" | "datetime-local" | "month";
  /** In the form that the type asks for, such as "2027-02-01" or "18:30". */
  value?: string | undefined;
  min?: string;
  max?: string;
}

export function DateField({ type = "date", min, max, ...props }: DateFieldProps) {
  const control = useControl(props, props.value);
  return (
    <Field question={props} control={control} size={type === "datetime-local" ? "medium" : "short"}>
      <input type={type} {...control.attributes} {...{ min, max }} value={control.values[0]} />
    </Field>
  );
}

export interface FileFieldProps extends FieldProps {
  /** Such as ".csv,.xlsx". */
  accept?: string;
  multiple?: boolean;
}

/** The form around it must be `multipart`. */
export function FileField({ accept, multiple, ...props }: FileFieldProps) {
  const control = useControl(props, undefined);
  return (
    <Field question={props} control={control} size="long">
      <input type="file" {...control.attributes} {...{ accept, multiple }} />
    </Field>
  );
}
