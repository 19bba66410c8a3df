import { Field, useControl } from "../../ui/field.tsx";

interface TargetOption {
  readonly value: string;
  readonly label: string;
  /** The target has options (in an order, even): the fields for them show while it is chosen. */
  readonly has?: "options" | "order" | undefined;
}

export interface TargetGroup {
  readonly label: string;
  readonly options: readonly TargetOption[];
}

interface TargetSelectProps {
  name: string;
  label: string;
  groups: readonly TargetGroup[];
  /** Stands apart from the groups, at the top. */
  first: TargetOption;
  value: string;
}

/** What a column goes to, in groups: a long list in which one looks for a word. */
export function TargetSelect({ name, label, groups, first, value }: TargetSelectProps) {
  const question = { name, label };
  const control = useControl(question, value);
  const chosen = control.values[0] ?? "";
  const option = (one: TargetOption) => (
    <option key={one.value} value={one.value} selected={one.value === chosen} data-has={one.has}>
      {one.label}
    </option>
  );
  return (
    <Field question={question} control={control}>
      <select {...control.attributes}>
        {option(first)}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map(option)}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}
