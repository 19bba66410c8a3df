/**
 * Something asked in between, over the page. A link opens it and leads, where no script runs,
 * to a page that asks the same.
 *
 *     <ButtonLink href="/offers/7/decline" dialog="decline" kind="plain">Decline</ButtonLink>
 *     <Dialog id="decline" title="Decline this offer?"> <Form …> … </Form> </Dialog>
 */
import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";
import { useReader } from "./reader.ts";
import { uiWords } from "./ui.messages.ts";

export function Dialog({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  const words = uiWords(useReader().language);
  return (
    <dialog class="dialog" id={id} aria-labelledby={`${id}-title`}>
      <div class="dialog-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <form method="dialog">
          <button type="submit" class="button quiet small" aria-label={words.close}>
            <Icon name="close" />
          </button>
        </form>
      </div>
      {children}
    </dialog>
  );
}
