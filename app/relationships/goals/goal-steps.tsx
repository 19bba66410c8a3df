import type { Refused } from "../../platform/form.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Select } from "../../ui/choices.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { DateField, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDay, formatTime } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { PersonOfLife } from "../life/find-life.ts";
import type { Step } from "./find-goals.ts";
import { longest } from "./goal.ts";
import { goalWords } from "./goals.messages.ts";

interface GoalStepsProps {
  steps: readonly Step[];
  /** Who may take one, the reader first. */
  people: readonly PersonOfLife[];
  mayWrite: boolean;
  action: string;
  refused: Refused | undefined;
}

/** What is done on the way, by whom, until when. */
export function GoalSteps({ steps, people, mayWrite, action, refused }: GoalStepsProps) {
  const reader = useReader();
  const words = goalWords(reader.language);
  const nameOf = (personId: string | null): string | undefined => people.find((person) => person.personId === personId)?.name;
  return (
    <Section title={words.steps} id="steps">
      {steps.length === 0 && <p class="quiet">{words.stepsNone}</p>}
      {steps.length > 0 && (
        <Entries label={words.steps}>
          {steps.map((step) => {
            const owner = nameOf(step.ownerId);
            return (
              <Entry
                key={step.id}
                title={<bdi>{step.words}</bdi>}
                actions={
                  mayWrite && (
                    <ActButton
                      action={action}
                      act="tick"
                      fields={{ stepId: step.id, done: step.doneAt ? "no" : "yes" }}
                      kind={step.doneAt ? "quiet" : "plain"}
                      small
                    >
                      {step.doneAt ? words.notDone : words.done}
                    </ActButton>
                  )
                }
              >
                <p class="quiet">
                  {[
                    owner && words.ofWhom(owner),
                    step.doneAt
                      ? words.doneOn(formatTime(reader, step.doneAt, "day"))
                      : step.dueOn !== null && words.due(formatDay(reader.language, step.dueOn, "day")),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </Entry>
            );
          })}
        </Entries>
      )}
      {mayWrite && (
        <Form action={action} act="step" {...refused}>
          <TextField name="words" label={words.stepWords} maxlength={longest.step} size="long" required />
          <Select
            name="ownerId"
            label={words.stepOwner}
            options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
            value={people[0]?.personId}
          />
          <DateField name="stepDueOn" label={words.stepDue} />
          <Buttons>
            <Button kind="plain">{words.addStep}</Button>
          </Buttons>
        </Form>
      )}
    </Section>
  );
}
