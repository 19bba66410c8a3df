/**
 * Narrows a list by what stands in its address, so that a view can be kept and sent on.
 *
 *     <Filters action="/people" active={[{ label: "Role: mentor", removeHref: "/people?q=ana" }]} clearHref="/people">
 *       <SearchField value="ana" label="Name or e-mail" />
 *       <Select name="role" label="Role" options={…} emptyLabel="Everyone" value="mentor" />
 *     </Filters>
 */
import type { ComponentChildren } from "preact";
import { Button } from "./button.tsx";
import { Form } from "./form.tsx";
import { Icon } from "./icon.tsx";
import { useReader } from "./reader.ts";
import { uiWords } from "./ui.messages.ts";

export interface FiltersProps {
  action: string;
  /** What narrows the list now, each with where the list is without it. */
  active?: readonly { label: string; removeHref: string }[];
  clearHref?: string;
  children: ComponentChildren;
}

const none: NonNullable<FiltersProps["active"]> = [];

export function Filters({ action, active = none, clearHref, children }: FiltersProps) {
  const words = uiWords(useReader().language);
  return (
    <search class="filters">
      <Form action={action} method="get" id="filters" inline>
        {children}
        <Button kind="plain">{words.filter}</Button>
      </Form>
      {active.length > 0 && (
        <ul class="active-filters">
          {active.map(({ label, removeHref }) => (
            <li key={label}>
              <a class="chip" href={removeHref} aria-label={words.remove(label)}>
                {label}
                <Icon name="close" />
              </a>
            </li>
          ))}
          {clearHref !== undefined && (
            <li>
              <a href={clearHref}>{words.clearFilters}</a>
            </li>
          )}
        </ul>
      )}
    </search>
  );
}
