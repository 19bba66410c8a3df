/**
 * What not everyone needs, behind its title.
 *
 *     <Details summary="Why these two?"> … </Details>
 */
import type { ComponentChildren } from "preact";

export function Details({ summary, open, children }: { summary: ComponentChildren; open?: boolean; children: ComponentChildren }) {
  return (
    <details class="details" open={open}>
      <summary>{summary}</summary>
      <div class="details-body">{children}</div>
    </details>
  );
}
