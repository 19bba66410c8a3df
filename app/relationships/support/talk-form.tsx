import { ActButton } from "../../ui/act-button.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choices.tsx";
import { Details } from "../../ui/details.tsx";
import { DateField, TextArea } from "../../ui/field.tsx";
import { Form, type FormProps } from "../../ui/form.tsx";
import { formatDay } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { daysAfter } from "../pulse/pulse.ts";
import type { SupportContact } from "./find-support.ts";
import { hows, longestDays, longestNote, moods } from "./support.ts";
import { supportWords } from "./support.messages.ts";

interface TalkFormProps {
  contact: SupportContact;
  name: string;
  /** Where she gets her letters. */
  address: string | undefined;
  action: string;
  today: string;
  refused: Pick<FormProps, "errors" | "values"> | undefined;
}

/** A talk: what was heard, in a minute; or that nobody answered. Until it is due it is folded. */
export function TalkForm({ contact, name, address, action, today, refused }: TalkFormProps) {
  const { language } = useReader();
  const words = supportWords(language);
  const title = words.dueOn(name, formatDay(language, contact.dueOn, "day"));
  const talk = (
    <>
      {address !== undefined && (
        <p>
          {words.reach(name)}{" "}
          <a href={`mailto:${address}`}>
            <bdi>{address}</bdi>
          </a>
        </p>
      )}
      <Form action={action} act="note" id={`talk-${contact.id}`} {...refused}>
        <input type="hidden" name="contactId" value={contact.id} />
        <RadioGroup name="how" label={words.how} inline options={hows.map((how) => ({ value: how, label: words.hows[how] }))} />
        <RadioGroup
          name="mood"
          label={words.mood(name)}
          inline
          options={moods.map((mood) => ({ value: String(mood), label: words.moods[mood] }))}
        />
        <TextArea name="note" label={words.note} hint={words.noteHint} rows={3} maxlength={longestNote} />
        <DateField name="nextOn" label={words.nextOn} hint={words.nextHint} min={daysAfter(today, 1)} max={daysAfter(today, longestDays)} />
        <Buttons>
          <Button>{words.noteIt}</Button>
        </Buttons>
      </Form>
      <ActButton action={action} act="notReached" fields={{ contactId: contact.id }} kind="quiet">
        {words.notReached(name)}
      </ActButton>
    </>
  );
  // What is not due yet leaves the page to how they are.
  return contact.dueOn <= today || refused ? <Section title={title}>{talk}</Section> : <Details summary={title}>{talk}</Details>;
}
