import { NumberField, TextArea, TextField } from "../../ui/field.tsx";
import { useReader } from "../../ui/reader.ts";
import { dimensionWords } from "./dimension.messages.ts";
import type { DimensionWish } from "./dimension-shape.ts";

export function DimensionFields({ dimension }: { dimension: DimensionWish }) {
  const words = dimensionWords(useReader());
  return (
    <>
      <TextField name="label" label={words.label} hint={words.labelHint} value={dimension.label} required maxlength={120} size="long" />
      <TextArea name="reason" label={words.reason} hint={words.reasonHint} value={dimension.reason} rows={4} required maxlength={1000} />
      <TextArea
        name="options"
        label={words.optionsLabel}
        hint={words.optionsHint}
        value={dimension.options.join("\n")}
        rows={Math.max(4, dimension.options.length + 1)}
        required
      />
      <NumberField name="wishWeight" label={words.wishWeight} hint={words.wishHint} value={dimension.wishWeight} min={0} max={100} />
    </>
  );
}
