import { Field, useControl } from "../../ui/field.tsx";

export interface TargetGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

interface TargetSelectProps {
  name: string;
  label: string;
  groups: readonly TargetGroup[];
  /** Stands apart from the groups, at the top. */
  first: { readonly value: string; readonly label: string };
  value: string;
}

/** What a column goes to, in groups: a long list in which one looks for a word. */
export function TargetSelect({ name, label, groups, first, value }: TargetSelectProps) {
  const question = { name, label };
  const control = useControl(question, value);
  const chosen = control.values[0] ?? "";
  const option = (one: { value: string; label: string }) => (
    <option key={one.value} value={one.value} selected={one.value === chosen}>
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
