import { Icon } from "./icon.tsx";
import { useReader } from "./reader.ts";
import type { PlainLink } from "./shell.ts";
import { uiWords } from "./ui.messages.ts";

/** The way from the top to this page. On a phone only the last step, as a way back. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly PlainLink[] }) {
  const words = uiWords(useReader().language);
  if (crumbs.length === 0) return null;
  return (
    <nav class="breadcrumbs" aria-label={words.breadcrumbs}>
      <ol>
        {crumbs.map(({ href, label }) => (
          <li key={href}>
            <span class="crumb-back">
              <Icon name="back" />
            </span>
            <a href={href}>{label}</a>
            <span class="crumb-on">
              <Icon name="forward" />
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
