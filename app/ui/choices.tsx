/**
 * Questions with given answers.
 *
 *     <Select name="language" label="Language" options={[{ value: "ar", label: "العربية" }]} value="ar" />
 *     <RadioGroup name="answer" label="Would you meet her?" options={…} />
 *     <CheckboxGroup name="skills" label="What can you give?" options={…} values={["writing"]} />
 *     <Checkbox name="agreed" label="I have read it" />
 */
import type { ComponentChildren } from "preact";
import { Field, FieldError, Hint, RequiredMark, useControl, type FieldProps, type FieldSize } from "./field.tsx";

export interface Option {
  value: string;
  label: ComponentChildren;
  hint?: ComponentChildren | undefined;
  disabled?: boolean;
}

export interface SelectProps extends FieldProps {
  options: readonly { value: string; label: string; disabled?: boolean | undefined }[];
  value?: string | undefined;
  /** The first, empty choice: "Choose one", or "Everyone" in a filter. */
  emptyLabel?: string;
  size?: FieldSize;
}

export function Select({ options, emptyLabel, size, ...props }: SelectProps) {
  const control = useControl(props, props.value);
  const chosen = control.values[0] ?? "";
  const all = emptyLabel === undefined ? options : [{ value: "", label: emptyLabel }, ...options];
  return (
    <Field question={props} control={control} size={size}>
      <select {...control.attributes}>
        {all.map(({ value, label, disabled }) => (
          <option key={value} value={value} selected={value === chosen} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface GroupProps extends FieldProps {
  options: readonly Option[];
  /** Short answers side by side. */
  inline?: boolean;
}

export interface RadioGroupProps extends GroupProps {
  value?: string | undefined;
}

export function RadioGroup({ value, ...props }: RadioGroupProps) {
  return <Group {...props} type="radio" chosen={value} />;
}

export interface CheckboxGroupProps extends GroupProps {
  values?: readonly string[] | undefined;
}

export function CheckboxGroup({ values, ...props }: CheckboxGroupProps) {
  return <Group {...props} type="checkbox" chosen={values} />;
}

function Group({
  type,
  chosen,
  options,
  inline,
  ...props
}: GroupProps & { type: "radio" | "checkbox"; chosen: string | readonly string[] | undefined }) {
  const { id, error, values, attributes } = useControl(props, chosen);
  const selected = new Set(values);
  return (
    <fieldset class="field choices" aria-describedby={attributes["aria-describedby"]} disabled={props.disabled}>
      <legend class={props.labelHidden ? "hidden" : undefined}>
        {props.label}
        <RequiredMark required={props.required} />
      </legend>
      <Hint id={id}>{props.hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      <div class={inline ? "options inline" : "options"}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            // The first one carries the group's own id, so that a link from the list of errors arrives at it.
            id={index === 0 ? id : `${id}-${index}`}
            type={type}
            name={props.name}
            option={option}
            checked={selected.has(option.value)}
            invalid={error !== undefined}
            required={type === "radio" && props.required === true}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface ChoiceProps {
  id: string;
  type: "radio" | "checkbox";
  name: string;
  option: Option;
  checked: boolean;
  invalid: boolean;
  required?: boolean;
}

function Choice({ id, type, name, option, checked, invalid, required }: ChoiceProps) {
  const hintId = option.hint === undefined ? undefined : `${id}-hint-own`;
  return (
    <div class="choice">
      <input
        id={id}
        type={type}
        name={name}
        value={option.value}
        checked={checked}
        disabled={option.disabled}
        required={required}
        aria-invalid={invalid && type === "checkbox" ? "true" : undefined}
        aria-describedby={hintId}
      />
      <label for={id}>{option.label}</label>
      {hintId && (
        <p class="hint" id={hintId}>
          {option.hint}
        </p>
      )}
    </div>
  );
}

export interface CheckboxProps extends FieldProps {
  checked?: boolean | undefined;
  value?: string;
}

/** One yes-or-no: posts `value` ("yes" unless given) when checked, nothing otherwise. */
export function Checkbox({ checked = false, value = "yes", ...props }: CheckboxProps) {
  const { id, error, values, attributes } = useControl(props, checked ? [value] : []);
  return (
    <div class="field choices">
      <FieldError id={id}>{error}</FieldError>
      <div class="choice">
        <input type="checkbox" {...attributes} value={value} checked={values.includes(value)} />
        <label for={id}>
          {props.label}
          <RequiredMark required={props.required} />
        </label>
        <Hint id={id}>{props.hint}</Hint>
      </div>
    </div>
  );
}
