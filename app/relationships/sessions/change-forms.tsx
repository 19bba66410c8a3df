import type { Refused } from "../../platform/form.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choices.tsx";
import { DateField, NumberField, TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Session } from "./find-session.ts";
import { PlaceFields } from "./plan-fields.tsx";
import { toLocal } from "./series.ts";
import { longestMinutes, minutesOf, shortestMinutes } from "./session.ts";
import { sessionWords } from "./sessions.messages.ts";

interface ChangeFormsProps {
  session: Session;
  timeZone: string;
  action: string;
  refused: (act?: string) => Refused | undefined;
  hasRooms: boolean;
  proposeHref: string;
}

/** Another time or place at once, a question for one, or not at all. */
export function ChangeForms({ session, timeZone, action, refused, hasRooms, proposeHref }: ChangeFormsProps) {
  const { language } = useReader();
  const { one, plan } = sessionWords(language);
  const scope = session.series ? (
    <RadioGroup
      name="scope"
      label={one.scope}
      value="one"
      inline
      options={[
        { value: "one", label: one.scopes.one },
        { value: "following", label: one.scopes.following },
      ]}
    />
  ) : (
    <input type="hidden" name="scope" value="one" />
  );
  return (
    <>
      <h3>{one.moveTitle}</h3>
      <Form action={action} act="move" {...refused("move")}>
        <DateField
          type="datetime-local"
          name="startsAt"
          label={one.startsAt}
          hint={plan.clock(timeZone)}
          value={toLocal(session.startsAt, timeZone)}
          required
        />
        <NumberField
          name="minutes"
          label={plan.minutes}
          unit={plan.minutesUnit}
          min={shortestMinutes}
          max={longestMinutes}
          value={minutesOf(session)}
          required
        />
        <PlaceFields before={session} hasRooms={hasRooms || session.placeKind === "room"} />
        {scope}
        <TextArea name="words" label={one.words} rows={2} maxlength={1000} />
        <Buttons>
          <Button>{one.move}</Button>
          <ButtonLink href={proposeHref} kind="plain">
            {one.askOther}
          </ButtonLink>
        </Buttons>
      </Form>
      <h3>{one.cancelTitle}</h3>
      <Form action={action} act="cancel" {...refused("cancel")}>
        {scope}
        <TextArea name="words" label={one.words} rows={2} maxlength={1000} />
        <Buttons>
          <Button kind="danger">{one.cancel}</Button>
        </Buttons>
      </Form>
    </>
  );
}
