/** The weights of all shoulds at once, each beside its name. Also on the board of a round. */
import { z } from "zod";
import type { Language } from "../../platform/i18n.ts";
import { isId } from "../../platform/identifiers.ts";
import { Invalid } from "../../platform/errors.ts";
import { formWords } from "../../platform/form.messages.ts";
import type { Refused } from "../../platform/form.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { NumberField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatShare } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import type { AskedQuestion } from "./answer-source.ts";
import { criteriaWords } from "./criteria.messages.ts";
import { type Criterion, sharesOf } from "./criterion.ts";
import { criterionTitle } from "./criterion-words.ts";

/** Fields "weight-<criterion's id>" → id and weight; other fields are left alone. */
export const weightsShape = z.record(z.string(), z.unknown()).transform((sent) => {
  const weights = new Map<string, number>();
  for (const [name, value] of Object.entries(sent)) {
    const id = name.startsWith("weight-") ? name.slice("weight-".length) : "";
    if (!isId(id)) continue;
    const typed = String(Array.isArray(value) ? value[0] : value).trim();
    if (!/^\d{1,3}$/u.test(typed) || Number(typed) > 100) {
      throw new Invalid({ [name]: (language: Language) => formWords(language).wholeNumber(0, 100) });
    }
    weights.set(id, Number(typed));
  }
  return weights;
});

interface WeightsFormProps {
  action: string;
  criteria: readonly Criterion[];
  questions: readonly AskedQuestion[];
  refused: Refused | undefined;
  /** Beside each name, unless the place is narrow. */
  button?: string;
}

export function WeightsForm({ action, criteria, questions, refused, button }: WeightsFormProps) {
  const { language } = useReader();
  const words = criteriaWords(language);
  const shares = sharesOf(criteria);
  const shoulds = criteria.filter(({ strength }) => strength === "should");
  return (
    <Form action={action} act="weigh" {...refused}>
      {shoulds.map((criterion) => (
        <NumberField
          key={criterion.id}
          name={`weight-${criterion.id}`}
          label={criterionTitle(criterion, questions, language)}
          min={0}
          max={100}
          value={criterion.weight}
          unit={formatShare(language, shares.get(criterion.id) ?? 0)}
        />
      ))}
      <Buttons>
        <Button kind="plain">{button ?? words.saveWeights}</Button>
      </Buttons>
    </Form>
  );
}
