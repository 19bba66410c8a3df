import { Field, useControl } from "./field.tsx";
import { useReader } from "./reader.ts";
import { uiWords } from "./ui.messages.ts";

/** The box to search in; part of <Filters>, or of a form of its own with method="get". */
export function SearchField({ name = "q", label, value }: { name?: string; label?: string; value?: string | undefined }) {
  const words = uiWords(useReader().language);
  const question = { name, label: label ?? words.search };
  const control = useControl(question, value);
  return (
    <Field question={question} control={control}>
      <input type="search" {...control.attributes} value={control.values[0]} autocomplete="off" enterKeyHint="search" dir="auto" />
    </Field>
  );
}
