import type { ComponentChildren } from "preact";
import type { Visit } from "../../platform/page.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choices.tsx";
import { Details } from "../../ui/details.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { type Reached, ReachedGoals } from "../goals/reached-goals.tsx";
import { closureWords } from "./closure.messages.ts";
import { exitScales, exitSteps, farewellReasons, farewellSteps, type FarewellStep, stepsDone } from "./farewell.ts";
import type { FarewellOf } from "./find-farewells.ts";

interface Props {
  own: FarewellOf;
  /** What they worked towards, as she knows it. */
  goals: readonly Reached[];
  other: string;
  /** What is for the other has closed; what is for coordinators can still be told. */
  isOver: boolean;
  visit: Visit;
}

/** The steps of a goodbye: each a form of its own, the first that is still open unfolded. */
export function FarewellSteps({ own, goals, other, isOver, visit }: Props) {
  const words = closureWords(useReader().language);
  const done = stepsDone(own);
  const steps = farewellSteps.filter((step) => !isOver || step === "why" || step === "questions");
  const next = steps.find((step) => !done.includes(step));
  const fields: Readonly<Record<FarewellStep, () => ComponentChildren>> = {
    why: () => (
      <>
        <p>{words.whyWhat}</p>
        <RadioGroup
          name="reason"
          label={words.reason}
          options={farewellReasons.map((value) => ({ value, label: words.reasons[value] }))}
          value={own.reason ?? undefined}
          required
        />
        <TextArea name="words" label={words.reasonWords} value={own.reasonWords} rows={3} maxlength={2000} />
      </>
    ),
    reached: () => (
      <>
        <p>{words.reachedWhat}</p>
        <ReachedGoals reached={goals} />
        <TextArea name="reached" label={words.reachedLabel} value={own.reached} maxlength={4000} required />
      </>
    ),
    thanks: () => (
      <>
        <p>{words.thanksWhat(other)}</p>
        <TextArea name="thanks" label={words.thanksLabel} hint={words.thanksHint} value={own.thanks} rows={8} maxlength={4000} required />
      </>
    ),
    contact: () => (
      <>
        <p>{words.contactWhat}</p>
        <RadioGroup
          name="contact"
          label={words.contactLabel}
          options={[
            { value: "yes", label: words.yes },
            { value: "no", label: words.no },
          ]}
          value={own.keepsContact === null ? undefined : own.keepsContact ? "yes" : "no"}
          required
        />
      </>
    ),
    questions: () => (
      <>
        <p>{words.questionsWhat}</p>
        {exitScales.map((scale) => (
          <RadioGroup
            key={scale}
            name={scale}
            label={words.scales[scale]}
            options={[...exitSteps.map((value) => ({ value: String(value), label: String(value) })), { value: "", label: words.skip }]}
            value={String(own.answers[scale] ?? "")}
            inline
          />
        ))}
        <TextArea name="words" label={words.scaleWords} value={own.answers.words} rows={3} maxlength={2000} />
      </>
    ),
  };
  const all = (
    <>
      {steps.map((step) => {
        const refused = visit.refused(step);
        const title = done.includes(step) ? `${words.steps[step]} (${words.done})` : words.steps[step];
        return (
          <Details key={step} summary={title} open={refused !== undefined || (!isOver && step === next)}>
            <Form action={visit.path} act={step} id={step} {...refused}>
              {fields[step]()}
              <Button kind="plain">{words.save}</Button>
            </Form>
          </Details>
        );
      })}
    </>
  );
  return isOver ? <Section title={words.toCoordinators}>{all}</Section> : all;
}
