/** The answers that need a word more, for offers and for requests: no, with a reason, and one question first. */
import type { Visit } from "../../platform/page.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choices.tsx";
import { Details } from "../../ui/details.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";

interface DeclineProps {
  visit: Visit;
  words: Readonly<Record<"decline" | "declineHint" | "reason" | "note" | "declineTitle", string>>;
  options: readonly { readonly value: string; readonly label: string }[];
}

/** The act `decline`, with a reason from a list and a note for the coordinator. */
export function DeclineDetails({ visit, words, options }: DeclineProps) {
  return (
    <Details summary={words.decline} open={visit.refused("decline") !== undefined}>
      <Form action={visit.path} id="decline" act="decline" {...visit.refused("decline")}>
        <p>{words.declineHint}</p>
        <RadioGroup name="reason" label={words.reason} options={options} required />
        <TextArea name="note" label={words.note} rows={2} maxlength={1000} />
        <Button kind="plain">{words.declineTitle}</Button>
      </Form>
    </Details>
  );
}

interface AskProps {
  visit: Visit;
  words: Readonly<Record<"ask" | "question" | "send", string>>;
  hint: string;
}

/** The act `ask`: one question before the answer. */
export function AskDetails({ visit, words, hint }: AskProps) {
  return (
    <Details summary={words.ask} open={visit.refused("ask") !== undefined}>
      <Form action={visit.path} id="ask" act="ask" {...visit.refused("ask")}>
        <TextArea name="question" label={words.question} hint={hint} rows={3} maxlength={1000} required />
        <Button kind="plain">{words.send}</Button>
      </Form>
    </Details>
  );
}
