/**
 * Parts of one thing, each a page of its own: links, not hidden panels.
 *
 *     <Tabs label="This program" tabs={[{ label: "People", href: "…", current: true, count: 42 }]} />
 */
import { formatNumber } from "./formats.ts";
import { useReader } from "./reader.ts";
import { uiWords } from "./ui.messages.ts";

export interface Tab {
  label: string;
  href: string;
  current?: boolean;
  count?: number;
}

export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label?: string }) {
  const { language } = useReader();
  return (
    <nav class="tabs" aria-label={label ?? uiWords(language).sections}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? "page" : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="count"> {formatNumber(language, tab.count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
