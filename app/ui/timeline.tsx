/**
 * What happened and what comes, in order.
 *
 *     <Timeline entries={[{ at: sentAt, title: "Offer sent to Maya" }, { at: until, title: "Maya's answer is due", isAhead: true }]} />
 */
import type { ComponentChildren } from "preact";
import { Time } from "./time.tsx";

export interface TimelineEntry {
  at: Date;
  title: ComponentChildren;
  body?: ComponentChildren;
  /** Not yet: drawn as an open mark. */
  isAhead?: boolean;
}

export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol class="timeline">
      {entries.map((entry, index) => (
        <li key={`${entry.at.getTime()} ${String(index)}`} class={entry.isAhead ? "ahead" : undefined}>
          <p class="timeline-title">{entry.title}</p>
          <p class="timeline-time">
            <Time at={entry.at} />
          </p>
          {entry.body}
        </li>
      ))}
    </ol>
  );
}
