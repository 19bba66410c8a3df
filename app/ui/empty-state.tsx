/**
 * What stands where nothing is yet: says what usually comes here, and how to begin.
 *
 *     <EmptyState title="No sessions yet" action={<ButtonLink href="…">Suggest a time</ButtonLink>}>
 *       Most pairs plan their first within two weeks.
 *     </EmptyState>
 */
import type { ComponentChildren } from "preact";
import { Mark } from "./mark.tsx";

export function EmptyState({ title, action, children }: { title: string; action?: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="empty-state">
      <Mark />
      <p class="empty-state-title">{title}</p>
      {children !== undefined && <p>{children}</p>}
      {action && <div class="buttons">{action}</div>}
    </div>
  );
}
