import type { Refused } from "../../platform/form.ts";
import { Button, Buttons, ButtonLink } from "../../ui/button.tsx";
import { RadioGroup, Select } from "../../ui/choices.tsx";
import { NumberField, TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { useReader } from "../../ui/reader.ts";
import { uiWords } from "../../ui/ui.messages.ts";
import { type AskedQuestion, sourcesOf } from "./answer-source.ts";
import { criteriaWords } from "./criteria.messages.ts";
import { type Criterion, type CriterionSettings, type RuleName, type RuleStrength, rules } from "./criterion.ts";
import { answerName } from "./criterion-words.ts";
import { numberOf, wishQuestions } from "./read-criterion.ts";

interface CriterionFormProps {
  action: string;
  backHref: string;
  strength: RuleStrength;
  rule: RuleName;
  questions: readonly AskedQuestion[];
  criterion?: Criterion;
  refused: Refused | undefined;
}

export function CriterionForm({ action, backHref, strength, rule, questions, criterion, refused }: CriterionFormProps) {
  const { language } = useReader();
  const words = criteriaWords(language);
  const { compares } = rules[rule];
  const settings: Partial<CriterionSettings> = criterion?.settings ?? {};
  const options = (side: "mentee" | "mentor") =>
    sourcesOf(compares, side, questions).map((source) => ({ value: source, label: answerName(source, questions, language) }));
  const number = numberOf(rule);
  const numberLabel = {
    hours: strength === "must" ? words.hoursMust : words.hoursShould,
    above: words.above,
    apart: rule === "time-zone" ? words.apartHours : words.apart,
  };
  const wishes = wishQuestions(questions);
  return (
    <Form action={action} {...refused}>
      <Select name="mentee" label={words.menteeAnswer} options={options("mentee")} value={settings.mentee} required />
      <Select name="mentor" label={words.mentorAnswer} options={options("mentor")} value={settings.mentor} required />
      {number && (
        <NumberField
          name={number.field}
          label={numberLabel[number.field]}
          hint={number.field === "above" ? words.aboveHint : undefined}
          min={number.minimum}
          max={number.maximum}
          value={settings[number.field] ?? number.usual}
          required
        />
      )}
      {strength === "should" ? (
        <NumberField name="weight" label={words.weightField} min={0} max={100} value={criterion?.weight ?? 50} required />
      ) : (
        <RadioGroup
          name="missing"
          label={words.missing}
          value={settings.missing ?? "allow"}
          options={[
            { value: "allow", label: words.missingAllow },
            { value: "refuse", label: words.missingRefuse },
          ]}
        />
      )}
      {strength === "should" && wishes.length > 0 && (
        <>
          <Select
            name="wish"
            label={words.wish}
            hint={words.wishHint}
            emptyLabel={words.wishNone}
            options={wishes.map(({ id, label }) => ({ value: id, label }))}
            value={settings.wish?.question}
          />
          <TextArea
            name="yes"
            label={words.wishYes}
            hint={`${words.wishYesHint} ${wishes.map(({ label, options: answers }) => `${label}: ${answers.slice(0, 6).join(", ")}`).join(" · ")}`}
            rows={3}
            value={settings.wish?.yes.join("\n")}
          />
        </>
      )}
      <Buttons>
        <Button>{words.save}</Button>
        <ButtonLink href={backHref} kind="quiet">
          {uiWords(language).cancel}
        </ButtonLink>
      </Buttons>
    </Form>
  );
}
