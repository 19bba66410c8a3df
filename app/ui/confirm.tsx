/**
 * Asks before something is taken away: says what will be gone, what stays, and whether it can be undone.
 * Stands in a <Dialog> or on a page of its own.
 *
 *     <Confirm
 *       action="/programs/7/delete"
 *       gone={["42 people's answers", "3 rounds, with their reasons"]}
 *       stays={["The people themselves"]}
 *       button="Delete the program"
 *       cancelHref="/programs/7"
 *       isFinal
 *     />
 */
import type { ComponentChildren } from "preact";
import { Buttons, Button } from "./button.tsx";
import { Form } from "./form.tsx";
import { useReader } from "./reader.ts";
import { uiWords } from "./ui.messages.ts";

export interface ConfirmProps {
  action: string;
  act?: string;
  gone: readonly string[];
  stays?: readonly string[];
  /** The act in words, never just "OK". */
  button: string;
  cancelHref: string;
  isFinal?: boolean;
  /** Further fields, such as a reason. */
  children?: ComponentChildren;
}

export function Confirm({ action, act, gone, stays, button, cancelHref, isFinal, children }: ConfirmProps) {
  const words = uiWords(useReader().language);
  return (
    <Form action={action} {...(act !== undefined && { act })}>
      <div class="confirm">
        <Listed title={words.willBeGone} things={gone} />
        {stays && <Listed title={words.willStay} things={stays} />}
        {isFinal && <p>{words.cannotUndo}</p>}
      </div>
      {children}
      <Buttons>
        <Button kind="danger">{button}</Button>
        <a class="button quiet" href={cancelHref} data-close-dialog>
          <span>{words.cancel}</span>
        </a>
      </Buttons>
    </Form>
  );
}

function Listed({ title, things }: { title: string; things: readonly string[] }) {
  return (
    <>
      <p class="confirm-title">{title}</p>
      <ul>
        {things.map((thing) => (
          <li key={thing}>{thing}</li>
        ))}
      </ul>
    </>
  );
}
