/**
 * Parts of one thing, each a page of its own: links, not hidden panels.
 *
 *     <Tabs label="This program" tabs={[{ label: "People", href: "…", current: true, count: 42 }]} />
 */
import { formatNumber } from "./formats.ts";
import { useReader } from "./reader.ts";
import type { Waiting } from "./shell.ts";
import { uiWords } from "./ui.messages.ts";
import { WaitingMark } from "./waiting-mark.tsx";

export interface Tab {
  label: string;
  href: string;
  /** `within`: the page is one of several under this tab, which stand in a row of their own. */
  current?: boolean | "within";
  count?: number;
  /** What is new under it. */
  waiting?: Waiting | undefined;
}

interface TabsProps {
  tabs: readonly Tab[];
  label?: string;
  /** The parts of the tab that is current in the row above. */
  isInner?: boolean;
}

export function Tabs({ tabs, label, isInner = false }: TabsProps) {
  const { language } = useReader();
  return (
    <nav class={isInner ? "tabs tabs-inner" : "tabs"} aria-label={label ?? uiWords(language).sections}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current === "within" ? "true" : tab.current ? "page" : undefined}>
              {tab.label}
              <WaitingMark waiting={tab.waiting} />
              {tab.count !== undefined && <span class="count"> {formatNumber(language, tab.count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
