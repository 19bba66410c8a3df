import { Icon, type IconName } from "./icon.tsx";
import type { Flash } from "./shell.ts";

const icons: Record<Flash["kind"], IconName> = { done: "check", notice: "notice", problem: "warning" };

/** What came of the last act. The region is always there, so that later words in it are read out. */
export function FlashMessage({ flash }: { flash?: Flash }) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an output is the result of a calculation and may not hold paragraphs
    <div role="status" id="flash" class="flash-region">
      {flash && (
        <p class={`flash ${flash.kind}`}>
          <Icon name={icons[flash.kind]} />
          <span>
            {flash.text} {flash.link && <a href={flash.link.href}>{flash.link.label}</a>}
          </span>
        </p>
      )}
    </div>
  );
}
