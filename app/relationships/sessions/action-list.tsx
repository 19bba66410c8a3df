import { ActButton } from "../../ui/act-button.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Select } from "../../ui/choices.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { DateField, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDay } from "../../ui/formats.ts";
import type { Refused } from "../../platform/form.ts";
import { useReader } from "../../ui/reader.ts";
import type { PersonOfLife } from "../life/find-life.ts";
import type { SessionAction } from "./actions.ts";
import { nameOf } from "./people-of-session.ts";
import { recordWords } from "./record.messages.ts";

interface ActionListProps {
  actions: readonly SessionAction[];
  people: readonly PersonOfLife[];
  me: PersonOfLife;
  action: string;
  isOpen: boolean;
  refused?: Refused | undefined;
}

export function ActionList({ actions, people, me, action, isOpen, refused }: ActionListProps) {
  const { language } = useReader();
  const words = recordWords(language);
  return (
    <>
      {actions.length === 0 && <p class="quiet">{words.noActions}</p>}
      {actions.length > 0 && (
        <Entries label={words.actions}>
          {actions.map((one) => (
            <Entry
              key={one.id}
              title={<bdi>{one.words}</bdi>}
              actions={
                isOpen && (
                  <ActButton
                    action={action}
                    act="mark"
                    fields={{ actionId: one.id, ...(one.doneAt === null && { done: "yes" }) }}
                    kind={one.doneAt === null ? "plain" : "quiet"}
                    small
                  >
                    {one.doneAt === null ? words.markDone : words.markOpen}
                  </ActButton>
                )
              }
            >
              {[
                nameOf(people, one.ownerId),
                one.doneAt !== null ? words.done : one.dueOn !== null ? words.until(formatDay(language, one.dueOn, "day")) : undefined,
              ]
                .filter((part) => part !== undefined)
                .join(" · ")}
            </Entry>
          ))}
        </Entries>
      )}
      {isOpen && (
        <Form action={action} act="addAction" {...refused}>
          <TextField name="words" label={words.actionWords} size="long" maxlength={500} required />
          <Select
            name="ownerId"
            label={words.actionOwner}
            options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
            value={me.personId}
          />
          <DateField name="dueOn" label={words.actionDue} />
          <Buttons>
            <Button kind="plain">{words.addAction}</Button>
          </Buttons>
        </Form>
      )}
    </>
  );
}
