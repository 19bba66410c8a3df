/**
 * Things in a list, a thin rule between them: what it is, what is said about it, what can be done with it.
 *
 *     <Entries>
 *       <Entry title={<Person … />} actions={<ActButton …>Remove</ActButton>}> Joined in May. </Entry>
 *     </Entries>
 */
import type { ComponentChildren } from "preact";

export function Entries({ label, children }: { label?: string; children: ComponentChildren }) {
  return (
    <ul class="entries" aria-label={label}>
      {children}
    </ul>
  );
}

interface EntryProps {
  title: ComponentChildren;
  /** Beside the title, at the end of its line: a figure, a state. */
  aside?: ComponentChildren;
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

export function Entry({ title, aside, actions, children }: EntryProps) {
  return (
    <li class="entry">
      <div class="entry-head">
        <div class="entry-title">{title}</div>
        {aside !== undefined && <div>{aside}</div>}
        {actions !== undefined && <div class="buttons">{actions}</div>}
      </div>
      {children !== undefined && <div class="entry-body">{children}</div>}
    </li>
  );
}
