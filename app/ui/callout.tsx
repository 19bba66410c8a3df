/**
 * A word beside the page's course: a note, something to look at, a danger.
 *
 *     <Callout kind="warn" title="Two mentors have no free place">They take no part in this round.</Callout>
 */
import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";
import { useReader } from "./reader.ts";
import { uiWords } from "./ui.messages.ts";

export type CalloutKind = "notice" | "done" | "warn" | "danger";
const icons: Record<CalloutKind, IconName> = { notice: "notice", done: "check", warn: "warning", danger: "danger" };

export function Callout({ kind = "notice", title, children }: { kind?: CalloutKind; title?: string; children?: ComponentChildren }) {
  const words = uiWords(useReader().language);
  return (
    <div class={`callout ${kind}`}>
      <Icon name={icons[kind]} />
      <div class="callout-body">
        <span class="hidden">{words[kind]}: </span>
        {title !== undefined && <p class="callout-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
